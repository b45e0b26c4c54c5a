import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { DocumentFiles } from '#main/documents/documentFiles.ts';
import { WeightsStore } from '#main/documents/weightsStore.ts';
import { Problem } from '#main/problem.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { canFineTune, fineTune, replaceHead } from '#shared/graph/transfer.ts';
import { message } from '#shared/text/message.ts';
import type { Program } from '../program.ts';
import { readGivenData } from './givenDocument.ts';
import { findModel } from './givenRun.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface TransferOptions {
	readonly out: string;
	readonly classes?: number;
	readonly fineTune?: boolean;
	readonly data?: string;
	readonly overwrite?: boolean;
}

/**
 * `layerloom transfer DOC|RUN --classes N --out DOC`: the same network with a new head on a frozen base, its weights beside it; then
 * `layerloom transfer RUN --fine-tune --out DOC`: the base free again, at a tenth of the rate, from the weights of that run.
 */
export async function transfer(program: Program, given: string, options: TransferOptions, terminal: Terminal): Promise<ExitCode> {
	const data = options.data === undefined ? undefined : await readGivenData(options.data);
	const source = await findModel(program, given);
	const training = program.openTraining({ dataFolder: source.dataFolder });
	try {
		const { document: before } = await training.details(source.run);
		const weights = await training.takeWeights(source.run);
		if (options.fineTune && !canFineTune(before)) throw new Problem(message('cli.transfer.problem.notFrozen'));
		const edits = options.fineTune ? fineTune(before, weights) : replaceHead(before, options.classes ?? 0, weights);
		if (typeof edits === 'string') throw new Problem(message(`transfer.problem.${edits}`));
		const changed = applyEdits(before, edits);
		const document = { ...changed, id: randomBytes(12).toString('hex'), ...(data || !options.fineTune ? { dataset: data ?? null } : {}) };
		const store = new WeightsStore(join(source.dataFolder, 'weights'));
		const { path } = await new DocumentFiles(undefined, undefined, store).save(resolve(options.out), document, options.overwrite ?? false);
		const frozen = document.nodes.filter((node) => node.frozen === true).length;
		const { learningRate } = document.training;
		terminal.answer({ ok: true, path, frozen, learningRate });
		if (options.fineTune) terminal.say('cli.transfer.tuned', { path, rate: String(learningRate) });
		else terminal.say('cli.transfer.replaced', { path, frozen, classes: options.classes ?? 0 });
		return 0;
	} finally {
		await training.close();
		await source.release();
	}
}
