import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './places.mjs';

const day = 24 * 60 * 60 * 1000;

/**
 * What could not be had is remembered for a day, so that the next start asks nobody and waits for nothing.
 * @param {string} part
 * @returns {string | null} the reason
 */
export function recallRefusal(part, now = Date.now()) {
	const note = readJson(join(cacheFolder('refusals'), `${part}.json`));
	if (!note || typeof note.reason !== 'string' || typeof note.at !== 'number') return null;
	return now - note.at < day && now >= note.at ? note.reason : null;
}

/** @param {string} part @param {string} reason */
export function rememberRefusal(part, reason, now = Date.now()) {
	writeJson(join(cacheFolder('refusals'), `${part}.json`), { at: now, reason });
}

export function forgetRefusals() {
	rmSync(cacheFolder('refusals'), { recursive: true, force: true });
}

/**
 * @param {string} file
 * @returns {Record<string, unknown> | null} `null` when it is missing or torn
 */
export function readJson(file) {
	try {
		const value = JSON.parse(readFileSync(file, 'utf8'));
		return typeof value === 'object' ? value : null;
	} catch {
		return null;
	}
}

/**
 * Written whole or not at all.
 * @param {string} file @param {unknown} value
 */
export function writeJson(file, value) {
	mkdirSync(dirname(file), { recursive: true });
	const temporary = `${file}.${process.pid}.tmp`;
	writeFileSync(temporary, `${JSON.stringify(value, null, '\t')}\n`);
	renameSync(temporary, file);
}
