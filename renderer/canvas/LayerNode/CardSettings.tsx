import { memo } from 'react';
import type { GraphNode } from '#shared/graph/document.ts';
import type { NodeInference } from '#shared/inference/inference.ts';
import type { CardSizes, LayerDefinition } from '#shared/layers/defineLayer.ts';
import { parseConfig } from '#shared/layers/fields.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useDerivedStore } from '../../document/selectors.ts';
import { useText } from '../../text/useText.ts';
import styles from './LayerNode.module.css';

/** Two short lines: what the layer is, how it behaves. */
export const CardSettings = memo(function CardSettings({
	node,
	definition,
	facts,
}: {
	readonly node: GraphNode;
	readonly definition: LayerDefinition | undefined;
	readonly facts: NodeInference | null;
}) {
	const { t } = useText();
	const dataset = useDerivedStore((state) => state.dataset);
	const settings = useDocumentStore((state) => state.document?.settings);
	if (!definition || !settings) return <p className={styles.settings}>{t('canvas.node.unknownKind')}</p>;
	const config = parseConfig(definition, node.config);
	if (!config.ok) return <p className={styles.settings}>{t(`layer.${node.kind}.title`)}</p>;
	const values = definition.cardValues(config.value, { settings, dataset }, sizesOf(facts));
	const [what, how] = [t(`layer.${node.kind}.card.0`, values), t(`layer.${node.kind}.card.1`, values)];
	return (
		<p className={styles.settings}>
			<span title={what}>{what}</span>
			<span className={styles.behaviour} title={how}>
				{how}
			</span>
		</p>
	);
});

function sizesOf(facts: NodeInference | null): CardSizes | undefined {
	if (!facts?.output) return undefined;
	const inputs = facts.inputs.filter((shape) => shape !== null);
	return inputs.length === facts.inputs.length ? { inputs, output: facts.output } : undefined;
}
