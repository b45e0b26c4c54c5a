import { describe, expect, it } from 'vitest';
import { loadJs } from '#main/engine/js/js.ts';
import { exportCases } from '../../export/judges/cases.ts';
import { fileOf, roundTrip } from './roundTrips.ts';

/** A chain with a dense layer behind maps, ways that part and meet, and a layer that formats count differently. */
const NAMES = ['template lenet-5', 'branches', 'conv2d with four paddings'];

describe('a network that is exported and imported again', () => {
	const cases = exportCases().filter(({ name }) => NAMES.includes(name));

	it.each(Object.keys(fileOf))(
		'answers as before: %s',
		async (target) => {
			expect(cases.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
			const engine = await loadJs();
			for (const own of cases) {
				// Subtraction is no layer of TensorFlow.js.
				if (target === 'tfjs' && own.name === 'branches') continue;
				const { difference, reason } = await roundTrip(own, target, engine);
				expect(reason).toBeNull();
				expect(difference).toBeLessThan(1e-4);
			}
		},
		60_000,
	);
});
