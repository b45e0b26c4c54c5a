import { z } from 'zod';
import type { NodeConfig } from '#shared/graph/document.ts';
import { fusedActivations } from '#shared/layers/activations.ts';
import { countValues } from '#shared/tensor/shape.ts';
import {
	activation,
	type Dialect,
	type Json,
	type LayerCall,
	type Layers,
	layers,
	one,
	type Part,
	part,
	type Rule,
	rescaling,
	type Translation,
} from './translation.ts';

const named = z.union([z.string(), z.object({ class_name: z.string() }).transform(({ class_name }) => class_name)]);

/** Keras's names that we spell otherwise. */
const activationNames: Readonly<Record<string, string>> = {
	silu: 'swish',
	hard_silu: 'hardSwish',
	hard_swish: 'hardSwish',
	hardswish: 'hardSwish',
	leaky_relu: 'leakyRelu',
	celu: 'elu',
	Softmax: 'softmax',
};
/** Slope of Keras's function `leaky_relu`. */
const LEAK = 0.2;
const INPUT = [{ input: 0 }];

const alone: Readonly<Record<string, (dialect: Dialect) => readonly Part[]>> = {
	hardSwish: () => [activation('hardSwish')],
	leakyRelu: () => [part('activation', { activation: 'leakyRelu', slope: LEAK })],
	hard_sigmoid: ({ steepHardSigmoid }) => [rescaling(steepHardSigmoid ? 1.2 : 1, 3), activation('relu6'), rescaling(1 / 6)],
	hard_tanh: () => [rescaling(3, 3), activation('relu6'), rescaling(1 / 3, -1)],
	log_sigmoid: () => [rescaling(-1), activation('softplus'), rescaling(-1)],
	tanh_shrink: () => [activation('tanh'), part('subtract', {}, [{ input: 0 }, { part: 0 }])],
};

/** Layers of ours that compute a function of Keras; `null` where there are none. */
export function activationParts(given: unknown, dialect: Dialect): readonly Part[] | null {
	const name = named.parse(given);
	const own = activationNames[name] ?? name;
	if ((fusedActivations as readonly string[]).includes(own)) return [activation(own)];
	return Object.hasOwn(alone, own) ? (alone[own]?.(dialect) ?? null) : null;
}

/** A layer with its activation: within, or as layers after it. `null` where the function is not known here. */
export function activated(
	part: { readonly kind: string; readonly config: NodeConfig },
	given: unknown,
	weights: readonly string[],
	{ dialect }: LayerCall,
	more: Partial<Layers> = {},
): Layers | null {
	const after = activationParts(given ?? 'linear', dialect);
	if (!after) return null;
	const [first] = after;
	if (after.length === 1 && (fusedActivations as readonly string[]).includes(String(first?.config.activation)))
		return layers([{ ...part, config: { ...part.config, activation: String(first?.config.activation) } }], weights, more);
	const shifted = after.map((own) => ({
		...own,
		...(own.from && { from: own.from.map((source) => ('part' in source ? { part: source.part + 1 } : { part: 0 })) }),
	}));
	return layers([{ ...part, config: { ...part.config, activation: 'linear' } }, ...shifted], weights, more);
}

const leaky = (slope: number): readonly Part[] => [
	slope === 0 ? activation('relu') : part('activation', { activation: 'leakyRelu', slope }),
];

/** What is above `most` is cut off: `most − relu(most − x)`. */
const below = (most: number): readonly Part[] => [rescaling(-1, most), activation('relu'), rescaling(-1, most)];

/** Cut off below and above by numbers: `null` for no end. */
export function clipped(least: number | null, most: number | null): readonly Part[] {
	if (least === 0 && most === 6) return [activation('relu6')];
	if (least === 0 && most === null) return [activation('relu')];
	const above = least === null ? [] : [rescaling(1, -least), activation('relu'), rescaling(1, least)];
	return [...above, ...(most === null ? [] : below(most))];
}

/** `α · (eˣ − 1)` below 0: the usual one α times, and what that lacks above 0. */
export function eluOf(alpha: number): readonly Part[] {
	if (alpha === 1) return [activation('elu')];
	return [
		activation('elu'),
		rescaling(alpha),
		activation('relu', INPUT),
		rescaling(1 - alpha),
		part('add', {}, [{ part: 1 }, { part: 3 }]),
	];
}

function relu(config: Json): Translation | null {
	const slope = Number(config.negative_slope ?? 0);
	if (Number(config.threshold ?? 0) !== 0) return null;
	const most = config.max_value == null ? null : Number(config.max_value);
	if (slope === 0) return layers(clipped(0, most));
	return layers([...leaky(slope), ...(most === null ? [] : below(most))]);
}

/** One slope for each channel, for all of them, or for each place: then every place is a channel of its own for a while. */
function prelu(_config: Json, { shapes: [shape] }: LayerCall): Translation | null {
	const slopes = ['alpha'];
	if (!shape) return layers([activation('prelu')], slopes);
	const channels = shape.at(-1) ?? 1;
	const isOf = (dims: readonly number[], count: number) => countValues(dims) === count && (dims.at(-1) ?? 1) === count;
	return layers([part('flatten'), activation('prelu'), part('reshape', { targetShape: [...shape] })], slopes, {
		holder: 1,
		arrange: ([alpha]) => {
			if (!alpha) return {};
			const count = countValues(shape);
			const spread = Float32Array.from({ length: count }, (_, at) => {
				if (alpha.values.length === 1 || isOf(alpha.shape, channels)) return alpha.values[at % alpha.values.length] ?? 0;
				return alpha.values[at] ?? 0;
			});
			return { alpha: { shape: [count], values: spread } };
		},
	});
}

/** Whether slopes are shared over rows and columns, as here. */
function isPerChannel({ shared_axes }: Json, { shapes: [shape] }: LayerCall): boolean {
	if (shape?.length === 1) return shared_axes == null;
	return Array.isArray(shared_axes) && [...shared_axes].sort().join() === '1,2';
}

export const activationRules: Readonly<Record<string, Rule>> = {
	Activation: (config, { dialect }) => {
		const parts = activationParts(config.activation, dialect);
		return parts && layers(parts);
	},
	ReLU: relu,
	LeakyReLU: (config) => one('activation', { activation: 'leakyRelu', slope: Number(config.negative_slope ?? config.alpha ?? 0.3) }),
	PReLU: (config, call) => (isPerChannel(config, call) ? layers([activation('prelu')], ['alpha']) : prelu(config, call)),
	ELU: (config) => layers(eluOf(Number(config.alpha ?? 1))),
};
