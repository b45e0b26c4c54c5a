import { message } from '#shared/text/message.ts';
import type { RateEvent } from '#shared/training/rateFinder.ts';
import type { EngineModel } from '../../engine/engine.ts';
import { Problem } from '../../problem.ts';
import { assertFits } from '../assertFits.ts';
import { findRate } from '../findRate.ts';
import { readStartWeights } from '../readStartWeights.ts';
import { toJson } from '../run.ts';
import { reasonFor } from '../runEnd.ts';
import type { LoadData } from './answers.ts';
import type { RunTools } from './carryOutRun.ts';
import type { SearchJob } from './protocol.ts';

/** Looks for a learning rate on weights of its own; always ends with an `ended` event and frees its tensors. Nothing is written. */
export async function carryOutSearch(
	job: SearchJob,
	tools: Omit<RunTools, 'gate' | 'createModel' | 'openData'> & { readonly loadData: LoadData },
): Promise<void> {
	const { search, plan, training } = job;
	const emit = (event: RateEvent): void => tools.post({ kind: 'rate', search, event });
	let model: EngineModel | null = null;
	try {
		const { engine } = tools;
		if (!engine) throw new Problem(message('training.end.noEngine'));
		emit({ kind: 'preparing', stage: 'data' });
		const data = await tools.loadData(job.data);
		tools.signal.throwIfAborted();
		emit({ kind: 'preparing', stage: 'model' });
		assertFits(engine, plan, training);
		model = await engine.createModel(plan, await readStartWeights(plan, job.startWeights), training);
		await findRate({ model, plan, training, data, augmentWorker: tools.augmentWorker }, emit, async () => {
			await tools.breathe();
			tools.signal.throwIfAborted();
		});
	} catch (error) {
		const end = tools.signal.aborted
			? ({ status: 'stopped', reason: null } as const)
			: ({ status: 'failed', reason: toJson(reasonFor(error, training.batchSize)) } as const);
		emit({ kind: 'ended', ...end, suggestion: null });
	} finally {
		model?.dispose();
	}
}
