import { assertNever } from '#shared/assertNever.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import type { LossName, TrainingConfig } from '#shared/training/config.ts';
import type { Batch } from './engine.ts';

/** What a loss says about a batch of answers: the mean loss, right answers, and how each output value should change. */
export interface LossValue {
	readonly loss: number;
	readonly correct: number;
	/** ∂ mean loss / ∂ output, as long as the outputs; `null` when it was not asked for. */
	readonly gradient: Float32Array | null;
}

/** Which formula it is; an engine with formulas of its own goes by it. */
export type LossKind =
	| 'softmaxCrossEntropy'
	| 'binaryCrossEntropy'
	| 'crossEntropyOfShares'
	| 'meanSquaredError'
	| 'meanAbsoluteError'
	| 'huber';

/**
 * A loss over the network's raw outputs, computed in double precision outside the engine: the same numbers on every engine,
 * and one transfer of a few values in place of a dozen tiny ops. `outputs` is `rows × units`, row-major.
 */
export interface Loss {
	readonly kind: LossKind;
	/** The final activation is left out of the network because the loss takes logits. */
	readonly takesLogits: boolean;
	/**
	 * `classWeights` say how much a row of each class counts; the mean is over rows all the same, as in Keras. `shares` say how much each
	 * row counts, in the loss and among the right answers.
	 */
	value(
		outputs: Float32Array,
		labels: Int32Array,
		rows: number,
		units: number,
		wantsGradient: boolean,
		classWeights?: readonly number[],
		shares?: Float32Array,
	): LossValue;
	/** The network's answer from its raw outputs. */
	answer(outputs: Float32Array, rows: number, units: number): Float32Array;
}

/** The loss of the settings; where they leave it open, the one that belongs to what the answer means. */
export function chooseLoss(plan: ModelPlan, settings: Pick<TrainingConfig, 'loss' | 'labelSmoothing'>): Loss {
	const { labelSmoothing } = settings;
	const name = settings.loss === 'auto' ? usualLoss(plan) : settings.loss;
	const { finalActivation } = plan;
	switch (name) {
		case 'categoricalCrossEntropy':
			return { ...softmaxCrossEntropy(labelSmoothing), takesLogits: finalActivation === 'softmax' };
		case 'binaryCrossEntropy':
			return finalActivation === 'softmax'
				? crossEntropyOfShares(labelSmoothing)
				: { ...sigmoidCrossEntropy(labelSmoothing), takesLogits: finalActivation === 'sigmoid' };
		case 'mse':
			return distanceLoss('meanSquaredError', (distance) => [distance * distance, 2 * distance]);
		case 'mae':
			return distanceLoss('meanAbsoluteError', (distance) => [Math.abs(distance), Math.sign(distance)]);
		case 'huber':
			return distanceLoss('huber', huber);
		default:
			return assertNever(name);
	}
}

/**
 * The loss of a batch in training. Blended images count both answers by their shares, λ · loss(y₁) + (1 − λ) · loss(y₂), and so do right
 * answers (Zhang et al. 2018).
 */
export function batchLoss(
	loss: Loss,
	outputs: Float32Array,
	{ labels, blend }: Pick<Batch, 'labels' | 'blend'>,
	rows: number,
	units: number,
	classWeights?: readonly number[],
): LossValue {
	if (!blend) return loss.value(outputs, labels, rows, units, true, classWeights);
	const first = loss.value(outputs, labels, rows, units, true, classWeights, blend.shares);
	const rest = blend.shares.map((share) => 1 - share);
	const second = loss.value(outputs, blend.labels, rows, units, true, classWeights, rest);
	const gradient = first.gradient?.map((slope, at) => slope + (second.gradient?.[at] ?? 0)) ?? null;
	return { loss: first.loss + second.loss, correct: first.correct + second.correct, gradient };
}

/** What `auto` stands for in this network. */
export function usualLoss(plan: Pick<ModelPlan, 'task' | 'finalActivation'>): Exclude<LossName, 'auto'> {
	if (plan.task === 'regression') return 'mse';
	return plan.finalActivation === 'sigmoid' ? 'binaryCrossEntropy' : 'categoricalCrossEntropy';
}

/**
 * −Σ target · log softmax(outputs), mean over rows, from logits so that no probability underflows. Gradient: (softmax − target) / rows.
 * Smoothing takes its share from the right class and spreads it over all (Szegedy et al. 2016, §7).
 */
function softmaxCrossEntropy(smoothing: number): Omit<Loss, 'takesLogits'> {
	return {
		kind: 'softmaxCrossEntropy',
		value(outputs, labels, rows, units, wantsGradient, classWeights, shares) {
			const gradient = wantsGradient ? new Float32Array(rows * units) : null;
			const spread = smoothing / units;
			let total = 0;
			let correct = 0;
			for (let row = 0; row < rows; row++) {
				const start = row * units;
				const label = labels[row] ?? 0;
				const share = shares?.[row] ?? 1;
				const weight = share * weightOf(classWeights, label);
				const { place, max } = largest(outputs, start, units);
				if (place === label) correct += share;
				let sum = 0;
				let all = 0;
				for (let unit = 0; unit < units; unit++) {
					const logit = outputs[start + unit] ?? 0;
					sum += Math.exp(logit - max);
					all += logit;
				}
				// Targets sum to 1, so the logarithm of the sum counts once.
				const chosen = (1 - smoothing) * (outputs[start + label] ?? Number.NaN) + spread * all;
				total += weight * (Math.log(sum) + max - chosen);
				if (!gradient) continue;
				for (let unit = 0; unit < units; unit++) {
					const probability = Math.exp((outputs[start + unit] ?? 0) - max) / sum;
					const target = spread + (unit === label ? 1 - smoothing : 0);
					gradient[start + unit] = (weight * (probability - target)) / rows;
				}
			}
			return { loss: total / rows, correct, gradient };
		},
		answer(outputs, rows, units) {
			const answers = new Float32Array(rows * units);
			for (let row = 0; row < rows; row++) {
				const start = row * units;
				const { max } = largest(outputs, start, units);
				let sum = 0;
				for (let unit = 0; unit < units; unit++) sum += Math.exp((outputs[start + unit] ?? 0) - max);
				for (let unit = 0; unit < units; unit++) answers[start + unit] = Math.exp((outputs[start + unit] ?? 0) - max) / sum;
			}
			return answers;
		},
	};
}

/** Sigmoid and cross-entropy per unit, mean over rows and units. One unit answers "class 1"; several answer one class each. */
function sigmoidCrossEntropy(smoothing: number): Omit<Loss, 'takesLogits'> {
	return {
		kind: 'binaryCrossEntropy',
		value: perUnit(
			(logit, label, unit, units) => {
				const target = smoothed(targetOf(label, unit, units), smoothing);
				// max(x, 0) − x·t + log(1 + e^−|x|): no overflow at either end.
				const loss = Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
				return [loss, sigmoid(logit) - target];
			},
			(logit) => Number(logit > 0),
		),
		answer: (outputs) => outputs.map(sigmoid),
	};
}

/** Keras's `epsilon()`: probabilities stay this far from 0 and 1. */
const PROBABILITY_MARGIN = 1e-7;

/** Cross-entropy per unit of a network that answers probabilities already. */
function crossEntropyOfShares(smoothing: number): Loss {
	return {
		kind: 'crossEntropyOfShares',
		takesLogits: false,
		value: perUnit(
			(output, label, unit, units) => {
				const target = smoothed(targetOf(label, unit, units), smoothing);
				const share = Math.min(1 - PROBABILITY_MARGIN, Math.max(PROBABILITY_MARGIN, output));
				return [-target * Math.log(share) - (1 - target) * Math.log1p(-share), (share - target) / (share * (1 - share))];
			},
			(output) => Number(output > 0.5),
		),
		answer: (outputs) => outputs,
	};
}

/** A function of output − target, mean over rows and units; one unit is compared with the label itself, several with its one-hot vector. */
function distanceLoss(kind: LossKind, of: (distance: number) => LossAndSlope): Loss {
	return {
		kind,
		takesLogits: false,
		value: perUnit((output, label, unit, units) => of(output - targetOf(label, unit, units)), Math.round),
		answer: (outputs) => outputs,
	};
}

/** Square near the target, straight further out, with Keras's and PyTorch's bend at 1 (Huber 1964). */
function huber(distance: number): LossAndSlope {
	const size = Math.abs(distance);
	return size <= 1 ? [(distance * distance) / 2, distance] : [size - 0.5, Math.sign(distance)];
}

type LossAndSlope = readonly [loss: number, slope: number];

/** A loss that is a mean over units. `classOf` reads the class from the only unit of a network that has one. */
function perUnit(
	of: (output: number, label: number, unit: number, units: number) => LossAndSlope,
	classOf: (output: number) => number,
): Loss['value'] {
	return (outputs, labels, rows, units, wantsGradient, classWeights, shares) => {
		const gradient = wantsGradient ? new Float32Array(rows * units) : null;
		let total = 0;
		let correct = 0;
		for (let row = 0; row < rows; row++) {
			const start = row * units;
			const label = labels[row] ?? 0;
			const share = shares?.[row] ?? 1;
			const weight = share * weightOf(classWeights, label);
			const answer = units === 1 ? classOf(outputs[start] ?? 0) : largest(outputs, start, units).place;
			if (answer === label) correct += share;
			for (let unit = 0; unit < units; unit++) {
				const [loss, slope] = of(outputs[start + unit] ?? 0, label, unit, units);
				total += weight * loss;
				if (gradient) gradient[start + unit] = (weight * slope) / (rows * units);
			}
		}
		return { loss: total / (rows * units), correct, gradient };
	};
}

function weightOf(classWeights: readonly number[] | undefined, label: number): number {
	return classWeights?.[label] ?? 1;
}

function targetOf(label: number, unit: number, units: number): number {
	if (units === 1) return label;
	return unit === label ? 1 : 0;
}

/** A yes or no moved towards the middle, as Keras smooths binary labels. */
function smoothed(target: number, smoothing: number): number {
	return target * (1 - smoothing) + smoothing / 2;
}

function sigmoid(logit: number): number {
	return 1 / (1 + Math.exp(-logit));
}

/** First largest value of a row. A row of NaN answers place 0 and NaN. */
function largest(values: Float32Array, start: number, length: number): { place: number; max: number } {
	let place = 0;
	let max = values[start] ?? Number.NaN;
	for (let index = 1; index < length; index++) {
		const value = values[start + index] ?? Number.NaN;
		if (value > max) {
			max = value;
			place = index;
		}
	}
	return { place, max };
}
