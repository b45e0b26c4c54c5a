import type { GraphNode } from '#shared/graph/document.ts';
import { findNode, outgoingEdges } from '#shared/graph/query.ts';
import type { NodeInference } from '#shared/inference/inference.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { layerColour } from '#shared/picture/layerColour.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useDerivedStore, useLargestSide } from '../../document/selectors.ts';
import { ShapeGlyph } from '../../glyph/ShapeGlyph.tsx';
import { useSampleImages } from '../../glyph/sampleImages.ts';
import { NodeRepairs } from '../../problems/NodeRepairs.tsx';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './LayerNode.module.css';

interface Props {
	readonly node: GraphNode;
	readonly definition: LayerDefinition | undefined;
	readonly facts: NodeInference | null;
}

/** The picture of what the layer makes; its problem with repairs, or what it waits for, while it makes nothing. */
export function CardBody({ node, definition, facts }: Props) {
	if (facts?.status === 'error') {
		return (
			<div className={`${styles.problem} nodrag`}>
				<NodeRepairs node={node.id} />
			</div>
		);
	}
	if (facts?.status === 'blocked' && !facts.output) return <Waiting facts={facts} />;
	return <Picture node={node} definition={definition} facts={facts} />;
}

function Waiting({ facts }: { readonly facts: NodeInference }) {
	const { t } = useText();
	const name = useDocumentStore((state) => (state.document && facts.waitsFor ? findNode(state.document, facts.waitsFor)?.name : undefined));
	return (
		<div className={styles.waiting}>
			<Icon name="clock" />
			<span>{t(name === undefined ? 'canvas.node.unknown' : 'canvas.node.waits', { name: name ?? '' })}</span>
		</div>
	);
}

function Picture({ node, definition, facts }: Props) {
	const { format } = useText();
	const largest = useLargestSide();
	const hasWire = useDocumentStore((state) => state.document !== null && outgoingEdges(state.document, node.id).length > 0);
	const isFace = definition?.endpoint === 'source' && facts?.output?.length === 3;
	const [face] = useSampleImages(
		useDerivedStore(({ dataset }) => (isFace ? (dataset?.reference ?? null) : null)),
		1,
	);
	return (
		<div className={styles.picture}>
			<ShapeGlyph
				shape={facts?.output ?? null}
				largest={largest}
				category={layerColour(definition)}
				isFaded={facts?.status === 'unconnected'}
				{...(face === undefined ? {} : { image: face })}
			/>
			<span className={styles.size} data-always={!hasWire || undefined}>
				{facts?.output ? format.shape(facts.output) : null}
			</span>
		</div>
	);
}
