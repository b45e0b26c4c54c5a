import { describe, expect, it } from 'vitest';
import { createFormatter } from './formatter.ts';
import { message } from './message.ts';

const formatter = createFormatter(
	'en',
	{ hello: 'Hello {name}, {count, plural, one {# map} other {# maps}} of {shape}', outer: '[{inner}]' },
	{ only: 'English only' },
);
const plain = (text: string) => text.replaceAll('\u2009', ' ');

describe('createFormatter', () => {
	it('puts names, numbers, shapes and other messages into sentences', () => {
		expect(plain(formatter.text(message('hello', { name: 'you', count: 1200, shape: [26, 26, 32] })))).toBe(
			'Hello you, 1,200 maps of 26 × 26 × 32',
		);
		expect(plain(formatter.text(message('outer', { inner: message('hello', { name: 'a', count: 1, shape: null }) })))).toBe(
			'[Hello a, 1 map of ?]',
		);
	});

	it('leaves braces and tags in names as they are', () => {
		expect(formatter.text(message('outer', { inner: '<b>{x}</b>' }))).toBe('[<b>{x}</b>]');
	});

	it('falls back to English, then to the id', () => {
		expect(formatter.text(message('only'))).toBe('English only');
		expect(formatter.text(message('missing'))).toBe('missing');
		expect([formatter.has('only'), formatter.has('missing')]).toEqual([true, false]);
	});

	const cases: readonly [written: string, expected: string][] = [
		[formatter.count(61_706), '61,706'],
		[formatter.shortCount(416_520), '416,520'],
		[formatter.shortCount(2_400_000), '2.4 M'],
		[formatter.shortCount(999_999_999), '1 G'],
		[formatter.bytes(0), '0 B'],
		[formatter.bytes(246_824), '247 kB'],
		[formatter.bytes(553_430_176), '553 MB'],
		[plain(formatter.shape([28, 28, 1])), '28 × 28 × 1'],
		[formatter.shape([1_600]), '1,600'],
		[formatter.shape(null), '?'],
		[formatter.percent(0.983), '98.3 %'],
		[formatter.percent(0.28, 0), '28 %'],
		[formatter.duration(80), '1 min 20 s'],
		[formatter.duration(59.4), '59 s'],
		[formatter.duration(3_720), '1 h 2 min'],
	];
	for (const [written, expected] of cases) {
		it(`writes ${expected}`, () => expect(written).toBe(expected));
	}
});
