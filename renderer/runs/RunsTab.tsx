import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../text/useText.ts';
import { useShownRun, useTrainingStore } from '../training/trainingStore.ts';
import { EmptyNote } from '../ui/PanelSection.tsx';
import { CurveChart } from './CurveChart.tsx';
import { CurveTable } from './CurveTable.tsx';
import type { Curve, Metric } from './curves.ts';
import { DifferencesTable } from './DifferencesTable.tsx';
import { LineSwatch } from './LineSwatch.tsx';
import { useMetricWords } from './metricWords.ts';
import styles from './RunsTab.module.css';
import { useRunsViewStore } from './runsViewStore.ts';
import type { ChartLink } from './uplotOptions.ts';
import { useComparedRuns } from './useComparedRuns.ts';

/** Loss and accuracy of the shown run, with others laid over it. */
export function RunsTab() {
	const { t } = useText();
	const { runs, curves, isLoading } = useComparedRuns();
	const [zoom, setZoom] = useState<ChartLink['zoom']>(null);
	const view = useRunsViewStore((state) => state.view);
	if (!isLoading && curves.length === 0) return <EmptyNote title={t('curves.empty.title')} text={t('curves.empty.text')} />;
	if (view === 'differences') return <DifferencesTable runs={runs} />;
	if (view === 'numbers') return <CurveTable runs={runs} />;
	return (
		<div className={styles.plots}>
			<Plot metric="loss" curves={curves} zoom={zoom} onZoom={setZoom}>
				{zoom ? (
					<Button variant="subtle" size="compact-xs" onClick={() => setZoom(null)}>
						{t('curves.zoom.reset')}
					</Button>
				) : null}
			</Plot>
			<Plot metric="accuracy" curves={curves} zoom={zoom} onZoom={setZoom} />
		</div>
	);
}

function Plot({
	metric,
	curves,
	zoom,
	onZoom,
	children,
}: {
	readonly metric: Metric;
	readonly curves: readonly Curve[];
	readonly zoom: ChartLink['zoom'];
	readonly onZoom: ChartLink['onZoom'];
	readonly children?: React.ReactNode;
}) {
	const { t } = useText();
	const isEmpty = curves.every((curve) => curve.epochs.length === 0 && curve.trail.length === 0);
	return (
		<section className={styles.plot} aria-label={t(`curves.${metric}.title`)}>
			<div className={styles.legend}>
				<h3>{t(`curves.${metric}.title`)}</h3>
				{curves.length > 1 ? <RunNames curves={curves} /> : null}
				<LastValues metric={metric} />
				{children}
			</div>
			{isEmpty ? (
				<p className={styles.waiting}>{t('curves.waiting')}</p>
			) : (
				<CurveChart metric={metric} curves={curves} zoom={zoom} onZoom={onZoom} />
			)}
		</section>
	);
}

function RunNames({ curves }: { readonly curves: readonly Curve[] }) {
	return (
		<span className={styles.names}>
			{curves.map((curve) => (
				<span key={curve.run} data-faded={!curve.isShown || undefined}>
					<LineSwatch slot={curve.slot} isFaded={!curve.isShown} width={12} />
					{curve.name}
				</span>
			))}
		</span>
	);
}

/** Newest values of the shown run, which also say what solid and dashed mean. */
function LastValues({ metric }: { readonly metric: Metric }) {
	const { t } = useText();
	const { exact } = useMetricWords(metric);
	const run = useShownRun();
	const live = useTrainingStore((state) => state.live);
	const slot = useTrainingStore((state) => (run ? state.slots.indexOf(run.id) : -1));
	if (!run || slot === -1) return null;
	const trail = live?.run === run.id ? (live.trail.at(-1)?.[metric] ?? null) : null;
	const last = run.epochs.at(-1);
	const train = trail ?? last?.train[metric] ?? null;
	const validation = last?.validation?.[metric] ?? null;
	return (
		<span className={styles.values}>
			{train === null ? null : (
				<span>
					<LineSwatch slot={slot} />
					{t('curves.train.value', { value: exact(train) })}
				</span>
			)}
			{validation === null ? null : (
				<span>
					<LineSwatch slot={slot} split="validation" />
					{t('curves.validation.value', { value: exact(validation) })}
				</span>
			)}
		</span>
	);
}
