import { Broadcast } from '#main/broadcast.ts';
import type { Training } from '#main/services/training.ts';
import type { TrainingEvent } from '#shared/training/event.ts';

/** A training whose events a test sends itself: the shells carry them, whoever makes them. */
export interface ScriptedTraining extends Training {
	readonly stream: Broadcast<TrainingEvent>;
	/** Streams that are being listened to. */
	listening: number;
}

export function scriptTraining(): ScriptedTraining {
	const stream = new Broadcast<TrainingEvent>();
	const refuse = () => Promise.reject(new Error('the test asked for nothing of this kind'));
	const training: ScriptedTraining = {
		stream,
		listening: 0,
		startEngine: () => undefined,
		async *engineStatus() {
			yield { state: 'ready', name: 'js', description: 'scripted', threads: 1, reasons: [] };
		},
		async *events(_run, signal) {
			training.listening++;
			try {
				yield* stream.listen(signal);
			} finally {
				training.listening--;
			}
		},
		start: async () => 'run-1',
		prepare: async () => undefined,
		stop: async () => undefined,
		resume: async () => undefined,
		pause: async () => undefined,
		continue: async () => undefined,
		step: async () => undefined,
		adopt: refuse,
		takeWeights: refuse,
		startsFrom: async () => null,
		list: async () => [],
		async *findRate() {
			yield await refuse();
		},
		annotate: async () => undefined,
		details: refuse,
		remove: async () => undefined,
		answers: refuse,
		predictSample: refuse,
		predictPicture: refuse,
		evaluate: refuse,
		readModel: refuse,
		readSavedModel: refuse,
		close: async () => stream.close(),
	};
	return training;
}
