import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { writeFileAtomic } from '#main/atomicFile.ts';
import { backboneNameOf, backbonePath } from '#main/documents/backbones.ts';
import { DocumentFiles } from '#main/documents/documentFiles.ts';
import { readNpy, writeNpy } from '#main/npy.ts';
import { Problem } from '#main/problem.ts';
import { words } from '#main/words.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { startWeights } from '#shared/plan/startWeights.ts';
import { countValues, isSameShape } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { Program } from '../program.ts';
import { findRun, isDocument } from './givenRun.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface PredictOptions {
	readonly input: string;
	readonly out: string;
}

interface Network {
	readonly plan: ModelPlan;
	readonly weights: readonly NamedWeight[];
	readonly training: TrainingConfig;
	/** Ops whose weights are random. */
	readonly fresh: readonly string[];
}

/** Samples that are computed at once: memory stays bounded whatever the file holds. */
const AT_ONCE = 32;

/** `layerloom predict DOC|RUN --input X.npy --out Y.npy`: samples first, channels last, 32-bit floats. */
export async function predict(program: Program, given: string, options: PredictOptions, terminal: Terminal): Promise<ExitCode> {
	const network = isDocument(given) ? await networkOfDocument(program, given) : await networkOfRun(program, given);
	const { plan, weights, training, fresh } = network;
	const { shape, values } = await readSamples(options.input, plan);
	const count = shape[0] ?? 0;
	const [inputs, outputs] = [countValues(plan.inputShape), countValues(plan.outputShape)];
	// Loaded when it is wanted: the engines take a moment.
	const { pickEngine } = await import('#main/engine/pickEngine.ts');
	const { engine } = await pickEngine(null);
	if (!engine) throw new Problem(message('cli.predict.problem.noEngine'));
	const model = await engine.createModel(plan, weights, training);
	const answers = new Float32Array(count * outputs);
	try {
		for (let at = 0; at < count; at += AT_ONCE) {
			const size = Math.min(AT_ONCE, count - at);
			answers.set(await model.predict(values.subarray(at * inputs, (at + size) * inputs), size), at * outputs);
		}
	} finally {
		model.dispose();
	}
	const path = resolve(options.out);
	await writeFileAtomic(path, writeNpy({ shape: [count, ...plan.outputShape], values: answers }));
	terminal.answer({ ok: true, path, samples: count, outputShape: plan.outputShape, fresh });
	if (fresh.length > 0) terminal.say('cli.predict.fresh', { layers: fresh.join(', ') });
	terminal.say('cli.predict.done', { samples: count, path });
	return 0;
}

async function networkOfDocument(program: Program, given: string): Promise<Network> {
	const backbone = backboneNameOf(given);
	const place = backbone === null ? given : await backbonePath(program.product.assetsFolder, backbone);
	const { document, path } = await new DocumentFiles().open(place);
	const planned = buildPlan(document, { dataset: null, answersOnly: true });
	if (!planned.ok) {
		const errors = [...new Set(planned.problem.map(({ title }) => words.text(title)))].join('; ');
		throw new Problem(message('cli.predict.problem.errors', { errors }));
	}
	const plan = planned.value;
	if (!document.weights) throw new Problem(message('documents.problem.noWeights', { name: basename(path) }));
	await program.weights.takeIn(path, document);
	const { weights, fresh } = startWeights(plan, await program.weights.read(document.weights));
	// The answer as the document says: a loss over distances adds no softmax to it.
	return { plan, training: { ...document.training, loss: 'mse' }, weights, fresh };
}

async function networkOfRun(program: Program, given: string): Promise<Network> {
	const source = await findRun(program, given);
	const training = program.openTraining({ dataFolder: source.dataFolder });
	try {
		const { plan, weights } = await training.readModel(source.run);
		return { plan, weights, training: plan.document.training, fresh: [] };
	} finally {
		await training.close();
		await source.release();
	}
}

async function readSamples(file: string, { inputShape }: ModelPlan) {
	const name = basename(file);
	let read: ReturnType<typeof readNpy>;
	try {
		read = readNpy(await readFile(resolve(file)));
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		throw new Problem(message('cli.predict.problem.input', { name, detail }), { cause: error });
	}
	if (isSameShape(read.shape.slice(1), inputShape)) return read;
	throw new Problem(message('cli.predict.problem.shape', { name, found: read.shape, expected: inputShape }));
}
