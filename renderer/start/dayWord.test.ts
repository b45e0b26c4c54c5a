import { describe, expect, it } from 'vitest';
import { dayWord } from './dayWord.ts';

const friday = new Date(2024, 4, 17, 9, 30);

describe('dayWord', () => {
	const cases: readonly [day: Date, word: string][] = [
		[new Date(2024, 4, 17, 0, 5), 'today'],
		[new Date(2024, 4, 17, 23, 0), 'today'],
		[new Date(2024, 4, 16, 23, 59), 'yesterday'],
		[new Date(2024, 4, 13, 12, 0), 'Monday'],
		[new Date(2024, 4, 10, 12, 0), 'May 10'],
		[new Date(2023, 11, 31, 12, 0), 'Dec 31, 2023'],
	];
	for (const [day, word] of cases) {
		it(`says ${word} for ${day.toDateString()} on a Friday in May`, () => expect(dayWord(day.toISOString(), friday, 'en')).toBe(word));
	}
});
