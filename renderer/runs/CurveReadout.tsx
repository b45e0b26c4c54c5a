import { useText } from '../text/useText.ts';
import styles from './CurveChart.module.css';
import type { ChartData, Line, Metric } from './curves.ts';
import { LineSwatch } from './LineSwatch.tsx';
import { useMetricWords } from './metricWords.ts';

/** All values at one epoch, beside the cursor; read out to screen readers. */
export function CurveReadout({
	metric,
	data,
	index,
	left,
	width,
}: {
	readonly metric: Metric;
	readonly data: ChartData;
	readonly index: number;
	readonly left: number;
	readonly width: number;
}) {
	const { t, format } = useText();
	const { exact } = useMetricWords(metric);
	const x = data.xs[index];
	if (x === undefined) return null;
	const values = [...data.lines].reverse().flatMap((line) => {
		const y = line.ys[index];
		return y == null ? [] : [{ line, y }];
	});
	const hasManyRuns = new Set(data.lines.map((line) => line.curve.run)).size > 1;
	const nameOf = (line: Line): string => (hasManyRuns ? `${line.curve.name}, ${t(`curves.${line.split}`)}` : t(`curves.${line.split}`));
	const isRight = left > width / 2;
	return (
		<div className={styles.readout} aria-live="polite" style={isRight ? { right: width - left + 12 } : { left: left + 12 }}>
			<strong>{t('curves.epoch', { epoch: Number.isInteger(x) ? x : format.fixed(x, 2) })}</strong>
			{values.map(({ line, y }) => (
				<div key={`${line.curve.run} ${line.split}`}>
					<LineSwatch slot={line.curve.slot} split={line.split} isFaded={!line.curve.isShown} />
					<span>{nameOf(line)}</span>
					<b>{exact(y)}</b>
				</div>
			))}
		</div>
	);
}
