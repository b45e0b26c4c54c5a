import { describe, expect, it } from 'vitest';
import { type Scrub, scrubbedValue, scrubOn } from './scrub.ts';

const none = { shiftKey: false, ctrlKey: false, metaKey: false };
const start: Scrub = { from: 6, steps: 0, min: 1, max: 64, step: 1 };

describe('a number that is dragged', () => {
	it('goes one step every four pixels, ten with Shift, one every sixteen with Ctrl', () => {
		expect(scrubbedValue(scrubOn(start, 3, none))).toBe(6);
		expect(scrubbedValue(scrubOn(start, 4, none))).toBe(7);
		expect(scrubbedValue(scrubOn(start, -8, none))).toBe(4);
		expect(scrubbedValue(scrubOn(start, 8, { ...none, shiftKey: true }))).toBe(26);
		expect(scrubbedValue(scrubOn(start, 15, { ...none, ctrlKey: true }))).toBe(6);
		expect(scrubbedValue(scrubOn(start, 16, { ...none, metaKey: true }))).toBe(7);
	});

	it('adds up small moves, whatever is held in between', () => {
		const moved = scrubOn(scrubOn(scrubOn(start, 2, none), 2, none), 4, { ...none, shiftKey: true });
		expect(scrubbedValue(moved)).toBe(17);
	});

	it('stops at its bounds and comes back from there at once', () => {
		const end = scrubOn(start, 10_000, none);
		expect(scrubbedValue(end)).toBe(64);
		expect(scrubbedValue(scrubOn(end, -4, none))).toBe(63);
		expect(scrubbedValue(scrubOn(start, -10_000, none))).toBe(1);
	});

	it('leaves no binary dust', () => {
		expect(scrubbedValue(scrubOn({ from: 0.1, steps: 0, min: 0, max: 1, step: 0.05 }, 8, none))).toBe(0.2);
	});
});
