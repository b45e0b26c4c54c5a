import { expect, it } from 'vitest';
import { groupByClass } from './groupByClass.ts';

it('takes the first samples of each class and leaves room for a class without any', () => {
	const samples = [2, 0, 2, 2, 0].map((label, index) => ({ label, index }));
	expect(groupByClass(samples, 3, 2).map((group) => group.map((sample) => sample.index))).toEqual([[1, 4], [], [0, 2]]);
});
