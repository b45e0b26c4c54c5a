import { describe, expect, it } from 'vitest';
import { GrowingPixels, PicturesLeftOut } from './growingPixels.ts';
import type { DecodeAnswer, DecodeJob, PictureDecoder } from './pictureDecoder.ts';

/** Pictures of one pixel whose grey is their name; jobs wait until they are let go. */
function gatedDecoder() {
	const jobs: { readonly job: DecodeJob; answer(given?: DecodeAnswer): void }[] = [];
	const decoder: PictureDecoder = {
		threads: 1,
		decode: (job) =>
			new Promise((resolve) => {
				jobs.push({ job, answer: (given = Uint8Array.from(job.paths, Number)) => resolve(given) });
			}),
		close: async () => undefined,
	};
	return { decoder, jobs };
}

function begin(count: number) {
	const { decoder, jobs } = gatedDecoder();
	const stop = new AbortController();
	const paths = Array.from({ length: count }, (_, place) => String(place));
	return { jobs, stop, growing: new GrowingPixels(paths, [1, 1, 1], decoder, stop.signal) };
}

async function read(growing: GrowingPixels, first: number, samples: readonly number[]): Promise<number[]> {
	const target = new Uint8Array(samples.length);
	await growing.from(first).read(Int32Array.from(samples), target);
	return [...target];
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('pixels that are decoded while they are read', () => {
	it('come in the order asked for, while others are still being decoded', async () => {
		const { growing, jobs } = begin(200);
		const filled = growing.fill();
		const wanted = read(growing, 100, [99, 3, 50]);
		await turn();
		jobs.find(({ job }) => job.paths.includes('199'))?.answer();
		expect(await wanted).toEqual([199, 103, 150]);
		let isFilled = false;
		void filled.then(() => {
			isFilled = true;
		});
		await turn();
		expect(isFilled).toBe(false);
	});

	it('are decoded once each, a bounded number at a time, until all are there', async () => {
		const { growing, jobs } = begin(100);
		await Promise.all([turn(), expect(Promise.race([read(growing, 0, [5, 7]), turn().then(() => 'waits')])).resolves.toBe('waits')]);
		const filled = growing.fill();
		const decoded: string[] = [];
		while (decoded.length < 100) {
			await turn();
			// What was asked for, and two pieces of 16 ahead.
			expect(jobs.flatMap(({ job }) => job.paths).length).toBeLessThanOrEqual(2 + 2 * 16);
			const next = jobs.shift();
			decoded.push(...(next?.job.paths ?? []));
			next?.answer();
		}
		await filled;
		expect(new Set(decoded).size).toBe(100);
		expect([...growing.pixels]).toEqual(Array.from({ length: 100 }, (_, place) => place));
	});

	it('end with the first picture that cannot be decoded', async () => {
		const { growing, jobs } = begin(20);
		const filled = growing.fill();
		await turn();
		jobs[0]?.answer(null);
		jobs[1]?.answer();
		await expect(filled).rejects.toBeInstanceOf(PicturesLeftOut);
		await expect(read(growing, 0, [3])).rejects.toBeInstanceOf(PicturesLeftOut);
	});

	it('are given up at once when the run is stopped, though the disk does not answer', async () => {
		const { growing, stop } = begin(20);
		const waiting = read(growing, 0, [1]);
		stop.abort(new Error('stopped'));
		await expect(waiting).rejects.toThrow('stopped');
		await expect(growing.fill()).rejects.toThrow('stopped');
	});
});
