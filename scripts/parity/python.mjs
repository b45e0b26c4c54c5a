import { createHash } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../setup/places.mjs';
import { readJson, recallRefusal, rememberRefusal, writeJson } from '../setup/remember.mjs';
import { explain, run } from '../setup/run.mjs';
import { inSeconds, say, sayProgress } from '../setup/say.mjs';

/**
 * A Python that a judge can run in, or why there is none.
 * @typedef {{ python: string } | { reason: string }} JudgePython
 */

/** Written when an environment is whole; without it the folder is rubbish. */
const NOTE = 'layerloom-judges.json';
const OLDEST_PYTHON = [3, 11];
const DAY = 24 * 60 * 60_000;
const PIP_INSTALL = [
	...['-m', 'pip', 'install', '--only-binary=:all:', '--no-input', '--disable-pip-version-check', '--progress-bar=off'],
	...['--retries=2', '--timeout=20'],
];

/**
 * For every judge a Python with its packages. `LAYERLOOM_PYTHON` names one that has them; otherwise `python3` makes one environment
 * of pinned versions in this user's cache, once for every clone. What could not be had is not asked for again for a day.
 * @param {readonly import('./judges.mjs').Judge[]} judges
 * @returns {Promise<ReadonlyMap<import('./judges.mjs').Judge, JudgePython>>}
 */
export async function preparePythons(judges) {
	const own = process.env.LAYERLOOM_PYTHON;
	if (own) return new Map(await Promise.all(judges.map(async (judge) => /** @type {const} */ ([judge, await checkModules(own, judge)]))));
	/** @param {string} reason */
	const refuse = (reason) => new Map(judges.map((judge) => [judge, { reason }]));
	const version = await readVersion('python3');
	if (version === null) return refuse('python3 is not installed');
	if (isOlder(version, OLDEST_PYTHON)) return refuse(`python3 is ${version.join('.')}, and the packages need ${OLDEST_PYTHON.join('.')}`);
	const requirements = judges.map(({ packages }) => packages.map(({ requirement }) => requirement));
	const key = createHash('sha256')
		.update(JSON.stringify([version, process.platform, process.arch, requirements]))
		.digest('hex')
		.slice(0, 16);
	const refusal = recallRefusal(`judges-${key}`);
	if (refusal !== null) return refuse(refusal);
	const folder = join(cacheFolder('judges'), key);
	if (!isPrepared(folder)) {
		const reason = await makeEnvironment(folder, judges);
		if (reason !== null) {
			rememberRefusal(`judges-${key}`, reason);
			return refuse(reason);
		}
	}
	const reasons = /** @type {Record<string, string | null>} */ (readJson(join(folder, NOTE))?.reasons ?? {});
	return new Map(
		judges.map((judge) => {
			const reason = reasons[judge.name];
			return [judge, reason ? { reason } : { python: programOf(folder) }];
		}),
	);
}

/** Where a judge's packages were not to be had, they are asked for again after a day. @param {string} folder */
function isPrepared(folder) {
	const note = readJson(join(folder, NOTE));
	if (note === null) return false;
	const isWhole = Object.values(/** @type {Record<string, string | null>} */ (note.reasons)).every((reason) => reason === null);
	return isWhole || Date.now() - Number(note.at) < DAY;
}

/**
 * @param {string} folder @param {readonly import('./judges.mjs').Judge[]} judges
 * @returns {Promise<string | null>} why it could not be made
 */
async function makeEnvironment(folder, judges) {
	const startedAt = Date.now();
	const partial = `${folder}.${process.pid}.partial`;
	removeAbandoned(cacheFolder('judges'));
	say('Preparing Python packages for the judges of exports; this happens once and takes a few minutes.');
	try {
		const made = await run('python3', ['-m', 'venv', partial], { limitMs: 5 * 60_000 });
		if (!made.ok) return `python3 cannot make an environment: ${explain(made)}`;
		/** @type {Record<string, string | null>} */
		const reasons = {};
		for (const { name, packages } of judges) {
			sayProgress(`  ${name}`);
			const installed = await run(programOf(partial), [...PIP_INSTALL, ...packages.map(({ requirement }) => requirement)], {
				limitMs: 15 * 60_000,
				onLine: (line) => sayProgress(`  ${line}`),
			});
			reasons[name] = installed.ok ? null : `its packages could not be installed: ${explain(installed)}`;
		}
		writeJson(join(partial, NOTE), { at: Date.now(), reasons });
		rmSync(folder, { recursive: true, force: true });
		renameSync(partial, folder);
		say(`  ready in ${inSeconds(Date.now() - startedAt)}`);
		return null;
	} finally {
		rmSync(partial, { recursive: true, force: true });
	}
}

/** Half-made environments of set-ups that were cut off. @param {string} folder */
function removeAbandoned(folder) {
	const dayAgo = Date.now() - DAY;
	for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.partial'))) {
		const path = join(folder, name);
		if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? dayAgo) < dayAgo) rmSync(path, { recursive: true, force: true });
	}
}

/**
 * @param {string} python @param {import('./judges.mjs').Judge} judge
 * @returns {Promise<JudgePython>}
 */
async function checkModules(python, { packages }) {
	const program = 'import importlib.util, json, sys; print(json.dumps([m for m in sys.argv[1:] if importlib.util.find_spec(m) is None]))';
	const answer = await run(python, ['-c', program, ...packages.map(({ module }) => module)], { limitMs: 60_000 });
	if (!answer.ok) return { reason: `${python}, which LAYERLOOM_PYTHON names, does not run: ${explain(answer)}` };
	const lacking = JSON.parse(answer.output);
	return lacking.length === 0 ? { python } : { reason: `${python} lacks ${lacking.join(', ')}` };
}

/** @param {string} python @returns {Promise<readonly number[] | null>} */
async function readVersion(python) {
	const answer = await run(python, ['-c', 'import sys; print(*sys.version_info[:2])'], { limitMs: 60_000 });
	return answer.ok ? answer.output.trim().split(' ').map(Number) : null;
}

/** @param {readonly number[]} version @param {readonly number[]} than */
function isOlder([major = 0, minor = 0], [thanMajor = 0, thanMinor = 0]) {
	return major < thanMajor || (major === thanMajor && minor < thanMinor);
}

/** @param {string} folder */
function programOf(folder) {
	return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}
