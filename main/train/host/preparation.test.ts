import { describe, expect, it } from 'vitest';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { TrainingData } from '../../datasets/trainingData.ts';
import type { Engine, EngineModel } from '../../engine/engine.ts';
import { loadEngines } from '../../engine/testEngines.ts';
import { batchFor, mixedPlan, settings } from '../../engine/testNetworks.ts';
import { encodeWeights } from '../weightsFile.ts';
import { Preparation } from './preparation.ts';
import type { PrepareJob } from './protocol.ts';

const engines = await loadEngines();
const plan = mixedPlan(0.4);

/** A preparation, and how often it asked for data. */
function begin(loadData: () => Promise<TrainingData> = () => Promise.reject(new Error('unused'))) {
	let loads = 0;
	const preparation = new Preparation({
		loadData: () => {
			loads++;
			return loadData();
		},
		breathe: () => new Promise((resolve) => setImmediate(resolve)),
	});
	return { preparation, loads: () => loads };
}

/** The same engine, and how many networks it was asked for. */
function count(engine: Engine) {
	let built = 0;
	const counting: Engine = Object.assign(Object.create(engine) as Engine, {
		createModel: (...given: Parameters<Engine['createModel']>) => {
			built++;
			return engine.createModel(...given);
		},
	});
	return { counting, built: () => built };
}

/** Over a folder, which is not read ahead. */
function jobFor(training: TrainingConfig, of: ModelPlan = plan): PrepareJob {
	return {
		plan: of,
		training,
		data: { reference: { kind: 'folder', path: '/nowhere', size: null }, assetsFolder: '', cacheFolder: null, size: null },
	};
}

/** Weights and the optimizer's memory after some steps. */
async function trained(model: EngineModel, of: ModelPlan = plan): Promise<string> {
	for (let step = 0; step < 3; step++) await model.trainStep(batchFor(of, 6, step), step, { wantsGradientNorms: step === 0 });
	const hashes = [await model.readWeights(), await model.readSlots()].map((values) => encodeWeights(values).sha256);
	model.dispose();
	return hashes.join();
}

function fresh(engine: Engine, training: TrainingConfig, of: ModelPlan = plan, weights = initialWeights(of)): Promise<EngineModel> {
	return engine.createModel(of, weights, training);
}

describe.each([...engines])('a prepared network on %s', (_name, engine) => {
	it.each([
		{ optimizer: 'adam' },
		{ optimizer: 'momentum', weightDecay: 0.01, clipNorm: 0.1 },
		{ optimizer: 'sgd', augmentation: { mixup: 0.4 } },
	] as const)('learns to the bit what a new one learns: $optimizer', async (change) => {
		const training = settings(change);
		const { preparation } = begin();
		const { counting, built } = count(engine);
		await preparation.begin(counting, jobFor(training));
		const prepared = await preparation.createModel(counting, plan, initialWeights(plan), training);
		expect(built()).toBe(1);
		expect(await trained(prepared)).toBe(await trained(await fresh(engine, training)));
	});

	it('is not used for another document or other settings', async () => {
		const training = settings();
		const otherPlan = mixedPlan(0.4, 8);
		for (const [of, wanted] of [
			[otherPlan, training],
			[plan, settings({ optimizer: 'rmsprop' })],
		] as const) {
			const { preparation } = begin();
			await preparation.begin(engine, jobFor(training));
			const model = await preparation.createModel(engine, of, initialWeights(of), wanted);
			expect(await trained(model, of)).toBe(await trained(await fresh(engine, wanted, of), of));
		}
	});

	it('leaves no tensor behind when it is dropped, replaced or taken', async () => {
		const training = settings();
		const countWith = async (work: () => Promise<void>): Promise<number> => {
			await work();
			const probe = await fresh(engine, training);
			const count = probe.countTensors();
			probe.dispose();
			return count;
		};
		const before = await countWith(async () => undefined);
		const after = await countWith(async () => {
			const { preparation } = begin();
			await preparation.begin(engine, jobFor(training));
			// Replaced while it is being made, then by one that is finished, then taken.
			const unfinished = preparation.begin(engine, jobFor(settings({ learningRate: 0.5 })));
			await Promise.all([unfinished, preparation.begin(engine, jobFor(settings({ learningRate: 0.25 })))]);
			(await preparation.createModel(engine, plan, initialWeights(plan), settings({ learningRate: 0.25 }))).dispose();
			await preparation.begin(engine, jobFor(training));
			await preparation.drop();
		});
		expect(after).toBe(before);
	});
});

describe('a preparation', () => {
	const engine = engines.get('js');
	if (!engine) throw new Error('there is no engine to test with');

	it('takes the weights that a resumed run brings', async () => {
		const training = settings();
		const weights: readonly NamedWeight[] = initialWeights(mixedPlan(0.4, 99));
		const { preparation } = begin();
		await preparation.begin(engine, jobFor(training));
		const prepared = await preparation.createModel(engine, plan, weights, training);
		expect(await trained(prepared)).toBe(await trained(await fresh(engine, training, plan, weights)));
	});

	it('that a run overtakes is waited for and used', async () => {
		const training = settings();
		const { preparation } = begin();
		const ready = preparation.begin(engine, jobFor(training));
		const [model] = await Promise.all([preparation.createModel(engine, plan, initialWeights(plan), training), ready]);
		expect(await trained(model)).toBe(await trained(await fresh(engine, training)));
	});

	it('that a run overtakes tries nothing out first', async () => {
		const training = settings();
		let steps = 0;
		const counting: Engine = Object.assign(Object.create(engine) as Engine, {
			createModel: async (...given: Parameters<Engine['createModel']>) => {
				const model = await engine.createModel(...given);
				const trainStep = model.trainStep.bind(model);
				return Object.assign(model, {
					trainStep: (...asked: Parameters<EngineModel['trainStep']>) => {
						steps++;
						return trainStep(...asked);
					},
				});
			},
		});
		const { preparation } = begin();
		void preparation.begin(counting, jobFor(training));
		(await preparation.createModel(counting, plan, initialWeights(plan), training)).dispose();
		expect(steps).toBe(0);
		await preparation.begin(counting, jobFor(training));
		expect(steps).toBe(2);
		await preparation.drop();
	});

	it('that fails leaves the run as it would have been', async () => {
		const { preparation, loads } = begin(() => Promise.reject(new Error('the data is gone')));
		const job: PrepareJob = { ...jobFor(settings()), data: { ...jobFor(settings()).data, reference: { kind: 'bundled', name: 'digits' } } };
		await preparation.begin(engine, job);
		expect(loads()).toBe(1);
		const model = await preparation.createModel(engine, plan, initialWeights(plan), settings());
		expect(await trained(model)).toBe(await trained(await fresh(engine, settings())));
	});

	it('builds no network whose weights would fill the memory', async () => {
		const { counting, built } = count(engine);
		const { preparation } = begin();
		await preparation.begin(counting, jobFor(settings(), { ...plan, weightCount: 100_000_000 }));
		expect(built()).toBe(0);
	});
});
