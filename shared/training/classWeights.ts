import type { TrainingConfig } from './config.ts';

/**
 * How much a sample of each class counts in the loss; `null` where all count the same. Balanced: samples ÷ (classes × samples of the
 * class), as scikit-learn has it, so that the mean over all samples is 1: 90 and 10 samples give 0.556 and 5. A class without samples
 * counts 0.
 */
export function classWeightsOf(
	{ classWeights }: Pick<TrainingConfig, 'classWeights'>,
	counts: readonly number[],
): readonly number[] | null {
	if (classWeights === 'none') return null;
	const total = counts.reduce((sum, count) => sum + count, 0);
	const present = counts.filter((count) => count > 0).length;
	return counts.map((count) => (count > 0 ? total / (present * count) : 0));
}
