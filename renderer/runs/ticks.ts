import type { Metric } from './curves.ts';

/** Values shown on the vertical axis: from, to, and where the lines go. */
export interface AxisTicks {
	readonly min: number;
	readonly max: number;
	readonly ticks: readonly number[];
}

const EMPTY: Readonly<Record<Metric, AxisTicks>> = {
	loss: { min: 0.1, max: 10, ticks: [0.1, 1, 10] },
	accuracy: { min: 0, max: 1, ticks: [0, 0.5, 1] },
};

/** A vertical axis that holds all values: accuracies in even steps up to 1, losses in powers of ten or 1, 2, 5 steps where they lie close. */
export function fitAxis(metric: Metric, values: readonly number[]): AxisTicks {
	if (values.length === 0) return EMPTY[metric];
	const low = Math.min(...values);
	const high = Math.max(...values);
	return metric === 'loss' ? logAxis(low, high) : shareAxis(...widen(low, high));
}

function logAxis(low: number, high: number): AxisTicks {
	const digits = Math.log10(high / low) > 1.2 ? [1] : [1, 2, 5];
	const ladder: number[] = [];
	for (let exponent = Math.floor(Math.log10(low)) - 1; exponent <= Math.ceil(Math.log10(high)) + 1; exponent++) {
		for (const digit of digits) ladder.push(Number(`${digit}e${exponent}`));
	}
	const min = ladder.filter((rung) => rung <= low * (1 + 1e-9)).at(-1) ?? low;
	const max = ladder.find((rung) => rung >= high * (1 - 1e-9) && rung > min) ?? high;
	const within = ladder.filter((rung) => rung >= min && rung <= max);
	// Many powers of ten: as many as can be read.
	const every = Math.ceil(within.length / 7);
	const ticks = within.filter((_, index) => index % every === 0);
	return { min, max, ticks };
}

/** A flat line lies in the middle of a few percent, not on the edge. */
function widen(low: number, high: number): readonly [low: number, high: number] {
	const middle = (low + high) / 2;
	return high - low >= NARROWEST ? [low, high] : [Math.max(0, middle - NARROWEST / 2), Math.min(1, middle + NARROWEST / 2)];
}

const NARROWEST = 0.04;

function shareAxis(low: number, high: number): AxisTicks {
	const span = high - low;
	const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25].find((candidate) => span / candidate <= 4) ?? 0.5;
	const steps = Math.round(1 / step);
	const first = Math.max(0, Math.min(Math.floor(low / step + 1e-9), steps - 1));
	const last = Math.max(first + 1, Math.min(Math.ceil(high / step - 1e-9), steps));
	const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(4)));
	return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1, ticks };
}

/** Whole epochs for the horizontal axis, at most eight. */
export function epochTicks(min: number, max: number): readonly number[] {
	const step = [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000].find((candidate) => (max - min) / candidate <= 8) ?? 5000;
	const ticks: number[] = [];
	const first = Math.max(0, Math.ceil(min - 1e-9));
	if (first <= max) ticks.push(first);
	for (let tick = (Math.floor(first / step) + 1) * step; tick <= max + 1e-9; tick += step) {
		if (tick - first >= step / 2) ticks.push(tick);
	}
	return ticks;
}
