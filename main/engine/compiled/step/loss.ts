import { assertNever } from '#shared/assertNever.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import type { LossName, TrainingConfig } from '#shared/training/config.ts';
import { usualLoss } from '../../loss.ts';
import type { Graph, Value } from '../graph/graph.ts';
import { known } from '../graph/shapes.ts';
import { NotCompilable } from '../layers/emitter.ts';
import { cast, floats, reshape } from '../ops/array.ts';
import { add, argMax, binary, compare, multiply, oneHot, reduce, scale, subtract, unary } from '../ops/math.ts';
import { softmaxCrossEntropy, sparseSoftmaxCrossEntropy } from '../ops/nn.ts';

/** Mean loss over the rows, and how many answers are right. */
export interface LossValues {
	readonly loss: Value;
	readonly correct: Value;
}

/** What the loss is computed from. */
export interface LossInput {
	readonly graph: Graph;
	/** The network's raw outputs, `[n, …, units]`. */
	readonly outputs: Value;
	/** A class number per row. */
	readonly labels: Value;
	/** How much each row counts; the mean is over rows all the same. */
	readonly rowWeights: Value;
	/** A second answer per row and the share of the first, where images are blended. */
	readonly blend: BlendInput | null;
}

export interface BlendInput {
	readonly labels: Value;
	readonly rowWeights: Value;
	readonly shares: Value;
}

type Name = Exclude<LossName, 'auto'>;

/** The loss of `loss.ts` as ops. Throws `NotCompilable` for a loss that has none here. */
export function emitLoss(
	plan: Pick<ModelPlan, 'task' | 'finalActivation'>,
	settings: Pick<TrainingConfig, 'loss' | 'labelSmoothing'>,
	{ graph, outputs, labels, rowWeights, blend }: LossInput,
): LossValues {
	const name = settings.loss === 'auto' ? usualLoss(plan) : settings.loss;
	if (name === 'binaryCrossEntropy' && plan.finalActivation === 'softmax') {
		throw new NotCompilable('binary cross-entropy of an answer that ends with softmax');
	}
	const units = known(outputs.shape.at(-1), 'the number of answers');
	const rows = outputs.shape.length === 2 ? outputs : reshape(graph, outputs, [null, units]);
	const answers = answerOf(graph, name, rows);
	const towards = (given: Value, weights: Value) => ({
		loss: multiply(graph, lossPerRow(graph, name, rows, given, settings.labelSmoothing), weights),
		correct: cast(graph, compare(graph, 'Equal', answers, given), 'float32'),
	});
	const first = towards(labels, rowWeights);
	const each = blend ? blended(graph, blend.shares, first, towards(blend.labels, blend.rowWeights)) : first;
	return { loss: reduce(graph, 'Mean', each.loss, [0]), correct: reduce(graph, 'Sum', each.correct, [0]) };
}

/** λ of the first and 1 − λ of the second, per row (Zhang et al. 2018). */
function blended(graph: Graph, shares: Value, first: LossValues, second: LossValues): LossValues {
	const rest = subtract(graph, floats(graph, 1), shares);
	const mix = (a: Value, b: Value) => add(graph, multiply(graph, a, shares), multiply(graph, b, rest));
	return { loss: mix(first.loss, second.loss), correct: mix(first.correct, second.correct) };
}

function lossPerRow(graph: Graph, name: Name, rows: Value, labels: Value, smoothing: number): Value {
	const units = known(rows.shape[1], 'the number of answers');
	if (name === 'categoricalCrossEntropy') {
		if (smoothing === 0) return sparseSoftmaxCrossEntropy(graph, rows, labels);
		return softmaxCrossEntropy(graph, rows, mixed(graph, oneHot(graph, labels, units), smoothing, units));
	}
	const targets = units === 1 ? reshape(graph, cast(graph, labels, 'float32'), [null, 1]) : oneHot(graph, labels, units);
	const perUnit = lossPerUnit(graph, name, rows, name === 'binaryCrossEntropy' ? mixed(graph, targets, smoothing, 2) : targets);
	return reduce(graph, 'Mean', perUnit, [1]);
}

function lossPerUnit(graph: Graph, name: Exclude<Name, 'categoricalCrossEntropy'>, rows: Value, targets: Value): Value {
	switch (name) {
		case 'binaryCrossEntropy':
			// softplus(x) − x·t = max(x, 0) − x·t + log(1 + e^−|x|), which overflows at neither end.
			return subtract(graph, unary(graph, 'Softplus', rows), multiply(graph, rows, targets));
		case 'mse':
			return unary(graph, 'Square', subtract(graph, rows, targets));
		case 'mae':
			return unary(graph, 'Abs', subtract(graph, rows, targets));
		case 'huber': {
			// With q = min(|d|, 1): q · (|d| − q/2) is d²/2 near the target and |d| − 1/2 further out.
			const size = unary(graph, 'Abs', subtract(graph, rows, targets));
			const near = binary(graph, 'Minimum', size, floats(graph, 1));
			return multiply(graph, near, subtract(graph, size, scale(graph, near, 0.5)));
		}
		default:
			return assertNever(name);
	}
}

/** A share of certainty taken from the target and spread over `places`. */
function mixed(graph: Graph, targets: Value, smoothing: number, places: number): Value {
	return smoothing === 0 ? targets : add(graph, scale(graph, targets, 1 - smoothing), floats(graph, smoothing / places));
}

/** The class that a row answers with. */
function answerOf(graph: Graph, name: Name, rows: Value): Value {
	if (rows.shape[1] !== 1 || name === 'categoricalCrossEntropy') return argMax(graph, rows);
	const single = reshape(graph, rows, [null]);
	if (name === 'binaryCrossEntropy') return cast(graph, compare(graph, 'Greater', single, floats(graph, 0)), 'int32');
	// Halves go up, as Math.round has it; TensorFlow's own rounding goes to the even number.
	return cast(graph, unary(graph, 'Floor', add(graph, single, floats(graph, 0.5))), 'int32');
}
