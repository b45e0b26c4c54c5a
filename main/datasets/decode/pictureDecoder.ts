import type { MapShape } from '#shared/tensor/shape.ts';
import { usualThreads } from '../../augment/pool.ts';
import { mapConcurrently } from '../../concurrency.ts';
import { idlestOf, WorkThread } from '../../workThread.ts';
import { decodePictureFile } from '../pictureFile.ts';

/** Files to decode and scale to `size`, `[height, width, channels]`. */
export interface DecodeJob {
	readonly paths: readonly string[];
	readonly size: MapShape;
}

/** Their pixels side by side; `null` where one of them cannot be decoded, for whatever reason. */
export type DecodeAnswer = Uint8Array | null;

/** Decodes pictures; where it happens makes no difference to what comes out. */
export interface PictureDecoder {
	/** Jobs that it works on at the same time. */
	readonly threads: number;
	decode(job: DecodeJob): Promise<DecodeAnswer>;
	/** Ends at once, whatever it is doing. */
	close(): Promise<void>;
}

const AT_ONCE = 4;

export async function decodeAll({ paths, size }: DecodeJob): Promise<DecodeAnswer> {
	const [height, width, channels] = size;
	const sampleBytes = height * width * channels;
	const pixels = new Uint8Array(paths.length * sampleBytes);
	try {
		await mapConcurrently(paths, AT_ONCE, async (path, place) => {
			pixels.set((await decodePictureFile(path, size)).data, place * sampleBytes);
		});
		return pixels;
	} catch {
		return null;
	}
}

/** Does the work where it is called. */
export function decodeInLine(): PictureDecoder {
	return { threads: 1, decode: decodeAll, close: async () => undefined };
}

/** Does the work in threads of its own, while the engine trains. `workerFile` is the bundled `main/datasets/decode/worker.ts`. */
export function decodeInThreads(workerFile: string, threads: number = usualThreads()): PictureDecoder {
	const workers = Array.from({ length: threads }, () => new WorkThread<DecodeJob, DecodeAnswer>(workerFile, 'decode'));
	return {
		threads,
		decode: (job) => idlestOf(workers).ask(job),
		close: async () => {
			await Promise.all(workers.map((worker) => worker.close()));
		},
	};
}
