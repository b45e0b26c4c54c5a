import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileTopology } from '#main/compile/compileTopology.ts';
import { loadDocument } from '#shared/graph/load.ts';
import { serializeDocument } from '#shared/graph/serialize.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import type { Exporter, ProofInputs } from './exporter.ts';
import { predictedPlan } from './predictedPlan.ts';

/** The drawn network, beside code that was made of it: for reading back, and for going on in the app. */
export const DOCUMENT_FILE = 'network.loom.json';

/** Without the place of the data on this machine. */
export async function writeDocument(plan: ModelPlan, folder: string): Promise<void> {
	await writeFile(join(folder, DOCUMENT_FILE), serializeDocument({ ...plan.document, dataset: null }));
}

/** The plan of the document that lies in the folder, as it was exported. */
export async function readPlan(folder: string): Promise<ModelPlan> {
	const loaded = loadDocument(await readFile(join(folder, DOCUMENT_FILE), 'utf8'));
	if (!loaded.ok) throw new Error(`${DOCUMENT_FILE} cannot be opened: ${loaded.problem.id}`);
	const planned = buildPlan(loaded.value.document, { dataset: null, answersOnly: true });
	if (!planned.ok) throw new Error(`${DOCUMENT_FILE} has errors: ${planned.problem.map(({ code }) => code).join(', ')}`);
	return predictedPlan(planned.value);
}

/** A network as it is found in an export's folder. */
export interface WrittenNetwork {
	readonly plan: ModelPlan;
	readonly weights: readonly NamedWeight[];
}

/** Reading back where a program cannot be run here: the network that was drawn, with the weights of the file. */
export function readersOf(
	readNetwork: (folder: string) => Promise<WrittenNetwork>,
): Required<Pick<Exporter, 'readBack' | 'readBackInside'>> {
	return {
		async readBack(folder, inputs, { signal }) {
			const { plan, weights } = await readNetwork(folder);
			return answerPlan(plan, weights, inputs, signal);
		},
		async readBackInside(folder, inputs, { signal }) {
			const { plan, weights } = await readNetwork(folder);
			return valuesInsidePlan(plan, weights, inputs, signal);
		},
	};
}

/** The answers of a plan with weights that were read from a file. */
async function answerPlan(
	plan: ModelPlan,
	weights: readonly NamedWeight[],
	{ images, count }: ProofInputs,
	signal?: AbortSignal,
): Promise<Float32Array> {
	// Loaded when it is wanted: the library takes a moment, and a program that exports nothing does without it.
	const { answerWithKerasModel } = await import('#main/engine/readLayersModel.ts');
	return answerWithKerasModel(filesOf(plan, weights), images, count, plan.inputShape, signal);
}

/** What every op of such a plan gives, by its name. */
export async function valuesInsidePlan(
	plan: ModelPlan,
	weights: readonly NamedWeight[],
	{ images, count }: ProofInputs,
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array>> {
	const { valuesInsideKerasModel } = await import('#main/engine/readLayersModel.ts');
	return valuesInsideKerasModel(filesOf(plan, weights), images, count, plan.inputShape, signal);
}

function filesOf(plan: ModelPlan, weights: readonly NamedWeight[]) {
	const { model, weights: placed } = compileTopology(plan, { startsFromZeros: true });
	const byName = new Map(weights.map((weight) => [weight.name, weight]));
	const weightsOf = (layer: string) =>
		placed
			.filter((weight) => weight.layer === layer)
			.map(({ name }) => {
				const found = byName.get(name);
				if (!found) throw new Error(`the file holds no values for ${name}`);
				return found;
			});
	return { topology: model, weightsOf };
}
