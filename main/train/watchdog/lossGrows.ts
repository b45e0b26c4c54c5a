import { message } from '#shared/text/message.ts';
import { type Check, spellLoss, spellRate } from './watch.ts';

const BATCHES = 10;
/** The last batches against the very first, which no step has spoiled yet: a rate far too large does so at once. */
const GROWTH = 2;

/** The loss is far above where it began: the steps are too large. A loss that is no number ends the run with words of its own. */
export const lossGrows: Check = ({ losses, learningRate }) => {
	if (losses.length < 2 * BATCHES) return null;
	const [before = Number.NaN] = losses;
	const now = median(losses.slice(-BATCHES));
	if (!(now > before * GROWTH)) return null;
	const values = { before: spellLoss(before), now: spellLoss(now), rate: spellRate(learningRate), lower: spellRate(learningRate / 10) };
	return { advice: 'lossGrows', node: null, message: message('training.advice.lossGrows.text', values) };
};

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
