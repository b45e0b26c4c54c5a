import { z } from 'zod';
import type { KerasModelLayer } from '#main/compile/topology.ts';
import type { TensorShape } from '#shared/tensor/shape.ts';

const pairSchema = z.tuple([z.int(), z.int()]);
const sidesSchema = z.tuple([pairSchema, pairSchema]);

type Rule = (config: Readonly<Record<string, unknown>>, input: TensorShape) => TensorShape;

/** Sizes inside the chain of an op: the plan knows only what an op begins and ends with. */
const rules: Readonly<Record<string, Rule>> = {
	ZeroPadding2D: ({ padding }, input) => resized(sidesSchema.parse(padding), 1, input),
	Cropping2D: ({ cropping }, input) => resized(sidesSchema.parse(cropping), -1, input),
	Permute: ({ dims }, input) =>
		z
			.array(z.int())
			.parse(dims)
			.map((axis) => input[axis - 1] ?? 0),
	Dense: ({ units }, input) => [...input.slice(0, -1), Number(units)],
	MaxPooling2D: (config, input) => slid(config, pairSchema.parse(config.pool_size), input, input[2]),
	AveragePooling2D: (config, input) => slid(config, pairSchema.parse(config.pool_size), input, input[2]),
	Conv2D: (config, input) => slid(config, pairSchema.parse(config.kernel_size), input, Number(config.filters)),
	DepthwiseConv2D: (config, input) =>
		slid(config, pairSchema.parse(config.kernel_size), input, (input[2] ?? 0) * Number(config.depth_multiplier ?? 1)),
	Conv2DTranspose: (config, input) => {
		const [window, strides] = [pairSchema.parse(config.kernel_size), pairSchema.parse(config.strides)];
		const spread = (axis: 0 | 1) => {
			const cells = input[axis] ?? 0;
			return config.padding === 'same' ? cells * strides[axis] : (cells - 1) * strides[axis] + Math.max(window[axis], strides[axis]);
		};
		return [spread(0), spread(1), Number(config.filters)];
	},
};

/** Size after a layer that stands before the last of its op. */
export function shapeAfter({ class_name, config, name }: KerasModelLayer, input: TensorShape): TensorShape {
	const rule = rules[class_name];
	if (!rule) throw new Error(`no rule for the size after ${name}, a ${class_name}`);
	return rule(config, input);
}

function resized([rows, columns]: z.infer<typeof sidesSchema>, sign: 1 | -1, input: TensorShape): TensorShape {
	const [height = 0, width = 0, channels = 0] = input;
	return [height + sign * (rows[0] + rows[1]), width + sign * (columns[0] + columns[1]), channels];
}

function slid(config: Readonly<Record<string, unknown>>, window: readonly [number, number], input: TensorShape, depth = 0): TensorShape {
	const strides = pairSchema.parse(config.strides);
	const gaps = pairSchema.optional().parse(config.dilation_rate) ?? [1, 1];
	const places = (axis: 0 | 1) => {
		const cells = input[axis] ?? 0;
		const reach = (window[axis] - 1) * gaps[axis] + 1;
		return config.padding === 'same' ? Math.ceil(cells / strides[axis]) : Math.floor((cells - reach) / strides[axis]) + 1;
	};
	return [places(0), places(1), depth];
}
