import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import type { GraphNode } from '#shared/graph/document.ts';
import type { NodeInference } from '#shared/inference/inference.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { useNodeInference } from '../../document/selectors.ts';
import { kindColour } from '../../glyph/layerColour.ts';
import { useNodeAdvice } from '../../training/useNodeAdvice.ts';
import { useVerdict } from '../connect/useVerdict.ts';
import type { LayerFlowNode } from '../flowAdapter.ts';
import { CardBody } from './CardBody.tsx';
import { CardFooter } from './CardFooter.tsx';
import { CardHeader } from './CardHeader.tsx';
import { CardSettings } from './CardSettings.tsx';
import styles from './LayerNode.module.css';
import { Ports } from './Ports.tsx';
import { useNodeLabel } from './useNodeLabel.ts';
import { VerdictChip } from './VerdictChip.tsx';

/** The card of any layer: what it is, how it behaves, what it makes, what it costs, and what keeps it from working. */
export const LayerNode = memo(function LayerNode({ data: { node }, selected }: NodeProps<LayerFlowNode>) {
	const definition = layerDefinition(node.kind);
	const facts = useNodeInference(node.id);
	const { verdict, marks } = useVerdict(node.id);
	const label = useNodeLabel(node, facts);
	const advice = useNodeAdvice(node.id);
	return (
		// biome-ignore lint/a11y/useSemanticElements: a card is a group of a picture, numbers and buttons, not a fieldset
		<div
			className={styles.place}
			style={{ '--own-category': kindColour(node.kind) }}
			role="group"
			// biome-ignore lint/a11y/noNoninteractiveTabindex: the card is where keys and commands act
			tabIndex={0}
			aria-roledescription={label.role}
			aria-label={label.text}
			data-node={node.id}
			data-state={cardState(node, facts)}
			data-selected={selected || undefined}
			data-muted={node.muted || undefined}
			data-advised={advice !== null || undefined}
			{...marks}
		>
			<article className={styles.card}>
				<CardHeader node={node} definition={definition} facts={facts} advice={advice} />
				<CardSettings node={node} definition={definition} facts={facts} />
				<CardBody node={node} definition={definition} facts={facts} />
				<CardFooter node={node} facts={facts} />
			</article>
			<Ports definition={definition} />
			{verdict ? <VerdictChip verdict={verdict} /> : null}
		</div>
	);
});

function cardState(node: GraphNode, facts: NodeInference | null): string {
	if (node.muted) return 'fine';
	return facts?.status ?? 'unknown';
}
