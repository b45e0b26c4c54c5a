import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { projectFolder } from '../setup/places.mjs';
import { explain, run } from '../setup/run.mjs';
import { judges } from './judges.mjs';
import { preparePythons } from './python.mjs';

/** What LeNet-5 reaches on the test digits within these epochs, here as in the app. */
const EPOCHS = 3;
const ENOUGH = 0.95;
/** One run's; a loaded machine may take its time. */
const LIMIT_MS = 10 * 60_000;
/** Each process computes alone, so that two do not fight for the same processors and sums come out alike. */
const environment = { OMP_NUM_THREADS: '1', KERAS_BACKEND: 'torch', TF_CPP_MIN_LOG_LEVEL: '3', PYTHONDONTWRITEBYTECODE: '1' };

/** @typedef {{ folder: string, python: string }} Kit */

/** Each throws what went wrong, or says what was reached. @type {readonly { name: string, target: string, module?: string, run: (kit: Kit) => Promise<string> }[]} */
const trials = [
	{ name: 'rates and losses', target: 'training-kit', run: compareRules },
	{
		name: 'one process',
		target: 'training-kit',
		run: (kit) => train(kit, ['train.py', '--output', 'one']).then(() => reached(kit, 'one')),
	},
	{
		name: 'two processes',
		target: 'training-kit',
		run: (kit) =>
			train(kit, ['-m', 'torch.distributed.run', '--nproc_per_node=2', 'train.py', '--output', 'two']).then(() => reached(kit, 'two')),
	},
	{ name: 'killed and resumed', target: 'training-kit', run: resume },
	{
		name: 'two processes of Ray',
		target: 'training-kit',
		module: 'ray',
		run: async (kit) => accuracyIn(await train(kit, ['ray_train.py', '--processes', '2', '--storage', join(kit.folder, 'ray')])),
	},
	{ name: 'Keras script', target: 'keras-script', run: async (kit) => accuracyIn(await train(kit, ['train.py'])) },
];

/**
 * Writes LeNet-5 and the bundled digits as programs, and trains with them.
 * @returns {Promise<import('../test/steps.mjs').StepResult>}
 */
export async function trainExports() {
	const pythons = await preparePythons(judges);
	/** @type {string[]} */
	const notes = [];
	/** @type {string[]} */
	const skipped = [];
	/** @type {string[]} */
	const output = [];
	const folder = mkdtempSync(join(tmpdir(), 'layerloom-kits-'));
	try {
		const written = await writeKits(folder);
		if (!written.ok)
			return { passed: 0, failed: 1, skipped, output: `The programs were not written: ${explain(written)}\n${written.output}` };
		for (const { name, target, module, run: attempt } of trials) {
			const judge = judges.find(({ targets }) => targets.includes(target === 'training-kit' ? 'pytorch' : target));
			const found = judge && pythons.get(judge);
			if (!found || !('python' in found)) skipped.push(`${name}: ${found?.reason ?? 'no judge'}`);
			else if (module && !(await hasModule(found.python, module))) skipped.push(`${name}: ${found.python} lacks ${module}`);
			else {
				try {
					notes.push(`${name}: ${await attempt({ folder: join(folder, target), python: found.python })}`);
				} catch (error) {
					output.push(`${name}: ${error instanceof Error ? error.message : error}`);
				}
			}
		}
		return { passed: notes.length, failed: output.length, skipped, output: output.join('\n'), notes };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** @param {string} folder */
function writeKits(folder) {
	const outfile = join(projectFolder, 'dist', 'parity', 'writeKits.mjs');
	buildSync({
		entryPoints: [join(projectFolder, 'main', 'export', 'judges', 'writeKits.ts')],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		logLevel: 'warning',
	});
	return run(process.execPath, [outfile, folder, join(projectFolder, 'assets'), ...new Set(trials.map(({ target }) => target))], {
		limitMs: LIMIT_MS,
	});
}

/** @param {string} python @param {string} module */
async function hasModule(python, module) {
	return (await run(python, ['-c', `import ${module}`], { limitMs: 60_000 })).ok;
}

/** @param {Kit} kit */
async function compareRules({ folder, python }) {
	const program = join(projectFolder, 'scripts', 'parity', 'judgeRules.py');
	const result = await run(python, [program, folder, join(folder, '..', 'rules.json')], { environment, limitMs: LIMIT_MS });
	if (!result.ok) throw new Error(`${explain(result)}\n${result.output.slice(-2000)}`);
	return result.output.trim();
}

/** @param {Kit} kit @param {readonly string[]} parameters */
async function train({ folder, python }, parameters) {
	const result = await run(python, [...parameters, '--epochs', String(EPOCHS)], { folder, environment, limitMs: LIMIT_MS });
	if (!result.ok) throw new Error(`${explain(result)}\n${result.output.slice(-2000)}`);
	return result.output;
}

/** @param {Kit} kit @param {string} name @returns {readonly Record<string, number>[]} */
function metricsOf({ folder }, name) {
	return readFileSync(join(folder, name, 'metrics.jsonl'), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
}

/** @param {Kit} kit @param {string} name */
function reached(kit, name) {
	return judgeAccuracy(metricsOf(kit, name).at(-1)?.test_accuracy);
}

/** @param {string} output */
function accuracyIn(output) {
	return judgeAccuracy(Number(/test_accuracy (\d\.\d+)/.exec(output)?.[1]));
}

/** @param {number | undefined} accuracy */
function judgeAccuracy(accuracy) {
	if (accuracy === undefined || !(accuracy >= ENOUGH)) throw new Error(`test accuracy ${accuracy}, expected ${ENOUGH} or more`);
	return `test accuracy ${accuracy} after ${EPOCHS} epochs`;
}

/** Kills a run at its first checkpoint; resumed, it ends as the run in one go. @param {Kit} kit */
async function resume(kit) {
	await killAtCheckpoint(kit);
	await train(kit, ['train.py', '--output', 'killed', '--resume']);
	const last = (/** @type {string} */ name) => metricsOf(kit, name).findLast(({ epoch }) => epoch === EPOCHS);
	const [whole, resumed] = [last('one'), last('killed')];
	if (!whole || !resumed || Math.abs((whole.loss ?? 0) - (resumed.loss ?? 1)) > 1e-6) {
		throw new Error(`the last epoch's loss is ${resumed?.loss} after resuming and ${whole?.loss} in one go`);
	}
	return `${reached(kit, 'killed')}, the same loss as in one go`;
}

/** @param {Kit} kit */
async function killAtCheckpoint({ folder, python }) {
	const place = join(folder, 'killed');
	await mkdir(place);
	const child = spawn(python, ['train.py', '--output', 'killed', '--epochs', String(EPOCHS)], {
		cwd: folder,
		env: { ...process.env, ...environment },
		stdio: 'ignore',
	});
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
	const watcher = watch(place, () => {
		if (existsSync(join(place, 'checkpoint.pt'))) child.kill('SIGKILL');
	});
	await ended;
	watcher.close();
	clearTimeout(limit);
	if (!existsSync(join(place, 'checkpoint.pt'))) throw new Error('the run ended without a checkpoint');
}
