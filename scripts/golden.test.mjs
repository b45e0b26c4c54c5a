import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectFolder } from './setup/places.mjs';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'layerloom-golden-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {...string} paths */
function golden(...paths) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectFolder, 'scripts', 'golden.mjs'), ...paths], {
		encoding: 'utf8',
	});
	return { status, lines: stdout.trimEnd().split('\n'), stderr };
}

it('ends with 0 where all cases agree and with 1 where one differs', () => {
	const fixtures = ['keras-shapes.json', 'pytorch-shapes.json'].map((name) => join(projectFolder, 'shared', 'golden', 'fixtures', name));
	expect(golden(...fixtures)).toMatchObject({ status: 0, lines: ['2100 agree, 0 differ, 0 known exceptions'] });
	const path = join(folder, 'wrong.json');
	writeFileSync(path, JSON.stringify({ source: 'x', cases: [{ kind: 'flatten', config: {}, inputs: [[2, 3, 4]], output: [25] }] }));
	expect(golden(path)).toMatchObject({
		status: 1,
		lines: ['wrong.json, case 0, flatten {} of 2×3×4: expected 25; found 24', '0 agree, 1 differ, 0 known exceptions'],
	});
});

it('ends with 2 and says why where a table cannot be read', () => {
	const missing = join(folder, 'missing.json');
	expect(golden(missing)).toMatchObject({ status: 2, stderr: expect.stringContaining(`${missing} cannot be read`) });
	expect(golden()).toMatchObject({ status: 2, stderr: expect.stringContaining('Name at least one table') });
});
