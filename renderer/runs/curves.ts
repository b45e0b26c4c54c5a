import type { EpochResult, RunSummary } from '#shared/training/event.ts';
import type { TrailPoint } from '../training/liveRun.ts';
import type { RunSlots } from '../training/runSlots.ts';

export type Metric = 'loss' | 'accuracy';
export type CurveSplit = 'train' | 'validation';

/** One run as it is drawn. */
export interface Curve {
	readonly run: string;
	readonly name: string;
	/** Which of the run colours it has, from 0. */
	readonly slot: number;
	/** The run that is looked at; the others are drawn fainter. */
	readonly isShown: boolean;
	readonly epochs: readonly EpochResult[];
	/** Means within the epoch under way. */
	readonly trail: readonly TrailPoint[];
	/** 0-based, as in the summary. */
	readonly bestEpoch: number | null;
	/** Epochs that the run was meant to have. */
	readonly plannedEpochs: number;
}

/** One line of a chart, aligned with the chart's `xs`. */
export interface Line {
	readonly curve: Curve;
	readonly split: CurveSplit;
	readonly ys: readonly (number | null)[];
}

export interface ChartData {
	/** Finished epochs counted from 1, and fractions for the one under way; ascending. */
	readonly xs: readonly number[];
	/** The shown run last, so that it lies on top. */
	readonly lines: readonly Line[];
}

/** Smallest loss a logarithmic axis can hold; an exact zero is drawn here. */
const SMALLEST_LOSS = 1e-7;

/** The runs to draw, in the order of their colours; `trail` belongs to the run under way. */
export function pickCurves(
	runs: readonly RunSummary[],
	slots: RunSlots,
	shown: string | null,
	live: { readonly run: string; readonly trail: readonly TrailPoint[] } | null,
): readonly Curve[] {
	return slots.flatMap((id, slot) => {
		const run = runs.find((candidate) => candidate.id === id);
		if (!run) return [];
		return [
			{
				run: run.id,
				name: run.name,
				slot,
				isShown: run.id === shown,
				epochs: run.epochs,
				trail: live?.run === run.id ? live.trail : [],
				bestEpoch: run.bestEpoch,
				plannedEpochs: run.settings.epochs,
			},
		];
	});
}

/** Points of every line of one chart over common xs. */
export function collectLines(curves: readonly Curve[], metric: Metric): ChartData {
	const points = curves.map((curve) => ({ curve, train: trainPoints(curve, metric), validation: validationPoints(curve, metric) }));
	const xs = [...new Set(points.flatMap(({ train, validation }) => [...train.keys(), ...validation.keys()]))].sort((a, b) => a - b);
	const align = (line: ReadonlyMap<number, number>): (number | null)[] => xs.map((x) => line.get(x) ?? null);
	const lines = points
		.flatMap(({ curve, train, validation }): Line[] => [
			{ curve, split: 'train', ys: align(train) },
			...(validation.size > 0 ? [{ curve, split: 'validation' as const, ys: align(validation) }] : []),
		])
		.sort((a, b) => Number(a.curve.isShown) - Number(b.curve.isShown));
	return { xs, lines };
}

/** Value fit for the axis; a missing or endless number leaves a gap. */
function drawable(value: number | null | undefined, metric: Metric): number | null {
	if (value === null || value === undefined || !Number.isFinite(value)) return null;
	return metric === 'loss' ? Math.max(value, SMALLEST_LOSS) : value;
}

function trainPoints(curve: Curve, metric: Metric): ReadonlyMap<number, number> {
	const points = new Map<number, number>();
	for (const result of curve.epochs) put(points, result.epoch + 1, drawable(result.train[metric], metric));
	// Before the first epoch is done its running mean is all there is to see; later only its latest value extends the line.
	for (const point of curve.epochs.length === 0 ? curve.trail : curve.trail.slice(-1))
		put(points, point.at, drawable(point[metric], metric));
	return points;
}

function validationPoints(curve: Curve, metric: Metric): ReadonlyMap<number, number> {
	const points = new Map<number, number>();
	for (const result of curve.epochs) put(points, result.epoch + 1, drawable(result.validation?.[metric], metric));
	return points;
}

function put(points: Map<number, number>, x: number, y: number | null): void {
	if (y !== null) points.set(x, y);
}

/** Epochs from the left to the right edge: the whole plan of the longest run; from 0 while a run is in its first epoch. */
export function epochRange(curves: readonly Curve[]): readonly [min: number, max: number] {
	const isNew = (curve: Curve): boolean => curve.epochs.length === 0;
	if (curves.every(isNew)) return [0, 1];
	const last = Math.max(2, ...curves.map((curve) => Math.max(curve.plannedEpochs, curve.epochs.length)));
	return [curves.some(isNew) ? 0 : 1, last];
}

/** The best epoch of the shown run, where its line is marked: x counts from 1. */
export function bestPoint(curves: readonly Curve[], metric: Metric): { readonly x: number; readonly y: number } | null {
	const shown = curves.find((curve) => curve.isShown);
	const best = shown?.epochs.find((result) => result.epoch === shown.bestEpoch);
	const y = best ? drawable((best.validation ?? best.train)[metric], metric) : null;
	return best && y !== null ? { x: best.epoch + 1, y } : null;
}
