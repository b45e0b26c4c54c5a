import type { NodeConfig } from '#shared/graph/document.ts';
import { fusedActivations } from '#shared/layers/activations.ts';
import { countValues } from '#shared/tensor/shape.ts';
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

type Step = readonly [kind: string, config: NodeConfig];

/** Layers one after the other that work on each value by itself, so that axes stay as they lie. */
export function inSteps(call: Call, input: Tensor, steps: readonly Step[]): Tensor {
	return steps.reduce<Tensor>(
		(from, [kind, config]) => ({ ...call.build.add(call.name, kind, [from], { config }), axes: input.axes, order: input.order }),
		input,
	);
}

const rescaled = (scale: number, offset: number): Step => ['rescaling', { scale, offset }];
const function_ = (activation: string): Step => ['activation', { activation }];

/** `max(x, least)` and `min(x, most)` by functions that are cut at 0. */
export const atLeast = (least: number): readonly Step[] => [rescaled(1, -least), function_('relu'), rescaled(1, least)];
export const atMost = (most: number): readonly Step[] => [rescaled(-1, most), function_('relu'), rescaled(-1, most)];

/** A line that is cut off at 0 and 1, as ReLU6 at a sixth. */
export const hardSigmoid: Rule = (call) => {
	const [alpha, beta] = [call.number('alpha', 0.2), call.number('beta', 0.5)];
	return inSteps(call, call.tensor(0), [rescaled(6 * alpha, 6 * beta), function_('relu6'), rescaled(1 / 6, 0)]);
};

export const negative: Rule = (call) => inSteps(call, call.tensor(0), [rescaled(-1, 0)]);

export const leakyRelu: Rule = (call) => applied(call, 'leakyRelu', { slope: call.number('alpha', 0.01) });

export const elu: Rule = (call) => {
	const alpha = call.number('alpha', 1);
	return alpha === 1 ? applied(call, 'elu') : scaledElu(call, alpha, 1);
};

/** α times what the usual one gives below 0, and above 0 the value `gamma` times. */
function scaledElu(call: Call, alpha: number, gamma: number): Tensor {
	const input = call.tensor(0);
	const bent = inSteps(call, input, [function_('elu'), rescaled(alpha * gamma, 0)]);
	const rest = inSteps(call, input, [function_('relu'), rescaled(gamma * (1 - alpha), 0)]);
	return { ...call.build.add(call.name, 'add', [bent, rest]), axes: input.axes, order: input.order };
}

/** The same as ELU where it is cut at its usual place. */
export const celu: Rule = (call) => {
	if (call.number('alpha', 1) !== 1) throw new Unsupported();
	return applied(call, 'elu');
};

/** TensorFlow.js and Keras have the constants of the paper, which are the file's usual ones. */
export const selu: Rule = (call) => {
	const [alpha, gamma] = [call.number('alpha', 1.67326), call.number('gamma', 1.0507)];
	const isUsual = Math.abs(alpha - 1.67326) < 1e-4 && Math.abs(gamma - 1.0507) < 1e-4;
	return isUsual ? applied(call, 'selu') : scaledElu(call, alpha, gamma);
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

/** Cut off below and above. */
export const clip: Rule = (call) => {
	const bound = (attribute: string, place: number, otherwise: number) =>
		call.isConstant(place) ? (call.constant(place).values[0] ?? otherwise) : call.number(attribute, otherwise);
	const [low, high] = [bound('min', 1, Number.NEGATIVE_INFINITY), bound('max', 2, Number.POSITIVE_INFINITY)];
	if (low === 0 && high === 6) return applied(call, 'relu6');
	if (low === 0 && high >= 3e38) return applied(call, 'relu');
	const [hasLow, hasHigh] = [low > -3e38, high < 3e38];
	return inSteps(call, call.tensor(0), [...(hasLow ? atLeast(low) : []), ...(hasHigh ? atMost(high) : [])]);
};

export const softmax: Rule = (call) => {
	const input = call.tensor(0);
	const axis = call.number('axis', call.opset < 13 ? 1 : -1);
	if (input.shape !== null && ownAxis(input, axis) !== input.shape.length - 1) throw new Unsupported();
	// Before opset 13, all axes from this one on counted as one.
	if (call.opset < 13 && input.axes.length > 1 && countValues(input.shape ?? []) !== input.shape?.at(-1)) throw new Unsupported();
	return applied(call, 'softmax');
};

/** The exact one and the one by tanh differ by less than 0.001, and ours is the exact one. */
export const gelu: Rule = (call) => {
	if (call.text('approximate', 'none') !== 'none') throw new Unsupported();
	return applied(call, 'gelu');
};

export const hardSwish: Rule = (call) => applied(call, 'hardSwish');
