import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { projectFolder } from '../setup/places.mjs';
import { explain, run } from '../setup/run.mjs';
import { judges } from './judges.mjs';
import { preparePythons } from './python.mjs';

/** The largest difference that a format may show. */
const TOLERANCE = 1e-4;

/**
 * What a judge says of one case; `difference` is `null` where the files could not be asked.
 * @typedef {{ name: string, target: string, difference: number | null, error: string | null }} Verdict
 */

/**
 * Writes every kind of layer and many templates in every format that has a judge, and lets the real frameworks answer. A judge whose
 * packages cannot be had is skipped, with the reason.
 * @returns {Promise<import('../test/steps.mjs').StepResult>}
 */
export async function judgeExports() {
	const pythons = await preparePythons(judges);
	/** @type {string[]} */
	const notes = [];
	/** @type {string[]} */
	const skipped = [];
	/** @type {string[]} */
	const output = [];
	let passed = 0;
	const present = judges.flatMap((judge) => {
		const found = pythons.get(judge);
		if (found && 'python' in found) return [{ judge, python: found.python }];
		for (const target of judge.targets) skipped.push(`${judge.name} as judge of ${target}: ${found?.reason}`);
		return [];
	});
	if (present.length === 0) return { passed, failed: 0, skipped, output: '' };
	const folder = mkdtempSync(join(tmpdir(), 'layerloom-parity-'));
	try {
		const written = await writeCases(folder, [...new Set(present.flatMap(({ judge }) => judge.targets))]);
		if (!written.ok) return { passed, failed: 1, skipped, output: `The cases were not written: ${explain(written)}\n${written.output}` };
		/** @type {readonly { name: string, target: string, refusal: string | null }[]} */
		const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'));
		for (const { judge, python } of present) {
			const answer = await ask(judge, python, folder);
			for (const target of judge.targets) {
				const refused = cases.filter((entry) => entry.target === target && entry.refusal !== null);
				const expected = cases.filter((entry) => entry.target === target && entry.refusal === null);
				const verdicts = answer.verdicts.filter((verdict) => verdict.target === target);
				const good = verdicts.filter(isAlike);
				passed += good.length;
				const largest = Math.max(0, ...good.map(({ difference }) => difference ?? 0));
				notes.push(
					`${target}: ${good.length} of ${expected.length} cases are alike in ${answer.version}, within ${largest.toExponential(1)}; ${refused.length} refused before writing`,
				);
				for (const { name } of expected) {
					const verdict = verdicts.find((candidate) => candidate.name === name);
					if (verdict && isAlike(verdict)) continue;
					output.push(`${target}: ${name}: ${verdict ? (verdict.error ?? `differs by ${verdict.difference}`) : answer.problem}`);
				}
			}
		}
		const trips = await importAgain();
		passed += trips.passed;
		notes.push(...trips.notes);
		output.push(...trips.problems);
		return { passed, failed: output.length, skipped, output: output.join('\n'), notes };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Exports every case, imports the file as a document and compares the answers.
 * @returns {Promise<{ passed: number, notes: readonly string[], problems: readonly string[] }>}
 */
async function importAgain() {
	const result = await run(process.execPath, [bundle('main/import/judges/printRoundTrips.ts'), '--large'], { limitMs: 15 * 60_000 });
	/** @type {readonly { name: string, target: string, difference: number | null, reason: string | null }[]} */
	const trips = result.output
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line));
	const good = trips.filter(({ difference }) => difference !== null && difference <= TOLERANCE);
	const bad = trips.filter(({ difference }) => difference !== null && !(difference <= TOLERANCE));
	const partly = trips.filter(({ difference }) => difference === null);
	return {
		passed: good.length,
		notes: [
			`imported again: ${good.length} of ${trips.length} files answer as before; ${partly.length} refused or not wholly known`,
			...partly.filter(({ reason }) => !reason?.startsWith('refused')).map(({ name, target, reason }) => `${target}: ${name}: ${reason}`),
		],
		problems: [
			...bad.map(({ name, target, difference }) => `imported again: ${target}: ${name}: differs by ${difference}`),
			...(result.ok ? [] : [`The files were not imported again: ${explain(result)}\n${result.output.slice(-2000)}`]),
		],
	};
}

/** @param {string} folder @param {readonly string[]} targets */
function writeCases(folder, targets) {
	return run(process.execPath, [bundle('main/export/judges/writeCases.ts'), folder, ...targets], { limitMs: 15 * 60_000 });
}

/** A program of the project in one file. @param {string} entry */
function bundle(entry) {
	const outfile = join(projectFolder, 'dist', 'parity', `${basename(entry, '.ts')}.mjs`);
	buildSync({
		entryPoints: [join(projectFolder, entry)],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		logLevel: 'warning',
	});
	return outfile;
}

/**
 * @param {import('./judges.mjs').Judge} judge @param {string} python @param {string} folder
 * @returns {Promise<{ verdicts: readonly Verdict[], version: string, problem: string }>}
 */
async function ask(judge, python, folder) {
	const file = join(folder, `${judge.program}.jsonl`);
	const result = await run(python, [join(projectFolder, 'scripts', 'parity', judge.program), folder, file], {
		environment: { PYTHONDONTWRITEBYTECODE: '1' },
		limitMs: 15 * 60_000,
	});
	const lines = existsSync(file)
		? readFileSync(file, 'utf8')
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line))
		: [];
	/** @type {{ version?: string }} */
	const last = lines.at(-1) ?? {};
	return {
		verdicts: last.version === undefined ? lines : lines.slice(0, -1),
		version: last.version ?? judge.name,
		problem: `${judge.name} stopped before it: ${explain(result)}`,
	};
}

/** @param {Verdict} verdict */
function isAlike({ difference }) {
	return difference !== null && difference <= TOLERANCE;
}
