import type { NamedWeight } from '#shared/plan/plan.ts';
import { arrange, arrangeBack, channelsFirstArrangement } from '../arrangement.ts';
import type { StateEntry } from '../python/body.ts';
import type { NamedTensor } from '../safetensors.ts';

/** A network's weights under PyTorch's names and in its order of axes. */
export function toStateDict(state: readonly StateEntry[], weights: readonly NamedWeight[]): readonly NamedTensor[] {
	const byName = new Map(weights.map((weight) => [weight.name, weight]));
	return state.map(({ name, from, flattened }) => {
		if ('fill' in from) return { name, shape: [from.length], values: new Float32Array(from.length).fill(from.fill) };
		const weight = byName.get(from.weight);
		if (!weight) throw new Error(`no values for weight ${from.weight}`);
		const arrangement = channelsFirstArrangement(from.spec, flattened);
		return { name, shape: arrangement.shape, values: arrange(weight.values, arrangement) };
	});
}

/** The network's weights again, from what a file holds: every tensor is there with its size, and no other. */
export function fromStateDict(state: readonly StateEntry[], tensors: readonly NamedTensor[]): readonly NamedWeight[] {
	const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
	const unknown = tensors.filter((tensor) => !state.some((entry) => entry.name === tensor.name));
	if (unknown.length > 0) throw new Error(`tensors that the network does not have: ${unknown.map(({ name }) => name).join(', ')}`);
	return state.flatMap(({ name, from, flattened }) => {
		const tensor = byName.get(name);
		if (!tensor) throw new Error(`the tensor ${name} is not in the file`);
		const arrangement = 'fill' in from ? null : channelsFirstArrangement(from.spec, flattened);
		const expected = arrangement?.shape ?? ('fill' in from ? [from.length] : []);
		if (tensor.shape.join() !== expected.join())
			throw new Error(`the tensor ${name} is ${tensor.shape.join()}, expected ${expected.join()}`);
		if ('fill' in from || !arrangement) return [];
		return [{ name: from.weight, shape: from.spec.shape, values: arrangeBack(tensor.values, arrangement) }];
	});
}
