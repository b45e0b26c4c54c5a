import { useMemo } from 'react';
import type { Inference } from '#shared/inference/inference.ts';
import { type LayerRow, layerTable } from '#shared/plan/summary.ts';
import { rowName } from '#shared/plan/tableText.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useInference } from '../document/selectors.ts';
import { jumpTo } from '../problems/places.ts';
import { useText } from '../text/useText.ts';
import { EmptyNote } from '../ui/PanelSection.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { CopyTable } from './CopyTable.tsx';
import styles from './LayerTableTab.module.css';

const columns = ['name', 'kind', 'output', 'weights', 'multiplyAdds', 'receptiveField'] as const;

/** All layers in the order of the data, with what each makes and costs; a click selects. */
export function LayerTableTab() {
	const { t, format } = useText();
	const document = useDocumentStore((state) => state.document);
	const inference = useInference();
	const table = useMemo(() => document && inference && layerTable(document, inference), [document, inference]);
	if (!table || !inference || table.rows.length === 0) {
		return <EmptyNote title={t('layers.empty.title')} text={t('layers.empty.text')} />;
	}
	return (
		<div className={styles.tab}>
			<table className={styles.table} aria-label={t('layers.label')}>
				<thead>
					<tr>
						{columns.map((column) => (
							<th key={column} scope="col">
								{t(`table.${column}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{table.rows.map((row) => (
						<Row key={row.node} row={row} inference={inference} />
					))}
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">{t('table.total')}</th>
						<td />
						<td className={styles.size}>{format.shape(inference.outputShape)}</td>
						<td>{format.count(table.totals.weights)}</td>
						<td>{format.count(table.totals.multiplyAdds)}</td>
						<td />
					</tr>
				</tfoot>
			</table>
			<CopyTable table={table} />
		</div>
	);
}

function Row({ row, inference }: { readonly row: LayerRow; readonly inference: Inference }) {
	const { t, format } = useText();
	const isSelected = useViewStore((state) => state.selection.has(row.node));
	const seesAll = inference.nodes.get(row.node)?.receptiveField?.width.whole ?? false;
	const count = (value: number): string => (value === 0 ? '–' : format.count(value));
	return (
		<tr
			data-selected={isSelected || undefined}
			data-status={row.status}
			data-left={!inference.included.has(row.node) || undefined}
			onClick={() => jumpTo(row.node)}
		>
			<th scope="row">
				<button type="button" className={styles.name} aria-pressed={isSelected}>
					{rowName(row)}
				</button>
			</th>
			<td>{format.has(row.title.id) ? format.text(row.title) : row.kind}</td>
			<td className={styles.size}>{format.shape(row.output)}</td>
			<td>{count(row.weights)}</td>
			<td>{count(row.multiplyAdds)}</td>
			<td className={styles.size}>{seesAll ? t('layers.whole') : row.receptiveField ? format.shape(row.receptiveField) : '–'}</td>
		</tr>
	);
}
