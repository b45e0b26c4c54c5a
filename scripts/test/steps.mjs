import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, profiles } from '../build/build.mjs';
import { findTestTraces } from '../build/traces.mjs';
import { trainExports } from '../parity/kits.mjs';
import { judgeExports } from '../parity/parity.mjs';
import { modulesFolder, projectFolder } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';
import { readPlaywrightReport, readVitestReport } from './reports.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: readonly string[], output: string, notes?: readonly string[] }} StepResult
 *   `skipped` says of each what and why; `output` is shown when something failed, `notes` always
 * @typedef {{ name: string, title: string, isQuick: boolean, isExtra?: boolean, run: (context: StepContext) => Promise<StepResult> }} Step
 *   `isExtra` steps run only when they are asked for
 * @typedef {{ folder: string, prepared: import('../setup/setUp.mjs').Prepared }} StepContext
 *   `folder` is for reports
 */

const node = process.execPath;

/** The program of an installed package. @param {...string} parts */
const tool = (...parts) => join(modulesFolder, ...parts);

/** Everything that `npm test` runs, in this order. @type {readonly Step[]} */
export const steps = [
	{ name: 'types', title: 'Types', isQuick: true, run: checkTypes },
	{
		name: 'lint',
		title: 'Lint and format',
		isQuick: true,
		run: () =>
			runPlain(node, [tool('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=60', '.']),
	},
	{
		name: 'boundaries',
		title: 'Import boundaries',
		isQuick: true,
		run: () =>
			runPlain(node, [
				tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
				'--config=.dependency-cruiser.cjs',
				...['shared', 'main', 'renderer', 'page', 'app', 'e2e', 'bench'],
			]),
	},
	{ name: 'rules', title: 'Rules of this project', isQuick: true, run: () => runPlain(node, [join('scripts', 'lint.mjs')]) },
	{ name: 'deadcode', title: 'Dead code', isQuick: true, run: () => runPlain(node, [tool('knip', 'bin', 'knip.js'), '--no-progress']) },
	{ name: 'unit', title: 'Unit tests', isQuick: true, run: runUnitTests },
	{ name: 'build', title: 'Build', isQuick: false, run: buildProduct },
	{ name: 'e2e', title: 'Browser tests', isQuick: false, run: runBrowserTests },
	{ name: 'electron', title: 'Electron smoke test', isQuick: false, run: runSmokeTest },
	{ name: 'parity', title: 'Exports before real frameworks', isQuick: false, isExtra: true, run: judgeExports },
	{ name: 'templates', title: 'Large templates on the native engine', isQuick: false, isExtra: true, run: trainLargeTemplates },
	{ name: 'kits', title: 'Training programs before real frameworks', isQuick: false, isExtra: true, run: trainExports },
];

/** @param {string} program @param {readonly string[]} parameters @param {NodeJS.ProcessEnv} [environment] */
async function runPlain(program, parameters, environment) {
	const result = await run(program, parameters, {
		folder: projectFolder,
		environment: { NO_COLOR: '1', ...environment },
		limitMs: 15 * 60_000,
	});
	const output = result.reason ? `${result.output}\n${result.reason}` : result.output;
	return { passed: result.ok ? 1 : 0, failed: result.ok ? 0 : 1, skipped: [], output };
}

/** One compiler run for each folder with a tsconfig, two at a time. @returns {Promise<StepResult>} */
async function checkTypes() {
	const folders = readdirSync(projectFolder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && existsSync(join(projectFolder, entry.name, 'tsconfig.json')))
		.map((entry) => entry.name);
	const waiting = [...folders];
	/** @type {StepResult[]} */
	const results = [];
	const work = async () => {
		for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift())
			results.push(await runPlain(node, [tool('typescript-native', 'bin', 'tsc'), '--noEmit', '--pretty', 'false', '-p', folder]));
	};
	await Promise.all([work(), work()]);
	return {
		passed: results.reduce((sum, { passed }) => sum + passed, 0),
		failed: results.reduce((sum, { failed }) => sum + failed, 0),
		skipped: [],
		output: results.map(({ output }) => output).join(''),
	};
}

/** @param {StepContext} context @returns {Promise<StepResult>} */
async function runUnitTests({ folder }) {
	const report = join(folder, 'unit.json');
	const result = await run(
		node,
		[tool('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
		{ folder: projectFolder, environment: { NO_COLOR: '1' }, limitMs: 20 * 60_000 },
	);
	return readVitestReport(report, result);
}

/** Two steps of each network that is too large for the unit tests. @param {StepContext} context @returns {Promise<StepResult>} */
async function trainLargeTemplates({ folder, prepared }) {
	if (prepared.native?.state !== 'ready') return skip('the large templates: there is no native engine');
	const report = join(folder, 'templates.json');
	const result = await run(
		node,
		[
			tool('vitest', 'vitest.mjs'),
			...['run', 'main/engine/templates.test.ts', '--testNamePattern', 'large template'],
			...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
		],
		{ folder: projectFolder, environment: { NO_COLOR: '1', LAYERLOOM_LARGE_TEMPLATES: '1' }, limitMs: 30 * 60_000 },
	);
	// The small ones are left out, which is no news.
	return { ...readVitestReport(report, result), skipped: [] };
}

/** Builds the app and looks for traces of the smoke test's variant in it. @returns {Promise<StepResult>} */
async function buildProduct() {
	await build(profiles.product);
	const traces = findTestTraces();
	return { passed: traces.length === 0 ? 2 : 1, failed: traces.length === 0 ? 0 : 1, skipped: [], output: traces.join('\n') };
}

/** @param {StepContext} context @returns {Promise<StepResult>} */
async function runBrowserTests({ folder, prepared }) {
	if (prepared.browser?.state !== 'ready') return skip(`the browser tests: ${prepared.browser?.reason ?? 'no browser'}`);
	await build(profiles.product);
	return runPlaywright(folder, 'browser', [], { LAYERLOOM_CHROMIUM: prepared.browser.path });
}

/** @param {StepContext} context @returns {Promise<StepResult>} */
async function runSmokeTest({ folder, prepared }) {
	const runtime = prepared.smoke;
	if (runtime?.state !== 'ready') return skip(`the Electron smoke test: ${runtime?.reason ?? 'no runtime'}`);
	await build(runtime.isOld ? profiles.smoke : profiles.product);
	const packed = await run(node, [join('scripts', 'dist.mjs'), '--dir'], { folder: projectFolder, limitMs: 15 * 60_000 });
	if (!packed.ok) return { passed: 0, failed: 1, skipped: [], output: packed.output };
	return runPlaywright(folder, 'electron', runtime.wrapper, {
		LAYERLOOM_ELECTRON: runtime.path,
		LAYERLOOM_ELECTRON_OLD: runtime.isOld ? '1' : '',
		// Its last line says where the packed program is.
		LAYERLOOM_PACKED: packed.output.trim().split('\n').at(-1),
	});
}

/**
 * @param {string} folder @param {'browser' | 'electron'} project @param {readonly string[]} wrapper @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<StepResult>}
 */
async function runPlaywright(folder, project, wrapper, environment) {
	const report = join(folder, `${project}.json`);
	const [program = node, ...parameters] = [
		...wrapper,
		node,
		tool('@playwright', 'test', 'cli.js'),
		...['test', '--config', join('e2e', 'playwright.config.ts'), '--project', project, '--reporter=line,json'],
	];
	const result = await run(program, parameters, {
		folder: projectFolder,
		environment: { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report, NO_COLOR: '1', FORCE_COLOR: undefined },
		limitMs: 25 * 60_000,
	});
	return readPlaywrightReport(report, result);
}

/** @param {string} reason @returns {StepResult} */
function skip(reason) {
	return { passed: 0, failed: 0, skipped: [reason], output: '' };
}
