import type { Requests } from './requests.ts';
import type { Training } from './training.ts';
import { fromWirePixels, toWirePixels } from './wire.ts';

/** Starting, following and stopping runs, and looking at their answers. */
export function createRunRequests(training: Training): Requests['runs'] {
	return {
		async start({ document, engine }) {
			return { run: await training.start(document, engine) };
		},
		async adopt({ document }) {
			return { run: await training.adopt(document) };
		},
		async takeWeights({ run }) {
			return training.takeWeights(run);
		},
		async startsFrom({ document }) {
			const startedFrom = await training.startsFrom(document);
			return startedFrom && { ...startedFrom, fresh: [...startedFrom.fresh] };
		},
		async prepare({ document, engine }) {
			await training.prepare(document, engine);
			return {};
		},
		async *events({ run }, options) {
			for await (const event of training.events(run, options?.signal)) yield event;
		},
		async *findRate({ document }, options) {
			for await (const event of training.findRate(document, options?.signal)) yield event;
		},
		async stop({ run }) {
			await training.stop(run);
			return {};
		},
		async resume({ run }) {
			await training.resume(run);
			return {};
		},
		async pause({ run }) {
			await training.pause(run);
			return {};
		},
		async continue({ run }) {
			await training.continue(run);
			return {};
		},
		async step({ run }) {
			await training.step(run);
			return {};
		},
		async list({ documentId }) {
			return training.list(documentId);
		},
		async annotate({ run, changes }) {
			await training.annotate(run, changes);
			return {};
		},
		async details({ run }) {
			return training.details(run);
		},
		async remove({ run }) {
			await training.remove(run);
			return {};
		},
		async answers({ run, offset, count, only }) {
			const { total, answers } = await training.answers(run, offset, count, only);
			return { total, answers: answers.map(({ picture, ...answer }) => ({ ...answer, pixels: toWirePixels(picture) })) };
		},
	};
}

/** Answers of a trained network to one picture. */
export function createPredictRequests(training: Training): Requests['predict'] {
	return {
		async sample({ run, split, index }) {
			return training.predictSample(run, split, index);
		},
		async picture({ run, pixels }) {
			return training.predictPicture(run, fromWirePixels(pixels));
		},
	};
}

export function createEvaluateRequests(training: Training): Requests['evaluate'] {
	return {
		async test({ run }) {
			return training.evaluate(run);
		},
	};
}
