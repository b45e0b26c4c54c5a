import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostCells, type PaddingMode, roundedUpPlaces, slideOverMap, slideWindow, spreadWindow, strideBetween } from './window.ts';

interface Case {
	readonly input: number;
	readonly window: number;
	readonly dilation: number;
	readonly stride: number;
	readonly padding: PaddingMode;
	readonly amount?: number;
	readonly output: number | 'misfit';
	readonly before?: number;
	readonly after?: number;
	readonly remainder?: number;
}

function row(input: number, window: number, dilation: number, stride: number, padding: PaddingMode, rest: Partial<Case>): Case {
	return { input, window, dilation, stride, padding, output: 'misfit', ...rest };
}

/** From the papers and from Keras's `valid` and `same`. */
const cases: readonly Case[] = [
	row(28, 3, 1, 1, 'valid', { output: 26 }),
	row(28, 3, 1, 1, 'same', { output: 28, before: 1, after: 1 }),
	row(28, 2, 1, 2, 'valid', { output: 14 }),
	row(32, 5, 1, 1, 'valid', { output: 28 }),
	row(224, 7, 1, 2, 'explicit', { amount: 3, output: 112, before: 3, after: 3, remainder: 1 }),
	row(227, 11, 1, 4, 'valid', { output: 55 }),
	row(55, 3, 1, 2, 'valid', { output: 27 }),
	row(224, 11, 1, 4, 'explicit', { amount: 2, output: 55, remainder: 1 }),
	row(7, 3, 1, 2, 'same', { output: 4, before: 1, after: 1 }),
	row(8, 3, 1, 2, 'same', { output: 4, before: 0, after: 1 }),
	row(5, 3, 2, 1, 'valid', { output: 1 }),
	row(10, 3, 1, 3, 'valid', { output: 3, remainder: 1 }),
	row(6, 4, 1, 1, 'preserve', { output: 7, before: 2, after: 2 }),
	row(6, 3, 1, 2, 'preserve', { output: 6, before: 4, after: 4, remainder: 1 }),
	row(2, 5, 1, 1, 'valid', { output: 'misfit' }),
	row(2, 3, 1, 2, 'valid', { output: 'misfit' }),
	row(8, 1, 1, 2, 'same', { output: 4, before: 0, after: 0, remainder: 1 }),
	row(9, 3, 2, 1, 'same', { output: 9, before: 2, after: 2 }),
	row(4, 2, 1, 1, 'same', { output: 4, before: 0, after: 1 }),
];

describe('slideWindow', () => {
	for (const { input, window, dilation, stride, padding, amount, output, before, after, remainder } of cases) {
		it(`puts a window of ${window}, dilation ${dilation}, stride ${stride}, ${padding}${amount ?? ''} over ${input} cells: ${output}`, () => {
			const slid = slideWindow({ input, window, dilation, stride, padding, before: amount ?? 0, after: amount ?? 0 });
			if (output === 'misfit') {
				expect(slid).toEqual({ ok: false, problem: { effectiveWindow: (window - 1) * dilation + 1, padded: input, input } });
				return;
			}
			if (!slid.ok) throw new Error('expected a size');
			expect(slid.value.output).toBe(output);
			expect(slid.value.remainder).toBe(remainder ?? 0);
			if (before !== undefined) expect(slid.value.padBefore).toBe(before);
			if (after !== undefined) expect(slid.value.padAfter).toBe(after);
		});
	}

	it('takes a different number of zeros before and after', () => {
		const slid = slideWindow({ input: 8, window: 3, stride: 2, padding: 'explicit', before: 1, after: 0 });
		expect(slid).toMatchObject({ ok: true, value: { padBefore: 1, padAfter: 0, output: 4, remainder: 0 } });
	});
});

const request = fc.record({
	input: fc.integer({ min: 1, max: 400 }),
	window: fc.integer({ min: 1, max: 20 }),
	stride: fc.integer({ min: 1, max: 12 }),
	dilation: fc.integer({ min: 1, max: 5 }),
	padding: fc.constantFrom<PaddingMode>('valid', 'same', 'explicit', 'preserve'),
	before: fc.integer({ min: 0, max: 12 }),
	after: fc.integer({ min: 0, max: 12 }),
});

describe('slideWindow for any sizes', () => {
	it('counts exactly the places where the window lies inside the padded input', () => {
		fc.assert(
			fc.property(request, (asked) => {
				const slid = slideWindow(asked);
				const effective = (asked.window - 1) * asked.dilation + 1;
				if (!slid.ok) {
					expect(effective).toBeGreaterThan(slid.problem.padded);
					return;
				}
				const { output, padBefore, padAfter, remainder } = slid.value;
				const padded = asked.input + padBefore + padAfter;
				let places = 0;
				for (let start = 0; start + effective <= padded; start += asked.stride) places++;
				expect(output).toBe(places);
				expect((output - 1) * asked.stride + effective + remainder).toBe(padded);
			}),
		);
	});

	it('rounds the input divided by the stride up with same padding, with at most one zero more at the end', () => {
		fc.assert(
			fc.property(request, (asked) => {
				const slid = slideWindow({ ...asked, padding: 'same' });
				if (!slid.ok) throw new Error('same padding always fits');
				expect(slid.value.output).toBe(Math.ceil(asked.input / asked.stride));
				expect([0, 1]).toContain(slid.value.padAfter - slid.value.padBefore);
			}),
		);
	});

	it('keeps the size with preserve unless the window is even and the stride 1', () => {
		fc.assert(
			fc.property(request, (asked) => {
				const slid = slideWindow({ ...asked, padding: 'preserve' });
				if (!slid.ok) throw new Error('preserving padding always fits');
				const isEven = slid.value.effectiveWindow % 2 === 0;
				expect(slid.value.output).toBe(asked.stride === 1 && isEven ? asked.input + 1 : asked.input);
			}),
		);
	});
});

describe('slideOverMap', () => {
	it('keeps height and width apart', () => {
		const slid = slideOverMap({ input: [10, 20], window: [3, 5], strides: [1, 2], padding: 'valid' });
		expect(slid).toMatchObject({ ok: true, value: { height: { output: 8 }, width: { output: 8, remainder: 1 } } });
	});

	it('names the axis that does not fit', () => {
		const slid = slideOverMap({ input: [10, 2], window: [3, 5], strides: [1, 1], padding: 'valid' });
		expect(slid).toEqual({ ok: false, problem: { height: null, width: { effectiveWindow: 5, padded: 2, input: 2 } } });
	});
});

describe('lostCells', () => {
	it('does not count padding as lost', () => {
		const padded = slideWindow({ input: 224, window: 11, stride: 4, padding: 'explicit', before: 2, after: 2 });
		const bare = slideWindow({ input: 10, window: 3, stride: 3, padding: 'valid' });
		if (!padded.ok || !bare.ok) throw new Error('expected sizes');
		expect([lostCells(padded.value), lostCells(bare.value)]).toEqual([0, 1]);
	});
});

describe('spreadWindow', () => {
	/** Keras's Conv2DTranspose and PyTorch's ConvTranspose2d. */
	const table = [
		[14, 2, 2, 'valid', null, 28],
		[14, 3, 2, 'valid', null, 29],
		[37, 1, 3, 'valid', null, 111],
		[31, 6, 4, 'same', null, 124],
		[31, 6, 2, 'same', 0, 60],
		[28, 1, 3, 'same', 0, 82],
		[3, 6, 3, 'same', 2, 8],
		[5, 3, 2, 'valid', 1, 12],
	] as const;
	for (const [input, window, stride, padding, extra, output] of table) {
		it(`spreads ${input} cells by a window of ${window}, stride ${stride}, ${padding}, output padding ${extra ?? 'automatic'}: ${output}`, () => {
			expect(spreadWindow({ input, window, stride, padding, extra })).toMatchObject({ ok: true, value: { output } });
		});
	}

	it('cuts typed padding off: PyTorch, 58 rows, window 7, stride 2, padding 4', () => {
		const spread = spreadWindow({ input: 58, window: 7, stride: 2, padding: 'explicit', before: 4, after: 4, extra: 0 });
		expect(spread).toMatchObject({ ok: true, value: { output: 113 } });
	});

	it('refuses to cut everything off', () => {
		const spread = spreadWindow({ input: 1, window: 4, stride: 2, padding: 'explicit', before: 3, after: 3, extra: 0 });
		expect(spread).toEqual({ ok: false, problem: { output: -2 } });
	});

	it('gives the size back that a convolution with the same padding came from', () => {
		const size = fc.integer({ min: 1, max: 200 });
		const small = fc.integer({ min: 1, max: 9 });
		fc.assert(
			fc.property(size, small, small, small, small, (input, window, stride, before, after) => {
				const slid = slideWindow({ input, window, stride, padding: 'explicit', before, after });
				if (!slid.ok) return;
				const { output, remainder } = slid.value;
				const spread = spreadWindow({ input: output, window, stride, padding: 'explicit', before, after, extra: remainder });
				expect(spread).toMatchObject({ ok: true, value: { output: input } });
			}),
		);
	});
});

describe('strideBetween', () => {
	it('finds the stride that brings one size down to another', () => {
		expect([strideBetween(56, 28), strideBetween(28, 28), strideBetween(7, 4), strideBetween(28, 13), strideBetween(13, 28)]).toEqual([
			2,
			1,
			2,
			null,
			null,
		]);
	});

	it('finds one whenever there is one', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 40 }), (cells, stride) => {
				const found = strideBetween(cells, roundedUpPlaces(cells, stride));
				expect(found === null ? null : roundedUpPlaces(cells, found)).toBe(roundedUpPlaces(cells, stride));
			}),
		);
	});
});
