import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Message, message } from '#shared/text/message.ts';
import type { Exporter, ExportModel } from '../exporter.ts';
import { type Obstacle, obstacleAt } from '../obstacle.ts';
import { readSafetensors, writeSafetensors } from '../safetensors.ts';
import { DOCUMENT_FILE, readersOf, readPlan, type WrittenNetwork, writeDocument } from '../writtenNetwork.ts';
import { modelProgram } from './modelProgram.ts';
import { findUnwritable, toTorchNetwork } from './network.ts';
import { predictProgram } from './predictProgram.ts';
import { fromStateDict, toStateDict } from './stateDict.ts';

export const WEIGHTS_FILE = 'weights.safetensors';

/** The first versions that the programs run with. */
const requirements = ['torch>=2.2', 'numpy>=1.26', 'pillow>=10.0', 'safetensors>=0.4'];

/** A PyTorch program: the network as a class that a person would write, its weights, and a program that names what is in a picture. */
export const pytorchExporter: Exporter = {
	name: 'pytorch',
	purpose: 'python',
	title: message('exporting.pytorch.title'),
	summary: message('exporting.pytorch.summary'),
	description: message('exporting.pytorch.description'),
	takesChannelsFirst: true,
	provesWeightsAlone: true,
	files: ['model.py', WEIGHTS_FILE, 'predict.py', 'requirements.txt', DOCUMENT_FILE],
	usage: message('exporting.pytorch.usage'),

	findObstacle: ({ plan }: ExportModel): Obstacle | null => torchObstacle(plan, message('exporting.pytorch.title')),

	async write({ plan, weights }: ExportModel, folder: string, signal?: AbortSignal): Promise<readonly string[]> {
		const network = toTorchNetwork(plan);
		const texts = {
			'model.py': modelProgram(network, plan),
			'predict.py': predictProgram(network.className),
			'requirements.txt': `${requirements.join('\n')}\n`,
		};
		for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
		const file = writeSafetensors(toStateDict(network.body.state, weights), { format: 'pt' });
		await writeFile(join(folder, WEIGHTS_FILE), file, signal ? { signal } : {});
		await writeDocument(plan, folder);
		return this.files;
	},

	...readersOf(readNetwork),
};

async function readNetwork(folder: string): Promise<WrittenNetwork> {
	const plan = await readPlan(folder);
	const tensors = readSafetensors(await readFile(join(folder, WEIGHTS_FILE)));
	return { plan, weights: fromStateDict(toTorchNetwork(plan).body.state, tensors) };
}

/** Names the node that PyTorch has no exact words for. */
export function torchObstacle(plan: ExportModel['plan'], target: Message): Obstacle | null {
	const op = findUnwritable(plan);
	return op ? obstacleAt(plan, op, target) : null;
}
