import { assertNever } from '#shared/assertNever.ts';
import { type TrainingConfig, weightDecayOf } from '#shared/training/config.ts';
import type { Attributes, Graph, GraphNode, Value } from '../graph/graph.ts';
import { floats } from '../ops/array.ts';
import { multiply } from '../ops/math.ts';
import { applyUpdate, assignSubtract, type Variable } from '../ops/state.ts';

/** What one weight is updated from. */
export interface UpdateInput {
	readonly graph: Graph;
	readonly weight: Variable;
	/** The weight at the start of the step. */
	readonly value: Value;
	readonly slots: readonly Variable[];
	readonly gradient: Value;
	/** Fed: the rate with the optimizer's correction for the first steps, and rate times weight decay. */
	readonly rate: Value;
	readonly decay: Value;
}

/** One optimizer as TensorFlow's own single-pass update. */
export interface OptimizerOps {
	/** Variables of the weight's size that it keeps beside each weight, zeros before the first step. */
	readonly slotNames: readonly string[];
	/** How many further variables the update op asks for, whose values mean nothing between steps. */
	readonly scratchCount: number;
	/** What to feed for `rate` and `decay` at a step that counts from 0. */
	feedAt(learningRate: number, step: number): { readonly rate: number; readonly decay: number };
	update(input: UpdateInput): GraphNode;
}

/** Keras's default, the same as in `opByOp/optimizers.ts`. */
const RMS_DECAY = 0.9;

/** An update rule: its op, what follows the variables among the op's inputs, and how the rate is corrected. */
interface Rule {
	readonly op: Parameters<typeof applyUpdate>[1];
	readonly slotNames: readonly string[];
	readonly scratchCount?: number;
	readonly attributes?: Attributes;
	inputs(rate: Value, gradient: Value, number: (value: number) => Value): readonly Value[];
	correction?(step: number): number;
}

/** The rule of the settings, with weight decay taken off first: w ← w − rate·decay·w (Loshchilov and Hutter 2019). */
export function optimizerOps(training: TrainingConfig): OptimizerOps {
	const { op, slotNames, scratchCount = 0, attributes = {}, inputs, correction = () => 1 } = ruleOf(training);
	const decayed = weightDecayOf(training);
	return {
		slotNames,
		scratchCount,
		feedAt: (learningRate, step) => ({ rate: learningRate * correction(step), decay: learningRate * decayed }),
		update: ({ graph, weight, value, slots, gradient, rate, decay }) => {
			const before = decayed === 0 ? [] : [assignSubtract(graph, weight, multiply(graph, value, decay))];
			const variables = [weight, ...slots].map(({ handle }) => handle);
			return applyUpdate(graph, op, [...variables, ...inputs(rate, gradient, (number) => floats(graph, number))], attributes, before);
		},
	};
}

function ruleOf({ optimizer, momentum, beta1, beta2, epsilon }: TrainingConfig): Rule {
	switch (optimizer) {
		case 'sgd':
			return { op: 'ResourceApplyGradientDescent', slotNames: [], inputs: (rate, gradient) => [rate, gradient] };
		// v ← m·v − rate·g; then w ← w + v, or with Nesterov's look ahead w ← w + m·v − rate·g.
		case 'momentum':
		case 'nesterov':
			return {
				op: 'ResourceApplyKerasMomentum',
				slotNames: ['velocity'],
				attributes: { use_nesterov: { kind: 'bool', value: optimizer === 'nesterov' } },
				inputs: (rate, gradient, number) => [rate, gradient, number(momentum)],
			};
		// v ← 0.9·v + 0.1·g²; w ← w − rate·g / √(v + ε). The op has a momentum as well, here 0.
		case 'rmsprop':
			return {
				op: 'ResourceApplyRMSProp',
				slotNames: ['meanSquare'],
				scratchCount: 1,
				inputs: (rate, gradient, number) => [rate, number(RMS_DECAY), number(0), number(epsilon), gradient],
			};
		// The bias correction is in the rate, so the op's own, from powers of β that it is told, is switched off by powers of 0.
		case 'adam':
		case 'adamw':
			return {
				op: 'ResourceApplyAdam',
				slotNames: ['mean', 'meanSquare'],
				inputs: (rate, gradient, number) => [number(0), number(0), rate, number(beta1), number(beta2), number(epsilon), gradient],
				correction: (step) => Math.sqrt(1 - beta2 ** (step + 1)) / (1 - beta1 ** (step + 1)),
			};
		default:
			return assertNever(optimizer);
	}
}
