import { expect, it } from 'vitest';
import type { LayerDefinition } from '../defineLayer.ts';
import { outcome, probe, uncured } from './probe.ts';

/** For tests: what Keras's merging layers have in common. `className` is Keras's. */
export function describeElementwise(definition: LayerDefinition, className: string): void {
	it('joins branches of one size, or of size 1 along an axis', () => {
		expect(
			outcome(definition, {}, [
				[32, 10, 6],
				[32, 10, 6],
				[32, 10, 6],
			]),
		).toBe('32×10×6');
		expect(
			outcome(definition, {}, [
				[31, 17, 2],
				[1, 1, 2],
			]),
		).toBe('31×17×2');
	});

	it('refuses sizes that differ, and says how to make them agree', () => {
		const inputs = [
			[17, 31, 3],
			[17, 31, 4],
		];
		expect(outcome(definition, {}, inputs)).toBe('shapesDiffer error');
		expect(uncured(definition, {}, inputs)).toEqual([]);
	});

	it(`is Keras’s ${className}`, () => {
		expect(probe(definition, {}, [[4], [4]])).toMatchObject({ weights: 0, multiplyAdds: 0, keras: [{ className, config: {} }] });
	});
}
