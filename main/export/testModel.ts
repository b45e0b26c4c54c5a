import type { GraphDocument } from '#shared/graph/document.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import type { RunDetails, TrainedModel } from '../services/training.ts';
import { encodeWeights } from '../train/weightsFile.ts';
import type { ReadTools } from './exporter.ts';

/** For tests: a network with weights and statistics that are nothing special: zeros and ones would hide a mix-up. */
export function trainedModel(document: GraphDocument): TrainedModel {
	const planned = buildPlan(document, { dataset: null });
	if (!planned.ok) throw new Error(`the template has problems: ${planned.problem.map((problem) => problem.code).join(', ')}`);
	const plan = planned.value;
	let state = 1;
	const random = (): number => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
	const weights = initialWeights(plan).map((weight): NamedWeight => {
		const isStatistic = !weight.name.endsWith('/kernel');
		return isStatistic ? { ...weight, values: weight.values.map(() => 0.5 + random()) } : weight;
	});
	const classes = Array.from({ length: 10 }, (_, label) => `class ${label}`);
	return { run: finishedRun(plan, weights), plan, weights, classes };
}

/** For tests: why TensorFlow's own library does not load here; `null` where it does. */
export async function findLackOfTensorFlow(): Promise<string | null> {
	try {
		const { loadNative } = await import('../engine/native/native.ts');
		await loadNative();
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/** For tests: TensorFlow's own library, in this process. */
export const readTools: ReadTools = {
	async readSavedModel(folder, inputs, wantsInside) {
		const { answerSavedModel, valuesInsideSavedModel } = await import('../engine/native/readSavedModel.ts');
		return (wantsInside ? valuesInsideSavedModel : answerSavedModel)(folder, inputs, async () => undefined);
	},
};

/** For tests: what the run of a model was made from. */
export function detailsOf({ plan, classes }: TrainedModel): RunDetails {
	return {
		document: plan.document,
		training: plan.document.training,
		dataset: { reference: plan.document.dataset ?? { kind: 'bundled', name: 'digits' }, fingerprint: 'f'.repeat(64), classes },
		made: {
			program: '1.0.0',
			node: 'v24',
			engine: 'TensorFlow, plain JavaScript',
			platform: 'linux',
			processor: 'a processor',
			cores: 2,
			memoryBytes: 8e9,
		},
	};
}

function finishedRun({ document, seed, weightCount }: ModelPlan, weights: readonly NamedWeight[]): TrainedModel['run'] {
	const { optimizer, learningRate, batchSize, epochs } = document.training;
	return {
		id: 'run',
		documentId: document.id,
		documentName: document.name,
		name: 'Run 1',
		isStarred: false,
		notes: '',
		status: 'finished',
		reason: null,
		startedAt: '2025-01-02T03:04:05.000Z',
		endedAt: '2025-01-02T03:14:05.000Z',
		engine: 'js',
		settings: { optimizer, learningRate, batchSize, epochs, seed },
		epochs: [],
		bestEpoch: null,
		evaluation: null,
		advice: [],
		startedFrom: null,
		weights: weightCount,
		hasWeights: true,
		canResume: false,
		weightsHash: encodeWeights(weights).sha256,
		folder: '',
	};
}
