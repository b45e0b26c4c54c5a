import type { Graph, Value } from '../graph/graph.ts';

const KINDS = { uniform: 'StatelessRandomUniform', normal: 'StatelessRandomNormal' } as const;

/** Numbers that follow from the seed alone (Philox, Salmon et al. 2011): in [0, 1), or normal with deviation 1. `sizes` is known at run time. */
export function randomNumbers(graph: Graph, kind: 'uniform' | 'normal', sizes: Value, like: Value['shape'], seed: Value): Value {
	return graph.value(KINDS[kind], {
		inputs: [sizes, seed],
		attributes: {
			dtype: { kind: 'type', value: 'float32' },
			T: { kind: 'type', value: 'int32' },
			Tseed: { kind: 'type', value: seed.dtype },
		},
		output: { dtype: 'float32', shape: like },
	});
}

/** 32 random bits in each whole number, from the seed alone. */
export function randomBits(graph: Graph, sizes: Value, like: Value['shape'], seed: Value): Value {
	return graph.value('StatelessRandomUniformFullInt', {
		inputs: [sizes, seed],
		attributes: {
			dtype: { kind: 'type', value: 'int32' },
			T: { kind: 'type', value: 'int32' },
			Tseed: { kind: 'type', value: seed.dtype },
		},
		output: { dtype: 'int32', shape: like },
	});
}
