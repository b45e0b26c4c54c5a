import { describe, expect, it } from 'vitest';
import { bestClass, explainAnswer } from './verdict.ts';

const classes = ['cat', 'dog', 'fox'];
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const idsOf = (probabilities: readonly number[], label: number | null) =>
	explainAnswer({ probabilities, classes, label }, percent).map((sentence) => sentence.id);

describe('the words about an answer', () => {
	it('call a high probability sure, two close ones wavering, a low one not known', () => {
		expect(idsOf([0.9, 0.08, 0.02], null)).toEqual(['evaluate.answer.sure']);
		expect(idsOf([0.5, 0.4, 0.1], null)).toEqual(['evaluate.answer.close']);
		expect(idsOf([0.49, 0.2, 0.2], null)).toEqual(['evaluate.answer.unsure']);
	});

	it('compare with the label and say how much the right class got', () => {
		expect(idsOf([0.9, 0.08, 0.02], 0)).toEqual(['evaluate.answer.sure', 'evaluate.answer.right']);
		expect(explainAnswer({ probabilities: [0.9, 0.08, 0.02], classes, label: 1 }, percent)[1]).toEqual({
			id: 'evaluate.answer.wrong',
			values: { label: 'dog', percent: '8 %' },
		});
	});

	it('take the first of equal classes', () => {
		expect(bestClass([0.2, 0.4, 0.4])).toBe(1);
	});
});
