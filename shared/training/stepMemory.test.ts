import { expect, it } from 'vitest';
import { trainingBytes } from './stepMemory.ts';

/** Ten answers of four bytes to an image; 100 weights, of which 60 learn. */
const costs = { activationBytes: 40, weights: 100, trainableWeights: 60 };

it.each([
	// 40 frozen weights once; 60 with gradient, and momentum or both moments of Adam.
	['sgd', (60 * 2 + 40) * 4],
	['momentum', (60 * 3 + 40) * 4],
	['rmsprop', (60 * 3 + 40) * 4],
	['adam', (60 * 4 + 40) * 4],
	['adamw', (60 * 4 + 40) * 4],
] as const)('counts what %s keeps of weights that learn, and frozen ones once', (optimizer, weights) => {
	expect(trainingBytes(costs, 8, optimizer)).toEqual({ activations: 40 * 2 * 8, weights });
});

it('counts what op by op leaves beside: answers before and after bias and activation, and four copies of the weight in hand', () => {
	expect(trainingBytes({ ...costs, largestWeight: 50 }, 8, 'adam', 'opByOp')).toEqual({
		activations: 40 * 6 * 8,
		weights: (60 * 4 + 50 * 4 + 40) * 4,
	});
});
