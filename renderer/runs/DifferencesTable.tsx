import type { ReactNode } from 'react';
import { compareRuns, type RunComparison } from '#shared/training/compareRuns.ts';
import type { RunSummary } from '#shared/training/event.ts';
import { useText } from '../text/useText.ts';
import { useTrainingStore } from '../training/trainingStore.ts';
import { Icon } from '../ui/Icon.tsx';
import { EmptyNote } from '../ui/PanelSection.tsx';
import { type DifferenceRow, wordLayer, wordSetting } from './differenceWords.ts';
import { LineSwatch } from './LineSwatch.tsx';
import { lossText } from './metricWords.ts';
import styles from './RunsTab.module.css';
import { compareResults, type ResultRow } from './results.ts';
import { useRunDetails } from './runDetailsStore.ts';

/** What tells the ticked runs apart, side by side: results, settings, and the networks layer by layer. What they share is left out. */
export function DifferencesTable({ runs }: { readonly runs: readonly RunSummary[] }) {
	const { t, format } = useText();
	const details = useRunDetails(runs);
	const known = details.filter((found) => found !== null);
	const comparison = known.length === runs.length ? compareRuns(known) : null;
	if (runs.length < 2) {
		return <EmptyNote title={t('compare.empty.title')} text={t('compare.empty.text')} />;
	}
	const columns = runs.length + 1;
	return (
		<div className={styles.tableFrame}>
			<div className={styles.differences}>
				<Table runs={runs} title={t('compare.results')}>
					<tbody>
						{compareResults(runs).map((row) => (
							<Result key={row.name} row={row} />
						))}
					</tbody>
				</Table>
				{comparison ? (
					<Table runs={runs} title={t('compare.settings')}>
						<Part title={null} columns={columns} nothing={t('compare.settings.same')}>
							{comparison.settings.map((difference) => (
								<Row key={difference.name} row={wordSetting(format, difference)} />
							))}
						</Part>
						<Part title={t('compare.network')} columns={columns} nothing={t('compare.network.same')}>
							{[
								...comparison.layers.map((difference) => wordLayer(format, difference)),
								...comparison.repeats.map(({ name, values }) => ({
									key: name,
									label: t('compare.repeat', { group: name }),
									values: values.map((count) => `× ${count}`),
								})),
							].map((row) => (
								<Row key={row.key} row={row} />
							))}
						</Part>
					</Table>
				) : null}
			</div>
			{comparison ? <SharedStart comparison={comparison} count={runs.length} /> : null}
		</div>
	);
}

/** One table with a column for each run. */
function Table({ runs, title, children }: { readonly runs: readonly RunSummary[]; readonly title: string; readonly children: ReactNode }) {
	const { t } = useText();
	const slots = useTrainingStore((state) => state.slots);
	return (
		<table className={styles.table} aria-label={t('compare.label', { part: title })}>
			<thead>
				<tr>
					<th scope="col">{title}</th>
					{runs.map((run) => (
						<th key={run.id} scope="col">
							<span className={styles.runHead}>
								<LineSwatch slot={slots.indexOf(run.id)} width={12} />
								{run.name}
								{run.isStarred ? <Icon name="starred" size={12} label={t('runs.starred')} /> : null}
							</span>
						</th>
					))}
				</tr>
			</thead>
			{children}
		</table>
	);
}

/** Rows of one kind, or a sentence where nothing differs. */
function Part({
	title,
	columns,
	nothing,
	children,
}: {
	readonly title: string | null;
	readonly columns: number;
	readonly nothing: string;
	readonly children: readonly ReactNode[];
}) {
	return (
		<tbody>
			{title === null ? null : (
				<tr className={styles.part}>
					<th scope="rowgroup" colSpan={columns}>
						{title}
					</th>
				</tr>
			)}
			{children.length > 0 ? (
				children
			) : (
				<tr className={styles.same}>
					<td colSpan={columns}>{nothing}</td>
				</tr>
			)}
		</tbody>
	);
}

function Row({ row: { label, values } }: { readonly row: DifferenceRow }) {
	return (
		<tr>
			<th scope="row">{label}</th>
			{values.map((value, place) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a value is that of the run in its place
				<td key={place}>{value}</td>
			))}
		</tr>
	);
}

function Result({ row: { name, values, best } }: { readonly row: ResultRow }) {
	const { t, format } = useText();
	const word = (value: number | string): string => {
		if (typeof value === 'string') return value.slice(0, 12);
		if (name === 'accuracy' || name === 'testAccuracy') return format.percent(value);
		if (name === 'loss' || name === 'testLoss') return lossText(value, format);
		if (name === 'seconds') return format.duration(value);
		return format.count(value);
	};
	return (
		<tr>
			<th scope="row">{t(`compare.result.${name}`)}</th>
			{values.map((value, place) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a value is that of the run in its place
				<td key={place} data-best={best.includes(place) || undefined}>
					{value === null ? '–' : word(value)}
					{best.includes(place) ? <em>{t('compare.best')}</em> : null}
				</td>
			))}
		</tr>
	);
}

/** Says where a comparison is fair: the same first weights, the same images. */
function SharedStart({ comparison, count }: { readonly comparison: RunComparison; readonly count: number }) {
	const { t } = useText();
	const differing = new Set(comparison.settings.map(({ name }) => name));
	const isSameNetwork = comparison.layers.length === 0 && comparison.repeats.length === 0;
	const isSameData = !differing.has('dataset') && !differing.has('validationShare') && !differing.has('seed');
	if (!isSameData) return null;
	return <p className={styles.shared}>{t(isSameNetwork ? 'compare.shared.all' : 'compare.shared.images', { count })}</p>;
}
