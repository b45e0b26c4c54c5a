import type { ModelPlan } from '#shared/plan/plan.ts';

/** What a loss says about a batch of answers: the mean loss, right answers, and how each output value should change. */
export interface LossValue {
	readonly loss: number;
	readonly correct: number;
	/** ∂ mean loss / ∂ output, as long as the outputs; `null` when it was not asked for. */
	readonly gradient: Float32Array | null;
}

/**
 * A loss over the network's raw outputs, computed in double precision outside the engine: the same numbers on every engine,
 * and one transfer of a few values in place of a dozen tiny ops. `outputs` is `rows × units`, row-major.
 */
export interface Loss {
	/** The final activation is left out of the network because the loss takes logits. */
	readonly takesLogits: boolean;
	value(outputs: Float32Array, labels: Int32Array, rows: number, units: number, wantsGradient: boolean): LossValue;
	/** The network's answer from its raw outputs. */
	answer(outputs: Float32Array, rows: number, units: number): Float32Array;
}

/** The loss that belongs to what the answer means. */
export function chooseLoss(plan: ModelPlan): Loss {
	if (plan.task === 'regression') return meanSquaredError;
	if (plan.finalActivation === 'sigmoid') return binaryCrossEntropy;
	return { ...softmaxCrossEntropy, takesLogits: plan.finalActivation === 'softmax' };
}

/** −log softmax(outputs)[label], mean over rows, from logits so that no probability underflows. Gradient: (softmax − one-hot) / rows. */
export const softmaxCrossEntropy: Loss = {
	takesLogits: true,
	value(outputs, labels, rows, units, wantsGradient) {
		const gradient = wantsGradient ? new Float32Array(rows * units) : null;
		let total = 0;
		let correct = 0;
		for (let row = 0; row < rows; row++) {
			const start = row * units;
			const label = labels[row] ?? 0;
			const { place, max } = largest(outputs, start, units);
			if (place === label) correct++;
			let sum = 0;
			for (let unit = 0; unit < units; unit++) sum += Math.exp((outputs[start + unit] ?? 0) - max);
			total += Math.log(sum) + max - (outputs[start + label] ?? Number.NaN);
			if (!gradient) continue;
			for (let unit = 0; unit < units; unit++) {
				const probability = Math.exp((outputs[start + unit] ?? 0) - max) / sum;
				gradient[start + unit] = (probability - (unit === label ? 1 : 0)) / rows;
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

/** Sigmoid and cross-entropy per unit, mean over rows and units. One unit answers "class 1"; several answer one class each. */
export const binaryCrossEntropy: Loss = {
	takesLogits: true,
	value(outputs, labels, rows, units, wantsGradient) {
		const gradient = wantsGradient ? new Float32Array(rows * units) : null;
		let total = 0;
		let correct = 0;
		for (let row = 0; row < rows; row++) {
			const start = row * units;
			const label = labels[row] ?? 0;
			const answer = units === 1 ? Number((outputs[start] ?? 0) > 0) : largest(outputs, start, units).place;
			if (answer === label) correct++;
			for (let unit = 0; unit < units; unit++) {
				const logit = outputs[start + unit] ?? 0;
				const target = targetOf(label, unit, units);
				// max(x, 0) − x·t + log(1 + e^−|x|): no overflow at either end.
				total += Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
				if (gradient) gradient[start + unit] = (sigmoid(logit) - target) / (rows * units);
			}
		}
		return { loss: total / (rows * units), correct, gradient };
	},
	answer: (outputs) => outputs.map(sigmoid),
};

/** Mean of (output − target)²; one unit is compared with the label itself, several with the label's one-hot vector. */
export const meanSquaredError: Loss = {
	takesLogits: false,
	value(outputs, labels, rows, units, wantsGradient) {
		const gradient = wantsGradient ? new Float32Array(rows * units) : null;
		let total = 0;
		let correct = 0;
		for (let row = 0; row < rows; row++) {
			const start = row * units;
			const label = labels[row] ?? 0;
			const answer = units === 1 ? Math.round(outputs[start] ?? 0) : largest(outputs, start, units).place;
			if (answer === label) correct++;
			for (let unit = 0; unit < units; unit++) {
				const distance = (outputs[start + unit] ?? 0) - targetOf(label, unit, units);
				total += distance * distance;
				if (gradient) gradient[start + unit] = (2 * distance) / (rows * units);
			}
		}
		return { loss: total / (rows * units), correct, gradient };
	},
	answer: (outputs) => outputs,
};

function targetOf(label: number, unit: number, units: number): number {
	if (units === 1) return label;
	return unit === label ? 1 : 0;
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
