import 'uplot/dist/uPlot.min.css';
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import { useText } from '../text/useText.ts';
import { useColorScheme } from '../theme/ThemeProvider.tsx';
import styles from './CurveChart.module.css';
import { CurveReadout } from './CurveReadout.tsx';
import { type Curve, collectLines, type Metric } from './curves.ts';
import { useMetricWords } from './metricWords.ts';
import { type ChartLink, chartOptions, readInk } from './uplotOptions.ts';

/** Loss or accuracy over epochs. Drag zooms, double-click shows all, hover and the arrow keys read the values. */
export function CurveChart({
	metric,
	curves,
	zoom,
	onZoom,
}: {
	readonly metric: Metric;
	readonly curves: readonly Curve[];
	readonly zoom: ChartLink['zoom'];
	readonly onZoom: ChartLink['onZoom'];
}) {
	const { t } = useText();
	const words = useMetricWords(metric);
	const scheme = useColorScheme();
	const box = useRef<HTMLDivElement>(null);
	const plot = useRef<uPlot | null>(null);
	const [hover, setHover] = useState<{ readonly index: number; readonly left: number } | null>(null);
	const data = useMemo(() => collectLines(curves, metric), [curves, metric]);
	/** The chart is built anew when its lines are others; new points only redraw it. */
	const shape = data.lines.map(({ curve, split }) => `${curve.run} ${split} ${curve.slot} ${curve.isShown}`).join('|');

	const link = useRef<ChartLink>({ curves, zoom, onZoom, onHover: setHover });
	useEffect(() => {
		link.current = { curves, zoom, onZoom, onHover: setHover };
	});
	const build = useEffectEvent((element: HTMLElement) => {
		const size = { width: element.clientWidth, height: element.clientHeight };
		const options = chartOptions(metric, data.lines, readInk(element), size, words, () => link.current);
		return new uPlot(options, [data.xs as number[], ...data.lines.map((line) => [...line.ys])], element);
	});

	// biome-ignore lint/correctness/useExhaustiveDependencies: another set of lines or another theme needs another chart
	useEffect(() => {
		const element = box.current;
		if (!element) return;
		const made = build(element);
		plot.current = made;
		const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: element.clientHeight }));
		observer.observe(element);
		return () => {
			observer.disconnect();
			plot.current = null;
			made.destroy();
		};
	}, [shape, scheme]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: zooming draws the same points over another range
	useEffect(() => {
		plot.current?.setData([data.xs as number[], ...data.lines.map((line) => [...line.ys])]);
	}, [data, zoom]);

	const move = (event: KeyboardEvent): void => {
		const { current } = plot;
		if (!current || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
		event.preventDefault();
		const last = data.xs.length - 1;
		const from = hover?.index ?? (event.key === 'ArrowRight' ? -1 : last + 1);
		const x = data.xs[Math.min(last, Math.max(0, from + (event.key === 'ArrowRight' ? 1 : -1)))];
		if (x !== undefined) current.setCursor({ left: current.valToPos(x, 'x'), top: 0 });
	};
	return (
		<div className={styles.frame}>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the values of the chart */}
			<figure ref={box} className={styles.chart} aria-label={t(`curves.${metric}.label`)} tabIndex={0} onKeyDown={move} />
			{hover ? (
				<CurveReadout metric={metric} data={data} index={hover.index} left={hover.left} width={box.current?.clientWidth ?? 0} />
			) : null}
		</div>
	);
}
