#!/usr/bin/env node
import './setup/checkNode.mjs';

// `npm run test:parity`: writes every kind of layer and the small templates in every format that has a judge here, and lets the
// real frameworks answer. They are looked for in the Python named by LAYERLOOM_PYTHON, else in `python3`.
const { mkdtempSync, readFileSync, rmSync } = await import('node:fs');
const { spawnSync } = await import('node:child_process');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { projectFolder } = await import('./setup/places.mjs');
const { setUp } = await import('./setup/setUp.mjs');

/** The largest difference that a format may show. */
const TOLERANCE = 1e-4;

const judges = [{ name: 'Keras', targets: ['keras', 'h5'], modules: ['keras', 'h5py', 'numpy'], program: 'judgeKeras.py' }];

const python = process.env.LAYERLOOM_PYTHON ?? 'python3';

/** Why a judge cannot be asked, or `null`. @param {readonly string[]} modules */
function whyMissing(modules) {
	const found = 'import importlib.util, sys; print(" ".join(m for m in sys.argv[1:] if importlib.util.find_spec(m) is None))';
	const { status, stdout, error } = spawnSync(python, ['-c', found, ...modules], { encoding: 'utf8' });
	if (error || status !== 0) return `${python} does not run; name a Python in LAYERLOOM_PYTHON`;
	return stdout.trim() === '' ? null : `${python} lacks ${stdout.trim().split(' ').join(', ')}`;
}

const missing = new Map(judges.map((judge) => [judge, whyMissing(judge.modules)]));
for (const [judge, why] of missing) if (why) console.log(`Skipped: ${judge.name} does not judge, because ${why}.`);
const present = judges.filter((judge) => missing.get(judge) === null);

let failed = 0;
if (present.length > 0) {
	await setUp();
	const { buildSync } = await import('esbuild');
	const outfile = join(projectFolder, 'dist', 'parity', 'writeCases.mjs');
	buildSync({
		entryPoints: [join(projectFolder, 'main', 'export', 'judges', 'writeCases.ts')],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		logLevel: 'warning',
	});
	const folder = mkdtempSync(join(tmpdir(), 'layerloom-parity-'));
	try {
		const targets = present.flatMap((judge) => judge.targets);
		const { status } = spawnSync(process.execPath, [outfile, folder, ...targets], { stdio: 'inherit' });
		if (status !== 0) throw new Error('the cases were not written');
		const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'));
		for (const judge of present) failed += judgeCases(judge, folder, cases);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {(typeof judges)[number]} judge
 * @param {string} folder
 * @param {readonly { name: string, target: string, refusal: string | null }[]} cases
 * @returns {number} how many failed
 */
function judgeCases(judge, folder, cases) {
	const program = join(projectFolder, 'scripts', 'parity', judge.program);
	const { status, stdout, stderr } = spawnSync(python, [program, folder], { encoding: 'utf8', maxBuffer: 1 << 26 });
	if (status !== 0) throw new Error(`${judge.name} stopped: ${stderr}`);
	const lines = stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	const { version, backend } = lines.pop();
	const isGood = (/** @type {{ difference: number | null }} */ line) => line.difference !== null && line.difference <= TOLERANCE;
	for (const target of judge.targets) {
		const judged = lines.filter((line) => line.target === target);
		const refused = cases.filter((entry) => entry.target === target && entry.refusal !== null);
		const bad = judged.filter((line) => !isGood(line));
		const largest = Math.max(0, ...judged.map((line) => line.difference ?? 0));
		console.log(
			`${target}: ${judged.length - bad.length} of ${judged.length} cases are alike in ${judge.name} ${version} on ${backend}; largest difference ${largest.toExponential(1)}`,
		);
		for (const { name, refusal } of refused) console.log(`  refused: ${name}: ${refusal}`);
		for (const { name, difference, error } of bad) console.log(`  FAILED: ${name}: ${error ?? `differs by ${difference}`}`);
	}
	return lines.filter((line) => !isGood(line)).length;
}
