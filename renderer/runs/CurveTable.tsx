import type { RunSummary } from '#shared/training/event.ts';
import { useText } from '../text/useText.ts';
import { lossText } from './metricWords.ts';
import styles from './RunsTab.module.css';

/** The same numbers as the curves, one line per run and epoch. */
export function CurveTable({ runs }: { readonly runs: readonly RunSummary[] }) {
	const { t, format } = useText();
	const loss = (value: number | null | undefined): string => (value == null ? '–' : lossText(value, format));
	const share = (value: number | null | undefined): string => (value == null ? '–' : format.percent(value));
	const columns = ['epoch', 'trainLoss', 'validationLoss', 'trainAccuracy', 'validationAccuracy', 'speed'] as const;
	return (
		<div className={styles.tableFrame}>
			<table className={styles.table} aria-label={t('curves.table.label')}>
				<thead>
					<tr>
						<th scope="col">{t('curves.table.run')}</th>
						{columns.map((column) => (
							<th key={column} scope="col">
								{t(`curves.table.${column}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{runs.flatMap((run) =>
						run.epochs.map((result) => (
							<tr key={`${run.id} ${result.epoch}`} data-best={result.epoch === run.bestEpoch || undefined}>
								<th scope="row">{run.name}</th>
								<td>
									{result.epoch + 1}
									{result.epoch === run.bestEpoch ? <em>{t('curves.table.bestMark')}</em> : null}
								</td>
								<td>{loss(result.train.loss)}</td>
								<td>{loss(result.validation?.loss)}</td>
								<td>{share(result.train.accuracy)}</td>
								<td>{share(result.validation?.accuracy)}</td>
								<td>{format.count(result.imagesPerSecond)}</td>
							</tr>
						)),
					)}
				</tbody>
			</table>
		</div>
	);
}
