import type uPlot from 'uplot';
import { MOST_SLOTS } from '../training/runSlots.ts';
import { bestPoint, type Curve, epochRange, type Line, type Metric } from './curves.ts';
import { epochTicks, fitAxis } from './ticks.ts';

/** Colours of a chart as the theme has them now: canvas drawing knows no CSS variables. */
export interface ChartInk {
	readonly text: string;
	readonly faint: string;
	readonly grid: string;
	readonly card: string;
	readonly best: string;
	readonly runs: readonly string[];
}

export function readInk(element: Element): ChartInk {
	const style = getComputedStyle(element);
	const ink = (name: string): string => style.getPropertyValue(name).trim();
	return {
		text: ink('--text'),
		faint: ink('--text-3'),
		grid: ink('--line'),
		card: ink('--surface'),
		best: ink('--ok'),
		runs: Array.from({ length: MOST_SLOTS }, (_, slot) => ink(`--run-${slot + 1}`)),
	};
}

/** What a chart asks of its surroundings while it is used; read anew at each event. */
export interface ChartLink {
	readonly curves: readonly Curve[];
	readonly zoom: readonly [min: number, max: number] | null;
	readonly onZoom: (zoom: readonly [min: number, max: number] | null) => void;
	readonly onHover: (hover: { readonly index: number; readonly left: number } | null) => void;
}

const FADED = 0.45;
const FONT = '11px "Inter Variable", Inter, system-ui, sans-serif';

/** A line chart of one metric over epochs, in the form that uPlot takes. */
export function chartOptions(
	metric: Metric,
	lines: readonly Line[],
	ink: ChartInk,
	size: { readonly width: number; readonly height: number },
	words: { readonly value: (value: number) => string; readonly best: (epoch: number, value: number) => string | null },
	link: () => ChartLink,
): uPlot.Options {
	const fitValues = (plot: uPlot): ReturnType<typeof fitAxis> => fitAxis(metric, visibleValues(plot));
	return {
		...size,
		padding: [10, 12, 0, 0],
		legend: { show: false },
		cursor: {
			y: false,
			sync: { key: 'curves', scales: ['x', null] },
			drag: { x: true, y: false, setScale: false },
			points: { size: 7, width: 2, fill: ink.card, stroke: (_, index) => strokeOf(lines[index - 1], ink) },
			bind: {
				dblclick: () => () => {
					link().onZoom(null);
					return null;
				},
			},
		},
		scales: {
			x: { time: false, auto: false, range: () => [...(link().zoom ?? epochRange(link().curves))] as [number, number] },
			y: {
				distr: metric === 'loss' ? 3 : 1,
				range: (plot) => {
					const { min, max } = fitValues(plot);
					return [min, max];
				},
			},
		},
		axes: [
			{
				stroke: ink.faint,
				font: FONT,
				size: 24,
				gap: 4,
				grid: { show: false },
				ticks: { show: false },
				splits: (_plot, _axis, min, max) => [...epochTicks(min, max)],
				values: (_plot, splits) => splits.map(String),
			},
			{
				stroke: ink.faint,
				font: FONT,
				size: 52,
				gap: 6,
				grid: { stroke: ink.grid, width: 1 },
				ticks: { show: false },
				splits: (plot) => [...fitValues(plot).ticks],
				values: (_plot, splits) => splits.map((split) => words.value(split)),
				filter: (_plot, splits) => splits,
			},
		],
		series: [
			{},
			...lines.map(
				(line): uPlot.Series => ({
					stroke: strokeOf(line, ink),
					width: 1.75,
					alpha: line.curve.isShown ? 1 : FADED,
					spanGaps: true,
					...(line.split === 'validation' ? { dash: [4, 3] } : {}),
					// A line needs two points; a single one is drawn as a dot.
					points: { show: (plot, index) => [...(plot.data[index] ?? [])].filter((value) => value != null).length === 1, size: 6 },
				}),
			),
		],
		hooks: {
			draw: [(plot) => drawBest(plot, metric, ink, words.best, link().curves)],
			setCursor: [
				(plot) => {
					const { idx, left } = plot.cursor;
					link().onHover(idx == null || left == null || left < 0 ? null : { index: idx, left: left + plot.over.offsetLeft });
				},
			],
			setSelect: [
				(plot) => {
					const { left, width } = plot.select;
					if (width < 6) return;
					link().onZoom([plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')]);
					plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
				},
			],
		},
	};
}

function strokeOf(line: Line | undefined, ink: ChartInk): string {
	return (line && ink.runs[line.curve.slot]) ?? ink.text;
}

/** Values between the left and right edge, so that zooming also stretches the vertical axis. */
function visibleValues(plot: uPlot): readonly number[] {
	const [xs, ...series] = plot.data;
	const { min, max } = plot.scales.x ?? {};
	const from = min ?? Number.NEGATIVE_INFINITY;
	const to = max ?? Number.POSITIVE_INFINITY;
	const slack = 1e-9;
	return series.flatMap((ys) =>
		[...ys].filter((y, index): y is number => y != null && (xs[index] ?? 0) >= from - slack && (xs[index] ?? 0) <= to + slack),
	);
}

/** A dotted line and a ring at the best epoch, with its value. */
function drawBest(
	plot: uPlot,
	metric: Metric,
	ink: ChartInk,
	word: (epoch: number, value: number) => string | null,
	curves: readonly Curve[],
): void {
	const best = bestPoint(curves, metric);
	const { min, max } = plot.scales.x ?? {};
	if (!best || min == null || max == null || best.x < min || best.x > max) return;
	const { ctx, bbox } = plot;
	const ratio = devicePixelRatio;
	const x = Math.round(plot.valToPos(best.x, 'x', true));
	const y = plot.valToPos(best.y, 'y', true);
	ctx.save();
	ctx.strokeStyle = ink.best;
	ctx.lineWidth = ratio;
	ctx.setLineDash([2 * ratio, 3 * ratio]);
	ctx.beginPath();
	ctx.moveTo(x + ratio / 2, bbox.top);
	ctx.lineTo(x + ratio / 2, bbox.top + bbox.height);
	ctx.stroke();
	ctx.setLineDash([]);
	ctx.lineWidth = 2 * ratio;
	ctx.fillStyle = ink.card;
	ctx.beginPath();
	ctx.arc(x + ratio / 2, y, 4 * ratio, 0, 2 * Math.PI);
	ctx.fill();
	ctx.stroke();
	const label = word(best.x, best.y);
	if (label !== null) {
		const isLeft = x > bbox.left + bbox.width / 2;
		ctx.font = `600 ${11 * ratio}px "Inter Variable", Inter, system-ui, sans-serif`;
		ctx.textAlign = isLeft ? 'right' : 'left';
		ctx.textBaseline = 'top';
		ctx.lineWidth = 4 * ratio;
		ctx.strokeStyle = ink.card;
		ctx.lineJoin = 'round';
		ctx.fillStyle = ink.best;
		const at = x + (isLeft ? -8 : 8) * ratio;
		ctx.strokeText(label, at, bbox.top);
		ctx.fillText(label, at, bbox.top);
	}
	ctx.restore();
}
