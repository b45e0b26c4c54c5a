import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '#shared/text/message.ts';
import type { Exporter, ExportModel } from '../exporter.ts';
import type { Obstacle } from '../obstacle.ts';
import { modelProgram } from '../pytorch/modelProgram.ts';
import { toTorchNetwork } from '../pytorch/network.ts';
import { predictProgram } from '../pytorch/predictProgram.ts';
import { torchObstacle, WEIGHTS_FILE } from '../pytorch/pytorch.ts';
import { fromStateDict, toStateDict } from '../pytorch/stateDict.ts';
import { readSafetensors, writeSafetensors } from '../safetensors.ts';
import { dataProgram } from '../trainingData/dataProgram.ts';
import { writeTrainingData } from '../trainingData/trainingData.ts';
import { DOCUMENT_FILE, readersOf, readPlan, type WrittenNetwork, writeDocument } from '../writtenNetwork.ts';
import { initializeProgram } from './initializeProgram.ts';
import { lossesProgram } from './lossesProgram.ts';
import { optimizationProgram } from './optimizationProgram.ts';
import { rayProgram } from './rayProgram.ts';
import { kitSettings } from './settings.ts';
import { trainProgram } from './trainProgram.ts';

/** The first versions that the programs run with; Ray is for `ray_train.py` alone. */
const requirements = ['torch>=2.2', 'numpy>=1.26', 'pillow>=10.0', 'safetensors>=0.4', '# ray_train.py alone: ray[train]>=2.40'];

/** Programs that train the same network with the same settings on several processors or machines. */
export const trainingKitExporter: Exporter = {
	name: 'training-kit',
	purpose: 'training',
	title: message('exporting.trainingKit.title'),
	summary: message('exporting.trainingKit.summary'),
	description: message('exporting.trainingKit.description'),
	takesChannelsFirst: true,
	provesWeightsAlone: true,
	files: ['train.py', 'ray_train.py', 'model.py', 'settings.json', WEIGHTS_FILE],
	usage: message('exporting.trainingKit.usage'),

	findObstacle: ({ plan }: ExportModel): Obstacle | null => torchObstacle(plan, message('exporting.trainingKit.title')),

	async write(model: ExportModel, folder: string, signal?: AbortSignal): Promise<readonly string[]> {
		const { plan, weights } = model;
		const network = toTorchNetwork(plan);
		const { state } = network.body;
		const texts = {
			'train.py': trainProgram(network.className),
			'ray_train.py': rayProgram,
			'model.py': modelProgram(network, plan),
			'initialize.py': initializeProgram(state),
			'data.py': dataProgram,
			'losses.py': lossesProgram,
			'optimization.py': optimizationProgram,
			'predict.py': predictProgram(network.className),
			'settings.json': `${JSON.stringify(kitSettings(plan, state), null, '\t')}\n`,
			'requirements.txt': `${requirements.join('\n')}\n`,
		};
		for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
		await writeFile(join(folder, WEIGHTS_FILE), writeSafetensors(toStateDict(state, weights), { format: 'pt' }), signal ? { signal } : {});
		const data = await writeTrainingData(model, folder, signal);
		await writeDocument(plan, folder);
		return [...Object.keys(texts), WEIGHTS_FILE, ...data.files, DOCUMENT_FILE];
	},

	...readersOf(readNetwork),
};

async function readNetwork(folder: string): Promise<WrittenNetwork> {
	const plan = await readPlan(folder);
	const tensors = readSafetensors(await readFile(join(folder, WEIGHTS_FILE)));
	return { plan, weights: fromStateDict(toTorchNetwork(plan).body.state, tensors) };
}
