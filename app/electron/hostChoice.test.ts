import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseHostKind, tryInSecondInstance } from './hostChoice.ts';

describe('chooseHostKind', () => {
	let folder = '';
	let file = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'layerloom-'));
		file = join(folder, 'data', 'engine-host.json');
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	it('the engine lives in a thread where the second instance came through', async () => {
		expect(await chooseHostKind(file, 'electron 45', async () => true)).toBe('thread');
	});

	it('the engine lives in a process where the second instance died, and is not tried again', async () => {
		const tryEngine = vi.fn(async () => false);
		expect(await chooseHostKind(file, 'electron 45', tryEngine)).toBe('process');
		expect(await chooseHostKind(file, 'electron 45', tryEngine)).toBe('process');
		expect(tryEngine).toHaveBeenCalledOnce();
	});

	it('is made anew each time where it cannot be remembered', async () => {
		const unwritable = join(folder, 'file', 'engine-host.json');
		writeFileSync(join(folder, 'file'), '');
		expect(await chooseHostKind(unwritable, 'electron 45', async () => false)).toBe('process');
	});

	it('another version is tried anew', async () => {
		await chooseHostKind(file, 'electron 45', async () => false);
		expect(await chooseHostKind(file, 'electron 46', async () => true)).toBe('thread');
		expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ subject: 'electron 46', host: 'thread' });
	});

	it('a torn note counts as none', async () => {
		await chooseHostKind(file, 'electron 45', async () => false);
		writeFileSync(file, '{"subject": "electr');
		expect(await chooseHostKind(file, 'electron 45', async () => true)).toBe('thread');
	});
});

describe('tryInSecondInstance', () => {
	it.each([
		['ends well', 'process.exit(0)', true],
		['ends with an error', 'process.exit(3)', false],
		['is killed by the system', 'process.kill(process.pid, "SIGSEGV"); setTimeout(() => {}, 9999)', false],
	])('an instance that %s is told', async (_how, script, isFine) => {
		expect(await tryInSecondInstance(process.execPath, ['-e', script, '--'])).toBe(isFine);
	});

	it('a program that cannot be started counts as dead', async () => {
		expect(await tryInSecondInstance('/nowhere/layerloom', [])).toBe(false);
	});
});
