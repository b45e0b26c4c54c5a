import { z } from 'zod';
import type { Graph, Value } from '../graph/graph.ts';
import { floats, reshape } from '../ops/array.ts';
import { add, leakyRelu, multiply, scale, softmax, subtract, unary } from '../ops/math.ts';
import { emitter, type LayerEmitter, NotCompilable, noSettings, onlyInput, weightOf } from './emitter.ts';

/** Activations by Keras's names. */
const activations: Readonly<Record<string, (graph: Graph, value: Value) => Value>> = {
	linear: (_graph, value) => value,
	relu: (graph, value) => unary(graph, 'Relu', value),
	relu6: (graph, value) => unary(graph, 'Relu6', value),
	elu: (graph, value) => unary(graph, 'Elu', value),
	selu: (graph, value) => unary(graph, 'Selu', value),
	sigmoid: (graph, value) => unary(graph, 'Sigmoid', value),
	tanh: (graph, value) => unary(graph, 'Tanh', value),
	softplus: (graph, value) => unary(graph, 'Softplus', value),
	softmax,
	swish: (graph, value) => multiply(graph, value, unary(graph, 'Sigmoid', value)),
	mish: (graph, value) => multiply(graph, value, unary(graph, 'Tanh', unary(graph, 'Softplus', value))),
	// x · Φ(x), the exact form (Hendrycks and Gimpel 2016).
	gelu: (graph, value) => {
		const error = unary(graph, 'Erf', scale(graph, value, Math.SQRT1_2));
		return multiply(graph, value, scale(graph, add(graph, error, floats(graph, 1)), 0.5));
	},
};

export function activate(graph: Graph, name: string, value: Value): Value {
	const apply = activations[name];
	if (!apply) throw new NotCompilable(`activation ${name}`);
	return apply(graph, value);
}

export const activationLayers: Readonly<Record<string, LayerEmitter>> = {
	Activation: emitter(z.object({ activation: z.string() }), ({ activation }, inputs, { graph }) =>
		activate(graph, activation, onlyInput(inputs)),
	),
	LeakyReLU: emitter(z.object({ alpha: z.number() }), ({ alpha }, inputs, { graph }) => leakyRelu(graph, onlyInput(inputs), alpha)),
	// max(x, 0) − α · max(−x, 0), with an α per channel or per unit.
	PReLU: emitter(noSettings, (_config, inputs, context) => {
		const { graph } = context;
		const input = onlyInput(inputs);
		const alpha = weightOf(context, 'alpha');
		const perSample = alpha.shape.length === input.shape.length - 1 ? alpha : reshape(graph, alpha, alpha.shape.slice(-1));
		const below = unary(graph, 'Relu', unary(graph, 'Neg', input));
		return subtract(graph, unary(graph, 'Relu', input), multiply(graph, below, perSample));
	}),
	// x · min(max(x + 3, 0), 6) / 6.
	HardSwish: emitter(noSettings, (_config, inputs, { graph }) => {
		const input = onlyInput(inputs);
		const gate = unary(graph, 'Relu6', add(graph, input, floats(graph, 3)));
		return multiply(graph, input, scale(graph, gate, 1 / 6));
	}),
};
