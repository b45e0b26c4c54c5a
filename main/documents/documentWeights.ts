import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { GraphDocument } from '#shared/graph/document.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { isSameShape } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { Problem } from '../problem.ts';
import { hashOfWeights, readWeightsFile, writeWeightsFile } from '../train/weightsFile.ts';

const ENDING = /(\.loom)?\.json$/i;

/**
 * Writes weights beside the file of a document and returns the document that refers to them: `net.weights.safetensors` beside
 * `net.loom.json`. Weights are named `node/weight`, so that a renamed layer keeps its own.
 */
export async function writeDocumentWeights(path: string, document: GraphDocument, weights: readonly NamedWeight[]): Promise<GraphDocument> {
	const file = `${basename(path).replace(ENDING, '')}.weights.safetensors`;
	const sha256 = await writeWeightsFile(join(dirname(path), file), weights);
	return { ...document, weights: { file, sha256 } };
}

/** Weights of a plan, and the ops that start afresh as the file has none of their size. */
export interface PlannedWeights {
	readonly weights: readonly NamedWeight[];
	readonly fresh: readonly string[];
}

/** Throws a `Problem` where the document has no weights, or their file is missing, damaged or another. */
export async function readDocumentWeights(path: string, document: GraphDocument): Promise<readonly NamedWeight[]> {
	const name = basename(path);
	if (!document.weights) throw new Problem(message('documents.problem.noWeights', { name }));
	const { file, sha256 } = document.weights;
	const place = join(dirname(path), file);
	const exists = await stat(place).then(
		(about) => about.isFile(),
		() => false,
	);
	if (!exists) throw new Problem(message('documents.problem.weightsMissing', { name, file }));
	const { weights, found } = await readWeights(place).catch((error: unknown) => {
		throw new Problem(message('documents.problem.weightsDamaged', { file }), { cause: error });
	});
	if (found !== sha256) throw new Problem(message('documents.problem.weightsOther', { name, file }));
	return weights;
}

async function readWeights(place: string) {
	const weights = await readWeightsFile(place);
	return { weights, found: await hashOfWeights(place) };
}

/** Gives each op the weights of its node; those that are missing or of another size start as the plan says. */
export function planWeights(plan: ModelPlan, stored: readonly NamedWeight[]): PlannedWeights {
	const known = new Map(stored.map((weight) => [weight.name, weight]));
	const homes = new Map(
		plan.ops.flatMap((op) => op.weights.map(({ name }) => [`${op.name}/${name}`, `${op.node}/${name}`] as [string, string])),
	);
	const fresh = new Set<string>();
	const weights = initialWeights(plan).map((initial) => {
		const found = known.get(homes.get(initial.name) ?? '');
		if (found && isSameShape(found.shape, initial.shape)) return { ...found, name: initial.name };
		fresh.add(initial.name.slice(0, initial.name.lastIndexOf('/')));
		return initial;
	});
	return { weights, fresh: [...fresh] };
}
