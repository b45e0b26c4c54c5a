import type { Evaluation } from '#shared/training/event.ts';
import type { SampleSet } from '../datasets/trainingData.ts';
import type { EngineModel } from '../engine/engine.ts';
import { readBatches } from './batches.ts';

/** Answers of a network to many samples, in their order. */
export interface SampleAnswers {
	readonly loss: number;
	readonly correct: number;
	readonly count: number;
	/** Class named for each sample, and how sure the network is of it. */
	readonly answers: Int32Array;
	readonly probabilities: Float32Array;
}

/** Lets messages in (a stop, a question) and ends early when the run is stopped. */
export type Breathe = () => Promise<void>;

/** Forward passes over `indices` with dropout off. Throws what `breathe` throws. */
export async function answerSamples(
	model: EngineModel,
	set: SampleSet,
	indices: Int32Array,
	values: number,
	batchSize: number,
	breathe: Breathe,
): Promise<SampleAnswers> {
	const answers = new Int32Array(indices.length);
	const probabilities = new Float32Array(indices.length);
	let loss = 0;
	let correct = 0;
	let done = 0;
	for await (const batch of readBatches(set, values, indices, batchSize)) {
		const result = await model.evaluate(batch);
		loss += result.loss * batch.count;
		correct += result.correct;
		const units = result.probabilities.length / batch.count;
		for (let row = 0; row < batch.count; row++) {
			const { answer, probability } = mostLikely(result.probabilities.subarray(row * units, (row + 1) * units));
			answers[done] = answer;
			probabilities[done] = probability;
			done++;
		}
		await breathe();
	}
	return { loss: loss / indices.length, correct, count: indices.length, answers, probabilities };
}

/** The class with the largest probability; a single number is the probability of class 1. */
function mostLikely(probabilities: Float32Array): { answer: number; probability: number } {
	if (probabilities.length === 1) {
		const yes = probabilities[0] ?? 0;
		return yes > 0.5 ? { answer: 1, probability: yes } : { answer: 0, probability: 1 - yes };
	}
	let answer = 0;
	for (let index = 1; index < probabilities.length; index++) {
		if ((probabilities[index] ?? 0) > (probabilities[answer] ?? 0)) answer = index;
	}
	return { answer, probability: probabilities[answer] ?? 0 };
}

/** Loss, accuracy and the table of true classes against answers. */
export function summarize(answers: SampleAnswers, labels: Int32Array, classes: readonly string[]): Evaluation {
	const confusion = classes.map(() => classes.map(() => 0));
	for (const [index, answer] of answers.answers.entries()) {
		const row = confusion[labels[index] ?? 0];
		if (row && row[answer] !== undefined) row[answer]++;
	}
	return { accuracy: answers.correct / answers.count, loss: answers.loss, confusion, classes: [...classes] };
}
