import { memo } from 'react';
import type { GraphNode } from '#shared/graph/document.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { parseConfig } from '#shared/layers/fields.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useDerivedStore } from '../../document/selectors.ts';
import { useText } from '../../text/useText.ts';
import styles from './LayerNode.module.css';

/** Two short lines: what the layer is, how it behaves. */
export const CardSettings = memo(function CardSettings({
	node,
	definition,
}: {
	readonly node: GraphNode;
	readonly definition: LayerDefinition | undefined;
}) {
	const { t } = useText();
	const dataset = useDerivedStore((state) => state.dataset);
	const settings = useDocumentStore((state) => state.document?.settings);
	if (!definition || !settings) return <p className={styles.settings}>{t('canvas.node.unknownKind')}</p>;
	const config = parseConfig(definition, node.config);
	if (!config.ok) return <p className={styles.settings}>{t(`layer.${node.kind}.title`)}</p>;
	const values = definition.cardValues(config.value, { settings, dataset });
	return (
		<p className={styles.settings}>
			<span>{t(`layer.${node.kind}.card.0`, values)}</span>
			<span className={styles.behaviour}>{t(`layer.${node.kind}.card.1`, values)}</span>
		</p>
	);
});
