import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive } from './lock.mjs';
import { buildNativeEngine } from './nativeBuild.mjs';
import { installOfficialEngine } from './nativeOfficial.mjs';
import { cacheFolder, engineFolder, notesFolder } from './places.mjs';
import { readJson, recallRefusal, rememberRefusal, writeJson } from './remember.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** The two folders that the engine's package looks for and that npm does not bring. */
const parts = /** @type {const} */ (['deps', 'lib']);
const noteFile = join(notesFolder, 'native.json');
const checkScript = fileURLToPath(new URL('./checkNative.cjs', import.meta.url));

/** @typedef {{ state: 'ready', how: string } | { state: 'missing', reason: string }} NativeEngine */

/** What is known without any work, or `null` when there is work to do. @returns {NativeEngine | null} */
export function recallNativeEngine() {
	const note = readJson(noteFile);
	const stamp = stampOfBinding();
	if (note && stamp !== null && note.stamp === stamp && typeof note.how === 'string') return { state: 'ready', how: note.how };
	if (stamp !== null || isInCache()) return null;
	const reason = recallRefusal('native');
	return reason === null ? null : { state: 'missing', reason };
}

/**
 * Makes the native TensorFlow engine loadable: what is there already, else the cache of this user, else the official
 * download, else a build against the library of Python's TensorFlow. Each is proved in a process of its own.
 * @returns {Promise<NativeEngine>}
 */
export async function prepareNativeEngine() {
	const known = recallNativeEngine();
	if (known) return known;
	/** @type {string[]} */
	const reasons = [];

	if (stampOfBinding() !== null) {
		const check = await checkNativeEngine();
		if (check.ok) return note(`found in place, TensorFlow ${check.library}`);
		reasons.push(`what was in place does not work: ${check.reason}`);
		removeParts();
	}
	if (isInCache()) {
		linkParts();
		const check = await checkNativeEngine();
		if (check.ok) return note(`from this user's cache, TensorFlow ${check.library}`);
		reasons.push(`the prepared copy does not work: ${check.reason}`);
		removeParts();
		rmSync(cachedEngine(), { recursive: true, force: true });
	}

	for (const way of [installOfficialEngine, buildNativeEngine]) {
		removeParts();
		const folder = makePartialFolder();
		const result = await way({ engineFolder, folder });
		if ('reason' in result) {
			reasons.push(result.reason);
		} else {
			if (result.isInPlace) moveParts(folder);
			if (!existsSync(join(engineFolder, 'lib'))) {
				rmSync(cachedEngine(), { recursive: true, force: true });
				renameSync(folder, cachedEngine());
				linkParts();
			}
			const check = await checkNativeEngine();
			if (check.ok) {
				if (existsSync(cachedEngine())) writeJson(join(cachedEngine(), 'ready.json'), { how: result.how, library: check.library });
				return note(`${result.how}, TensorFlow ${check.library}`);
			}
			reasons.push(`${result.how}, but it does not work here: ${check.reason}`);
			removeParts();
			rmSync(cachedEngine(), { recursive: true, force: true });
		}
		rmSync(folder, { recursive: true, force: true });
		say(`  not this way: ${reasons.at(-1)}`);
	}
	const reason = reasons.join('; ');
	rememberRefusal('native', reason);
	return { state: 'missing', reason };
}

/** @param {string} how @returns {NativeEngine} */
function note(how) {
	writeJson(noteFile, { how, stamp: stampOfBinding() });
	return { state: 'ready', how };
}

/** Names the binding file in place, so that a replaced one is checked anew; `null` when there is none. */
function stampOfBinding() {
	const lib = join(engineFolder, 'lib');
	try {
		const version = readdirSync(lib).find((name) => name.startsWith('napi-v'));
		if (version === undefined) return null;
		const file = realpathSync(join(lib, version, 'tfjs_binding.node'));
		const { size, mtimeMs } = statSync(file);
		return `${file} ${size} ${mtimeMs}`;
	} catch {
		return null;
	}
}

function cachedEngine() {
	const { version } = /** @type {{ version: string }} */ (readJson(join(engineFolder, 'package.json')) ?? { version: 'unknown' });
	return join(cacheFolder('native'), `tfjs-node-${version}-${process.platform}-${process.arch}`);
}

function isInCache() {
	return existsSync(join(cachedEngine(), 'ready.json'));
}

/** A folder for unfinished work; those that an interrupted set-up left are removed. */
function makePartialFolder() {
	const parent = cacheFolder('native');
	for (const name of readdirSync(parent)) {
		const owner = /^partial-(\d+)$/.exec(name)?.[1];
		if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(parent, name), { recursive: true, force: true });
	}
	const folder = join(parent, `partial-${process.pid}`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	return folder;
}

/** Windows keeps the library beside the binding, in the package itself; elsewhere the parts move to the cache. @param {string} folder */
function moveParts(folder) {
	if (process.platform === 'win32') return;
	for (const part of parts) {
		try {
			renameSync(join(engineFolder, part), join(folder, part));
		} catch {
			// The cache is on another disk: what has moved goes back, and the parts stay in the package.
			for (const moved of parts) if (existsSync(join(folder, moved))) renameSync(join(folder, moved), join(engineFolder, moved));
			return;
		}
	}
}

function linkParts() {
	removeParts();
	for (const part of parts) symlinkSync(join(cachedEngine(), part), join(engineFolder, part), 'junction');
}

function removeParts() {
	for (const part of parts) {
		const path = join(engineFolder, part);
		const found = lstatSync(path, { throwIfNoEntry: false });
		if (found?.isSymbolicLink()) unlinkSync(path);
		else if (found) rmSync(path, { recursive: true, force: true });
	}
}

/** @returns {Promise<{ ok: true, library: string } | { ok: false, reason: string }>} */
async function checkNativeEngine() {
	const result = await run(process.execPath, [checkScript, engineFolder], { limitMs: 120_000 });
	const answer = result.output.split('\n').find((line) => line.startsWith('{"ok"'));
	if (answer) return JSON.parse(answer);
	return { ok: false, reason: result.reason ?? `the process that loads it ended with code ${result.code}` };
}
