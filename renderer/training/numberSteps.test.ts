import { describe, expect, it } from 'vitest';
import { nextStep } from './numberSteps.ts';

describe('arrow keys in settings', () => {
	it('walk learning rates by thirds of a power of ten', () => {
		expect(nextStep(0.001, 'powers', 1)).toBe(0.003);
		expect(nextStep(0.003, 'powers', 1)).toBe(0.01);
		expect(nextStep(0.001, 'powers', -1)).toBe(0.0003);
		expect(nextStep(0.1, 'powers', -1)).toBe(0.03);
		expect(nextStep(0.002, 'powers', 1)).toBe(0.003);
		expect(nextStep(0.002, 'powers', -1)).toBe(0.001);
		expect(nextStep(1, 'powers', -1)).toBe(0.3);
	});

	it('double and halve batch sizes, landing on powers of two', () => {
		expect(nextStep(64, 'doubling', 1)).toBe(128);
		expect(nextStep(100, 'doubling', 1)).toBe(128);
		expect(nextStep(100, 'doubling', -1)).toBe(64);
		expect(nextStep(64, 'doubling', -1)).toBe(32);
	});

	it('move shares in steps of five', () => {
		expect(nextStep(10, 'five', 1)).toBe(15);
		expect(nextStep(12, 'five', 1)).toBe(15);
		expect(nextStep(12, 'five', -1)).toBe(10);
	});

	it('move fractions by twentieths', () => {
		expect(nextStep(0.9, 'twentieth', 1)).toBe(0.95);
		expect(nextStep(0.9, 'twentieth', -1)).toBe(0.85);
		expect(nextStep(0.12, 'twentieth', 1)).toBe(0.15);
	});

	it('leave nothing for a ten-thousandth', () => {
		expect(nextStep(0, 'powers', 1)).toBe(0.0001);
		expect(nextStep(0, 'powers', -1)).toBe(0);
	});
});
