import { parentPort } from 'node:worker_threads';
import { type DecodeAnswer, type DecodeJob, decodeAll } from './pictureDecoder.ts';

/** Entry of a decoding worker: names of files come in, pixels go out, in the same order. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (job: DecodeJob) => {
	last = last.then(async () => {
		const answer: DecodeAnswer = await decodeAll(job);
		parentPort?.postMessage(answer, answer ? [answer.buffer as ArrayBuffer] : []);
	});
});
