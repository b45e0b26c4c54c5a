import { useId } from 'react';
import type { RatePoint, RateSuggestion } from '#shared/training/rateFinder.ts';
import { useText } from '../../text/useText.ts';
import styles from './RateFinder.module.css';
import { layOutCurve, PLOT } from './rateCurve.ts';

/** Loss against rate, drawn while the search goes on; the suggested rate as a line. */
export function RateChart({ points, suggestion }: { readonly points: readonly RatePoint[]; readonly suggestion: RateSuggestion | null }) {
	const { t } = useText();
	const clip = useId();
	const { smoothed, dots, yTicks, xTicks, xOf, yOf } = layOutCurve(points);
	const right = PLOT.width - PLOT.right;
	const bottom = PLOT.height - PLOT.bottom;
	const last = points.at(-1);
	return (
		<svg
			className={styles.chart}
			viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
			role="img"
			aria-label={
				suggestion
					? t('training.rateFinder.chart.found', { lowest: spell(suggestion.lowest), steepest: spell(suggestion.steepest) })
					: t('training.rateFinder.chart.label')
			}
		>
			<clipPath id={clip}>
				<rect x={PLOT.left} y={PLOT.top} width={right - PLOT.left} height={bottom - PLOT.top} />
			</clipPath>
			<text className={styles.axis} x={PLOT.left} y={12}>
				{t('training.rateFinder.loss')}
			</text>
			<text className={styles.tick} x={right} y={bottom + 34} textAnchor="end">
				{t('training.rateFinder.rate')}
			</text>
			{yTicks.map(({ y, value }) => (
				<g key={value}>
					<path className={styles.grid} d={`M${PLOT.left} ${y}H${right}`} />
					<text className={styles.tick} x={PLOT.left - 8} y={y + 4} textAnchor="end">
						{value}
					</text>
				</g>
			))}
			{xTicks.map(({ x, exponent }) => (
				<text key={exponent} className={styles.tick} x={x} y={bottom + 16} textAnchor="middle">
					{exponent < -4 ? `1e${exponent}` : String(10 ** exponent)}
				</text>
			))}
			<g clipPath={`url(#${clip})`}>
				{dots.map(({ x, y }) => (
					<circle key={x} className={styles.dot} cx={x} cy={y} r={1.5} />
				))}
				<path className={styles.curve} d={smoothed} />
				{last && !suggestion ? <circle className={styles.head} cx={xOf(last.rate)} cy={yOf(last.smoothed)} r={4} /> : null}
			</g>
			{suggestion ? (
				<g>
					<path className={styles.suggested} d={`M${xOf(suggestion.rate)} ${PLOT.top}V${bottom}`} />
					<text className={styles.suggestedLabel} x={xOf(suggestion.rate) - 8} y={PLOT.top + 10} textAnchor="end">
						{spell(suggestion.rate)}
					</text>
					<circle className={styles.lowest} cx={xOf(suggestion.lowest)} cy={yOf(lossNear(points, suggestion.lowest))} r={4} />
				</g>
			) : null}
		</svg>
	);
}

/** Two digits are enough for a rate. */
export function spell(rate: number): string {
	return String(Number(rate.toPrecision(2)));
}

function lossNear(points: readonly RatePoint[], rate: number): number {
	return points.find((point) => point.rate === rate)?.smoothed ?? 0;
}
