import type { GraphNode, NodeId } from '#shared/graph/document.ts';
import type { Inference, NodeInference } from '#shared/inference/inference.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useInference } from '../document/selectors.ts';
import { jumpTo } from '../problems/places.ts';
import { useText } from '../text/useText.ts';
import { EmptyNote } from '../ui/PanelSection.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { CopyTable } from './CopyTable.tsx';
import styles from './LayerTableTab.module.css';

/** All layers in the order of the data, with what each makes and costs; a click selects. */
export function LayerTableTab() {
	const { t, format } = useText();
	const nodes = useDocumentStore((state) => state.document?.nodes);
	const inference = useInference();
	if (!nodes || !inference || nodes.length === 0) {
		return <EmptyNote title={t('layers.empty.title')} text={t('layers.empty.text')} />;
	}
	return (
		<div className={styles.tab}>
			<table className={styles.table} aria-label={t('layers.label')}>
				<thead>
					<tr>
						<th scope="col">{t('layers.column.name')}</th>
						<th scope="col">{t('layers.column.kind')}</th>
						<th scope="col">{t('layers.column.output')}</th>
						<th scope="col">{t('layers.column.weights')}</th>
						<th scope="col">{t('layers.column.multiplyAdds')}</th>
						<th scope="col">{t('layers.column.receptiveField')}</th>
					</tr>
				</thead>
				<tbody>
					{inOrder(nodes, inference).map(({ node, known }) => (
						<LayerRow key={node.id} node={node} known={known} isIncluded={inference.included.has(node.id)} />
					))}
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">{t('layers.total')}</th>
						<td />
						<td className={styles.size}>{format.shape(inference.outputShape)}</td>
						<td>{format.count(inference.totals.weights)}</td>
						<td>{format.count(inference.totals.multiplyAdds)}</td>
						<td />
					</tr>
				</tfoot>
			</table>
			<CopyTable />
		</div>
	);
}

function inOrder(nodes: readonly GraphNode[], inference: Inference) {
	const byId = new Map<NodeId, GraphNode>(nodes.map((node) => [node.id, node]));
	return inference.order.flatMap((id) => {
		const node = byId.get(id);
		const known = inference.nodes.get(id);
		return node && known ? [{ node, known }] : [];
	});
}

function LayerRow({ node, known, isIncluded }: { readonly node: GraphNode; readonly known: NodeInference; readonly isIncluded: boolean }) {
	const { t, format } = useText();
	const isSelected = useViewStore((state) => state.selection.has(node.id));
	const field = known.receptiveField;
	return (
		<tr
			data-selected={isSelected || undefined}
			data-status={known.status}
			data-left={!isIncluded || undefined}
			onClick={() => jumpTo(node.id)}
		>
			<th scope="row">
				<button type="button" className={styles.name} aria-pressed={isSelected}>
					{node.name}
				</button>
			</th>
			<td>{format.has(`layer.${node.kind}.title`) ? t(`layer.${node.kind}.title`) : node.kind}</td>
			<td className={styles.size}>{format.shape(known.output)}</td>
			<td>{known.weightCount === 0 ? '–' : format.count(known.weightCount)}</td>
			<td>{known.multiplyAdds === 0 ? '–' : format.count(known.multiplyAdds)}</td>
			<td className={styles.size}>
				{field === null ? '–' : field.width.whole ? t('layers.whole') : format.shape([field.width.size, field.height.size])}
			</td>
		</tr>
	);
}
