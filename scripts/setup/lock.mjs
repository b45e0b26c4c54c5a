import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { cacheFolder, projectFolder } from './places.mjs';
import { say } from './say.mjs';

/**
 * Lets one set-up of this clone work at a time; a second one waits for the first and then finds everything done.
 * A lock whose owner is gone is taken over.
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function alone(work) {
	const name = createHash('sha256').update(projectFolder).digest('hex').slice(0, 16);
	const lock = join(cacheFolder('locks'), name);
	for (let told = false; !take(lock); ) {
		if (!told) say('Waiting for another set-up of this clone to end.');
		told = true;
		await setTimeout(500);
	}
	const release = () => rmSync(lock, { recursive: true, force: true });
	process.once('exit', release);
	try {
		return await work();
	} finally {
		process.removeListener('exit', release);
		release();
	}
}

/** @param {string} lock */
function take(lock) {
	const ownerFile = join(lock, 'owner');
	try {
		mkdirSync(lock);
		writeFileSync(ownerFile, String(process.pid));
		return true;
	} catch {
		if (!isOwnerAlive(ownerFile)) rmSync(lock, { recursive: true, force: true });
		return false;
	}
}

/** @param {string} file */
function isOwnerAlive(file) {
	try {
		return isAlive(Number(readFileSync(file, 'utf8')));
	} catch {
		// Between the folder and the file there is a moment without an owner; the next look a little later decides.
		return true;
	}
}

/** @param {number} pid */
export function isAlive(pid) {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
