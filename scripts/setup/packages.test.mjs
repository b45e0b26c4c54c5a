import { expect, it } from 'vitest';
import { findPackageDifference } from './packages.mjs';

const lock = { packages: { '': { name: 'x' }, 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } } };

it('packages that are installed as locked need nothing', () => {
	expect(findPackageDifference(lock, { packages: { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } } })).toBeNull();
});

it.each([
	['nothing is installed', null, /no packages are installed/],
	[
		'a version differs',
		{ packages: { 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-a' } } },
		/zod is installed as 4\.6\.6 and locked as 4\.6\.7/,
	],
	['a package is missing', { packages: {} }, /zod is not installed/],
	[
		'a package is left over',
		{ packages: { ...lock.packages, 'node_modules/left-pad': { version: '1.3.0' } } },
		/left-pad is no longer needed/,
	],
])('when %s, the reason is named', (_when, installed, reason) => {
	expect(findPackageDifference(lock, installed)).toMatch(reason);
});

it('parts for other systems may be missing', () => {
	const withOptional = { packages: { ...lock.packages, 'node_modules/esbuild-aix': { version: '1.0.0', optional: true } } };
	expect(findPackageDifference(withOptional, { packages: { ...lock.packages } })).toBeNull();
});
