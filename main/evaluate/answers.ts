import type { Split } from '#shared/datasets/dataset.ts';
import type { Picture } from '#shared/pictures/pixels.ts';
import { scalePicture } from '#shared/pictures/scalePicture.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { countValues, type TensorShape } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import type { Evaluation } from '#shared/training/event.ts';
import { Problem } from '../problem.ts';
import type { Prediction, RunAnswer } from '../services/training.ts';
import type { Engines } from '../train/engines.ts';
import type { AnswerTo, DataPlace, TrainedModelPlace } from '../train/host/protocol.ts';
import type { RunRecord } from '../train/runRecord.ts';

/** A run that has weights: enough to ask its network. */
export interface TrainedRun {
	readonly record: RunRecord;
	readonly plan: ModelPlan;
	/** `null` for weights from elsewhere that met no data here. */
	readonly data: DataPlace | null;
	readonly place: TrainedModelPlace;
}

const LARGEST_CACHE = 4;

function needed(data: DataPlace | null): DataPlace {
	if (!data) throw new Problem(message('training.run.noData'));
	return data;
}

/** What trained networks answer: to test images, to one image, to a drawing. The engine host does the work. */
export class Answers {
	readonly #engines: Engines;
	/** Answers to all test images of the runs asked about last, oldest first. */
	readonly #tests = new Map<string, Promise<AnswerTo<'test'>>>();

	constructor(engines: Engines) {
		this.#engines = engines;
	}

	async evaluate(trained: TrainedRun): Promise<Evaluation> {
		return (await this.#test(trained)).evaluation;
	}

	/** Test images in order, or only those that the network got wrong, with the pictures. */
	async list(
		trained: TrainedRun,
		offset: number,
		count: number,
		only: 'all' | 'wrong',
	): Promise<{ readonly total: number; readonly answers: readonly RunAnswer[] }> {
		const { answers, labels, probabilities } = await this.#test(trained);
		const everyone = Int32Array.from({ length: answers.length }, (_, index) => index);
		const shown = only === 'all' ? everyone : everyone.filter((index) => answers[index] !== labels[index]);
		const indices = shown.slice(offset, offset + count);
		const { shape, pixels } = await this.#samples(trained, 'test', indices);
		const [height, width, channels] = shape;
		const bytes = countValues(shape);
		return {
			total: shown.length,
			answers: Array.from(indices, (index, place) => ({
				index,
				label: labels[index] ?? 0,
				answer: answers[index] ?? 0,
				probability: probabilities[index] ?? 0,
				picture: { height, width, channels: channels === 1 ? 1 : 3, data: pixels.subarray(place * bytes, (place + 1) * bytes) },
			})),
		};
	}

	async predictSample(trained: TrainedRun, split: Split, index: number): Promise<Prediction> {
		const { pixels, labels, classes } = await this.#samples(trained, split, Int32Array.of(index));
		const images = Float32Array.from(pixels, (value) => value / 255);
		return { ...(await this.#predict(trained, images)), classes, label: labels[0] ?? null };
	}

	async predictPicture(trained: TrainedRun, picture: Picture): Promise<Prediction> {
		const { inputShape } = trained.plan;
		const shape: TensorShape = inputShape.length === 3 ? inputShape : (await this.#samples(trained, 'test', new Int32Array(0))).shape;
		if (picture.data.length !== picture.width * picture.height * picture.channels)
			throw new Problem(message('training.predict.notAPicture'));
		return this.#predict(trained, scalePicture(picture, inputShape, shape));
	}

	async #predict({ place, record }: TrainedRun, images: Float32Array): Promise<Prediction> {
		const { probabilities } = await this.#engines.ask<'predict'>({ kind: 'predict', model: place, images, count: 1 });
		return { probabilities: Array.from(probabilities), classes: record.dataset.classes, label: null };
	}

	#samples({ data, record, plan }: TrainedRun, split: Split, indices: Int32Array): Promise<AnswerTo<'samples'>> {
		const { validationShare } = record.training;
		return this.#engines.ask<'samples'>({ kind: 'samples', data: needed(data), split, share: validationShare, seed: plan.seed, indices });
	}

	#test({ place, data }: TrainedRun): Promise<AnswerTo<'test'>> {
		const key = `${place.run} ${place.version}`;
		const known = this.#tests.get(key);
		this.#tests.delete(key);
		const test = known ?? this.#engines.ask<'test'>({ kind: 'test', model: place, data: needed(data) });
		this.#tests.set(key, test);
		test.catch(() => this.#tests.delete(key));
		const [oldest] = this.#tests.keys();
		if (this.#tests.size > LARGEST_CACHE && oldest !== undefined) this.#tests.delete(oldest);
		return test;
	}
}
