import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileTopology } from '#main/compile/compileTopology.ts';
import { type InferenceGraph, writeInferenceGraph } from '#main/engine/compiled/inferenceGraph.ts';
import { NotCompilable } from '#main/engine/compiled/layers/emitter.ts';
import { encodeSavedModel } from '#main/engine/compiled/proto/savedModel.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';
import { message } from '#shared/text/message.ts';
import type { Exporter, ExportModel } from '../exporter.ts';
import { type Obstacle, obstacleAt } from '../obstacle.ts';
import { encodeBundle } from './tensorBundle.ts';

const GRAPH_FILE = 'saved_model.pb';
const VARIABLES = ['variables/variables.index', 'variables/variables.data-00000-of-00001'] as const;
const SIGNATURE = 'serving_default';

/** TensorFlow's own folder: the graph that answers, and a checkpoint with the weights, for TensorFlow Serving and all that TensorFlow opens. */
export const savedModelExporter: Exporter = {
	name: 'saved-model',
	purpose: 'tools',
	title: message('exporting.savedModel.title'),
	summary: message('exporting.savedModel.summary'),
	description: message('exporting.savedModel.description'),
	files: [GRAPH_FILE, ...VARIABLES],
	usage: message('exporting.savedModel.usage'),

	findObstacle({ plan }: ExportModel): Obstacle | null {
		const written = tryWriting(plan);
		if (!(written instanceof NotCompilable)) return null;
		const op = opOfLayer(plan, written.layer);
		return op
			? obstacleAt(plan, op, savedModelExporter.title)
			: message('exporting.problem.noStockLayer', { node: plan.name, target: savedModelExporter.title });
	},

	async write({ plan, weights }: ExportModel, folder: string, signal?: AbortSignal): Promise<readonly string[]> {
		const written = tryWriting(plan);
		if (written instanceof NotCompilable) throw written;
		const { nodes, signature, saver } = written;
		const options = signal ? { signal } : {};
		await writeFile(join(folder, GRAPH_FILE), encodeSavedModel(nodes, { [SIGNATURE]: signature }, saver), options);
		if (saver === null) return [GRAPH_FILE];
		const { index, data } = encodeBundle(weights);
		await mkdir(join(folder, 'variables'));
		for (const [place, bytes] of [index, data].entries()) await writeFile(join(folder, VARIABLES[place] ?? ''), bytes, options);
		return [GRAPH_FILE, ...VARIABLES];
	},

	async readBack(folder, inputs, { readSavedModel }) {
		const [answer] = (await readSavedModel(folder, inputs, false)).values();
		if (!answer) throw new Error('the SavedModel gives no answer');
		return answer;
	},
	readBackInside: (folder, inputs, { readSavedModel }) => readSavedModel(folder, inputs, true),
};

function tryWriting(plan: ModelPlan): InferenceGraph | NotCompilable {
	try {
		return writeInferenceGraph(plan, compileTopology(plan));
	} catch (error) {
		if (error instanceof NotCompilable) return error;
		throw error;
	}
}

/** Layers before the last of an op's chain have the op's name and their place: `conv_1_pre_1`. */
function opOfLayer({ ops }: ModelPlan, layer: string | null): PlanOp | undefined {
	return ops.find(({ name }) => name === layer) ?? ops.find(({ name }) => layer?.startsWith(`${name}_pre_`));
}
