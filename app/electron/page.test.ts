import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPageFile, isPageAddress, pageAddress } from './page.ts';

const folder = join('/', 'product', 'renderer');

describe('findPageFile', () => {
	it('finds a file of the page and sends it with a strict content policy', () => {
		const file = findPageFile(folder, pageAddress);
		expect(file?.path).toBe(join(folder, 'index.html'));
		expect(file?.headers['Content-Type']).toBe('text/html; charset=utf-8');
		expect(file?.headers['Content-Security-Policy']).toContain("script-src 'self';");
		expect(file?.headers['Content-Security-Policy']).not.toContain('unsafe-eval');
	});

	it.each([
		['another host', 'app://elsewhere/index.html'],
		['a path that climbs out', 'app://layerloom/..%2f..%2fetc%2fpasswd.html'],
		['a type that the page does not have', 'app://layerloom/secret.key'],
		['a path that is no text', 'app://layerloom/%zz.html'],
		['another scheme', 'file:///product/renderer/index.html'],
	])('refuses %s', (_what, address) => {
		expect(findPageFile(folder, address)).toBeNull();
	});
});

it('only addresses of the page count as its own', () => {
	expect(isPageAddress('app://layerloom/index.html?x')).toBe(true);
	expect(isPageAddress('app://layerloom.evil/index.html')).toBe(false);
	expect(isPageAddress('https://layerloom/')).toBe(false);
});
