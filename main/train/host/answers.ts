import { assertNever } from '#shared/assertNever.ts';
import type { MapShape } from '#shared/tensor/shape.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { defaultTrainingConfig } from '#shared/training/config.ts';
import type { TrainingData } from '../../datasets/trainingData.ts';
import type { Engine, EngineModel } from '../../engine/engine.ts';
import { Problem } from '../../problem.ts';
import { labelsAt, readPixels } from '../batches.ts';
import { answerSamples, type Breathe, summarize } from '../evaluateSamples.ts';
import { splitSamples } from '../sampleOrder.ts';
import { readWeightsFile } from '../weightsFile.ts';
import type { Answer, AnswerTo, DataPlace, Question, TrainedModelPlace } from './protocol.ts';

const LARGEST_CACHE = 2;
const BATCH = 128;

export type LoadData = (place: DataPlace) => Promise<TrainingData>;

/** Answers questions about trained networks, in the host; keeps the last few networks built. */
export class Answerer {
	readonly #engine: Engine;
	readonly #loadData: LoadData;
	readonly #breathe: Breathe;
	/** Oldest first. */
	readonly #models = new Map<string, Promise<EngineModel>>();

	constructor(engine: Engine, loadData: LoadData, breathe: Breathe) {
		this.#engine = engine;
		this.#loadData = loadData;
		this.#breathe = breathe;
	}

	answer(question: Question): Promise<Answer> {
		switch (question.kind) {
			case 'predict':
				return this.#predict(question.model, question.images, question.count);
			case 'test':
				return this.#test(question.model, question.data);
			case 'samples':
				return this.#samples(question);
			case 'savedModel':
				return this.#savedModel(question);
			default:
				return assertNever(question);
		}
	}

	async #predict(place: TrainedModelPlace, images: Float32Array, count: number): Promise<AnswerTo<'predict'>> {
		const model = await this.#model(place);
		return { kind: 'predict', probabilities: await model.predict(images, count) };
	}

	async #test(place: TrainedModelPlace, data: DataPlace): Promise<AnswerTo<'test'>> {
		const [model, { test, classes }] = await Promise.all([this.#model(place), this.#loadData(data)]);
		const everyone = Int32Array.from({ length: test.count }, (_, index) => index);
		const answers = await answerSamples(model, test, everyone, countValues(place.plan.inputShape), BATCH, this.#breathe);
		return {
			kind: 'test',
			evaluation: summarize(answers, test.labels, classes),
			answers: answers.answers,
			probabilities: answers.probabilities,
			labels: test.labels,
		};
	}

	async #samples({ data, split, share, seed, indices }: Extract<Question, { kind: 'samples' }>): Promise<AnswerTo<'samples'>> {
		const { shape, classes, train, test } = await this.#loadData(data);
		const set = split === 'test' ? test : train;
		const members = split === 'test' ? null : splitSamples(train.labels, share, seed)[split];
		const places = indices.map((index) => {
			const at = members ? members[index] : index;
			if (at === undefined || at >= set.count) throw new RangeError(`sample ${index} of ${members?.length ?? set.count}`);
			return at;
		});
		const pixels = await readPixels(set, countValues(shape), places);
		const labels = labelsAt(set, places);
		return { kind: 'samples', shape: [...shape] as [...MapShape], classes: [...classes], labels, pixels };
	}

	async #savedModel({ folder, wantsInside, ...inputs }: Extract<Question, { kind: 'savedModel' }>): Promise<AnswerTo<'savedModel'>> {
		if (this.#engine.name !== 'native') throw new Problem(message('exporting.problem.needsTensorFlow'));
		const { answerSavedModel, valuesInsideSavedModel } = await import('../../engine/native/readSavedModel.ts');
		const read = wantsInside ? valuesInsideSavedModel : answerSavedModel;
		return { kind: 'savedModel', values: new Map(await read(folder, inputs, this.#breathe)) };
	}

	async #model(place: TrainedModelPlace): Promise<EngineModel> {
		const key = `${place.run} ${place.version}`;
		const known = this.#models.get(key);
		this.#models.delete(key);
		const model = known ?? this.#build(place);
		this.#models.set(key, model);
		model.catch(() => this.#models.delete(key));
		const [oldest] = this.#models.keys();
		if (this.#models.size > LARGEST_CACHE && oldest !== undefined) {
			const old = this.#models.get(oldest);
			this.#models.delete(oldest);
			old?.then((unused) => unused.dispose()).catch(() => undefined);
		}
		return model;
	}

	async #build({ plan, weightsFile }: TrainedModelPlace): Promise<EngineModel> {
		// Never trained here, so the optimizer without slots saves memory.
		const training = { ...defaultTrainingConfig, optimizer: 'sgd' } as const;
		return this.#engine.createModel(plan, await readWeightsFile(weightsFile), training);
	}
}
