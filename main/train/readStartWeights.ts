import { basename } from 'node:path';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { startWeights } from '#shared/plan/startWeights.ts';
import { message } from '#shared/text/message.ts';
import { Problem } from '../problem.ts';
import type { KeptWeights } from './host/protocol.ts';
import { hashOfWeights, readWeightsFile } from './weightsFile.ts';

/** What a network begins with: random weights, or kept ones in every layer that they fit. Throws a `Problem` where the file is another. */
export async function readStartWeights(plan: ModelPlan, kept: KeptWeights | null): Promise<readonly NamedWeight[]> {
	if (kept === null) return initialWeights(plan);
	const refusal = (cause?: unknown) => new Problem(message('documents.problem.weightsDamaged', { file: basename(kept.file) }), { cause });
	const weights = await readWeightsFile(kept.file).catch((error: unknown) => {
		throw refusal(error);
	});
	if ((await hashOfWeights(kept.file)) !== kept.sha256) throw refusal();
	return startWeights(plan, weights).weights;
}
