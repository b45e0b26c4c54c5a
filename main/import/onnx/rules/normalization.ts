import { type Tensor, Unsupported } from '../builder.ts';
import { type Call, ownAxis, type Rule } from '../call.ts';
import { inOurPlaces } from './arithmetic.ts';
import { inOurOrder } from './dense.ts';

/** Our axis of channels is the last; the file's is the second. */
function overChannels(call: Call): Tensor {
	const input = call.tensor(0);
	return input.axes.length === 3 ? call.build.toMap(input) : input;
}

export const batchNorm: Rule = (call) => {
	const input = overChannels(call);
	const channels = (place: number) => ({
		shape: [call.constant(place).values.length],
		values: inOurOrder(call.floats(place), input.order),
	});
	const made = call.build.add(call.name, 'batchNorm', [input], {
		// The file counts what is kept of the averages as we do.
		config: { momentum: Math.min(call.number('momentum', 0.9), 0.9999), epsilon: call.number('epsilon', 1e-5), center: true, scale: true },
		weights: { gamma: channels(1), beta: channels(2), movingMean: channels(3), movingVariance: channels(4) },
	});
	return { ...made, axes: input.axes, order: input.order };
};

/** `GroupNormalization` with a scale for each channel, as since opset 21; before, one for each group. */
export const groupNorm: Rule = (call) => {
	const input = overChannels(call);
	const groups = call.number('num_groups', 1);
	return normalizedByGroups(call, input, groups);
};

/** Each map by itself is a group of one channel. */
export const instanceNorm: Rule = (call) => normalizedByGroups(call, overChannels(call), call.constant(1).values.length);

function normalizedByGroups(call: Call, input: Tensor, groups: number): Tensor {
	const channels = input.shape?.at(-1) ?? call.constant(1).values.length;
	const spread = (values: Float32Array): Float32Array => {
		if (channels % values.length !== 0) throw new Unsupported();
		return Float32Array.from({ length: channels }, (_, at) => values[Math.floor((at * values.length) / channels)] ?? 0);
	};
	const weights = {
		gamma: { shape: [channels], values: spread(call.floats(1)) },
		beta: { shape: [channels], values: spread(call.floats(2)) },
	};
	const config = { groups, epsilon: call.number('epsilon', 1e-5), center: true, scale: true };
	return { ...call.build.add(call.name, 'groupNorm', [input], { config, weights }), axes: input.axes };
}

export const layerNorm: Rule = (call) => {
	const input = call.tensor(0);
	const axis = call.number('axis', -1);
	const isLast = axis === -1 || axis === input.axes.length;
	if ((axis === 1 || axis === -input.axes.length) && !isLast) return overAll(call, input);
	if (!isLast || input.order || input.shape === null || ownAxis(input, -1) !== input.shape.length - 1) throw new Unsupported();
	const beta = call.optional(2) && call.floats(2);
	const given = call.optional(1) && call.floats(1);
	const gamma = given ?? Float32Array.of();
	const made = call.build.add(call.name, 'layerNorm', [input], {
		config: { epsilon: call.number('epsilon', 1e-5), scale: given !== undefined, center: beta !== undefined },
		weights: { gamma: given && { shape: [gamma.length], values: gamma }, beta: beta && { shape: [beta.length], values: beta } },
	});
	return { ...made, axes: input.axes };
};

/** Over all values of a sample, which are one row for a while. */
function overAll(call: Call, input: Tensor): Tensor {
	const { shape } = input;
	if (shape === null || input.order) throw new Unsupported();
	const weight = (place: number) => {
		const numbers = call.optional(place);
		const values = numbers && inOurPlaces(input, numbers);
		return values && { shape: [values.length], values };
	};
	const [gamma, beta] = [weight(1), weight(2)];
	const flat = call.build.add(`${call.name} flat`, 'flatten', [input]);
	const row = call.build.add(call.name, 'layerNorm', [flat], {
		config: { epsilon: call.number('epsilon', 1e-5), scale: gamma !== undefined, center: beta !== undefined },
		weights: { gamma, beta },
	});
	return { ...call.build.add(`${call.name} shaped`, 'reshape', [row], { config: { targetShape: [...shape] } }), axes: input.axes };
}

/** The file shares `alpha` among the cells of the window. */
export const localResponseNorm: Rule = (call) => {
	const input = call.build.toMap(call.tensor(0));
	const size = call.number('size', 5);
	if (size % 2 !== 1) throw new Unsupported();
	const config = {
		depthRadius: (size - 1) / 2,
		alpha: call.number('alpha', 1e-4) / size,
		beta: call.number('beta', 0.75),
		bias: call.number('bias', 1),
	};
	return call.build.add(call.name, 'localResponseNorm', [input], { config });
};
