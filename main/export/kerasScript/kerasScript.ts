import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '#shared/text/message.ts';
import type { Exporter, ExportModel } from '../exporter.ts';
import { type Obstacle, obstacleAt } from '../obstacle.ts';
import { readSafetensors, writeSafetensors } from '../safetensors.ts';
import { dataProgram } from '../trainingData/dataProgram.ts';
import { writeTrainingData } from '../trainingData/trainingData.ts';
import { DOCUMENT_FILE, readersOf, readPlan, type WrittenNetwork, writeDocument } from '../writtenNetwork.ts';
import { findUnwritable, type ScriptNetwork, toScriptNetwork } from './network.ts';
import { trainProgram } from './trainProgram.ts';

const WEIGHTS_FILE = 'weights.safetensors';

/** The first versions that the script runs with. */
const requirements = [
	'keras>=3.3',
	'numpy>=1.26',
	'h5py>=3.10',
	'pillow>=10.0',
	'safetensors>=0.4',
	'# and one of: tensorflow, torch, jax',
];

/** A Keras script that builds the network, layer by layer, and trains it as the run was trained. */
export const kerasScriptExporter: Exporter = {
	name: 'keras-script',
	purpose: 'training',
	title: message('exporting.kerasScript.title'),
	summary: message('exporting.kerasScript.summary'),
	description: message('exporting.kerasScript.description'),
	provesWeightsAlone: true,
	files: ['train.py', 'data.py', WEIGHTS_FILE, 'requirements.txt', DOCUMENT_FILE],
	usage: message('exporting.kerasScript.usage'),

	findObstacle({ plan }: ExportModel): Obstacle | null {
		const op = findUnwritable(plan);
		const target = message('exporting.kerasScript.title');
		return op ? obstacleAt(plan, op, target) : null;
	},

	async write(model: ExportModel, folder: string, signal?: AbortSignal): Promise<readonly string[]> {
		const network = toScriptNetwork(model.plan);
		const texts = {
			'train.py': trainProgram(network, model.plan),
			'data.py': dataProgram,
			'requirements.txt': `${requirements.join('\n')}\n`,
		};
		for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
		const values = new Map(model.weights.map((weight) => [weight.name, weight]));
		const tensors = placesOf(network).map(({ name, tensor, shape }) => {
			const weight = values.get(name);
			if (!weight) throw new Error(`no values for weight ${name}`);
			return { name: tensor, shape, values: weight.values };
		});
		await writeFile(join(folder, WEIGHTS_FILE), writeSafetensors(tensors), signal ? { signal } : {});
		const data = await writeTrainingData(model, folder, signal);
		await writeDocument(model.plan, folder);
		return [...Object.keys(texts), WEIGHTS_FILE, ...data.files, DOCUMENT_FILE];
	},

	...readersOf(readNetwork),
};

async function readNetwork(folder: string): Promise<WrittenNetwork> {
	const plan = await readPlan(folder);
	const tensors = new Map(readSafetensors(await readFile(join(folder, WEIGHTS_FILE))).map((tensor) => [tensor.name, tensor]));
	const weights = placesOf(toScriptNetwork(plan)).map(({ name, tensor, shape }) => {
		const found = tensors.get(tensor);
		if (found?.shape.join() !== shape.join())
			throw new Error(`the tensor ${tensor} is ${found?.shape.join() ?? 'missing'}, expected ${shape.join()}`);
		return { name, shape, values: found.values };
	});
	return { plan, weights };
}

/** Where each weight of the plan is kept: by Keras layer and place among its weights. */
function placesOf({ topology }: ScriptNetwork) {
	return topology.weights.map(({ name, layer, index, spec }) => ({ name, tensor: `${layer}/${index}`, shape: spec.shape }));
}
