import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '#shared/text/message.ts';
import { preprocessingOf } from '../companionFiles.ts';
import type { Exporter, ExportModel } from '../exporter.ts';
import { buildGraph } from './graph.ts';
import { encodeModel } from './proto.ts';
import { answerOnnx, valuesInsideOnnx } from './run.ts';

const MODEL_FILE = 'model.onnx';

/** ONNX: one file with the operators and the weights, for ONNX Runtime and much else. Every kind has an exact form. */
export const onnxExporter: Exporter = {
	name: 'onnx',
	purpose: 'tools',
	title: message('exporting.onnx.title'),
	summary: message('exporting.onnx.summary'),
	description: message('exporting.onnx.description'),
	takesChannelsFirst: true,
	files: [MODEL_FILE],
	usage: message('exporting.onnx.usage'),

	findObstacle: () => null,

	async write(model: ExportModel, folder: string, signal?: AbortSignal): Promise<readonly string[]> {
		const metadata = {
			classes: JSON.stringify(model.classes),
			preprocessing: JSON.stringify(preprocessingOf(model.plan, onnxExporter)),
		};
		const bytes = encodeModel(buildGraph(model), metadata, model.plan.document.name);
		await writeFile(join(folder, MODEL_FILE), bytes, signal ? { signal } : {});
		return [MODEL_FILE];
	},

	readBack: (folder, inputs, { signal }) => answerOnnx(folder, MODEL_FILE, inputs, signal),
	readBackInside: (folder, inputs, { signal }) => valuesInsideOnnx(folder, MODEL_FILE, inputs, signal),
};
