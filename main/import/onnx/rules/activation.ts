import type { NodeConfig } from '#shared/graph/document.ts';
import { fusedActivations } from '#shared/layers/activations.ts';
import { type Tensor, Unsupported } from '../builder.ts';
import { type Call, ownAxis, type Rule } from '../call.ts';
import { inOurOrder } from './dense.ts';

/** The layer before ends with the function where it can and nothing else takes its sums; else it is a layer of its own. */
function applied(call: Call, activation: string, own: NodeConfig = {}): Tensor {
	const input = call.tensor(0);
	const canEnd = (fusedActivations as readonly string[]).includes(activation) && call.isAlone(0);
	if (canEnd && call.build.takeActivation(input.layer, activation)) return input;
	return { ...call.build.add(call.name, 'activation', [input], { config: { activation, ...own } }), axes: input.axes, order: input.order };
}

export function activation(name: string): Rule {
	return (call) => applied(call, name);
}

const isNear = (value: number, expected: number): boolean => Math.abs(value - expected) < 1e-6;

export const leakyRelu: Rule = (call) => applied(call, 'leakyRelu', { slope: call.number('alpha', 0.01) });

export const elu: Rule = (call) => {
	if (!isNear(call.number('alpha', 1), 1)) throw new Unsupported();
	return applied(call, 'elu');
};

/** TensorFlow.js and Keras have the constants of the paper, which are the file's usual ones. */
export const selu: Rule = (call) => {
	const isUsual = Math.abs(call.number('alpha', 1.67326) - 1.67326) < 1e-4 && Math.abs(call.number('gamma', 1.0507) - 1.0507) < 1e-4;
	if (!isUsual) throw new Unsupported();
	return applied(call, 'selu');
};

/** One slope for each channel. */
export const prelu: Rule = (call) => {
	const input = call.tensor(0);
	const slopes = call.floats(1);
	const channels = input.shape?.at(-1) ?? slopes.length;
	if (slopes.length !== 1 && slopes.length !== channels) throw new Unsupported();
	const alpha = Float32Array.from({ length: channels }, (_, at) => slopes[slopes.length === 1 ? 0 : at] ?? 0);
	const made = call.build.add(call.name, 'activation', [input], {
		config: { activation: 'prelu' },
		weights: { alpha: { shape: [channels], values: inOurOrder(alpha, input.order) } },
	});
	return { ...made, axes: input.axes, order: input.order };
};

/** Cut off below 0, and above 6: what else there is has no name here. */
export const clip: Rule = (call) => {
	const bound = (attribute: string, place: number, otherwise: number) =>
		call.isConstant(place) ? (call.constant(place).values[0] ?? otherwise) : call.number(attribute, otherwise);
	const [low, high] = [bound('min', 1, Number.NEGATIVE_INFINITY), bound('max', 2, Number.POSITIVE_INFINITY)];
	if (low === 0 && high === 6) return applied(call, 'relu6');
	if (low === 0 && high >= 3e38) return applied(call, 'relu');
	throw new Unsupported();
};

export const softmax: Rule = (call) => {
	const input = call.tensor(0);
	const axis = call.number('axis', call.opset < 13 ? 1 : -1);
	if (input.shape !== null && ownAxis(input, axis) !== input.shape.length - 1) throw new Unsupported();
	// Before opset 13, all axes from this one on counted as one.
	if (call.opset < 13 && input.axes.length > 1) throw new Unsupported();
	return applied(call, 'softmax');
};

/** The exact one and the one by tanh differ by less than 0.001, and ours is the exact one. */
export const gelu: Rule = (call) => {
	if (call.text('approximate', 'none') !== 'none') throw new Unsupported();
	return applied(call, 'gelu');
};

export const hardSwish: Rule = (call) => applied(call, 'hardSwish');
