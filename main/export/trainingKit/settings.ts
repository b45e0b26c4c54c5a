import { kerasChain } from '#main/compile/compileTopology.ts';
import { chooseLoss } from '#main/engine/loss.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';
import { weightDecayOf } from '#shared/training/config.ts';
import type { StateEntry } from '../python/body.ts';

interface Penalty {
	readonly l1: number;
	readonly l2: number;
}

/** `settings.json`: how the document is trained, in the words that the kit's programs read. */
export function kitSettings(plan: ModelPlan, state: readonly StateEntry[]): Readonly<Record<string, unknown>> {
	const { training } = plan.document;
	const loss = chooseLoss(plan, training);
	return {
		seed: plan.seed,
		inputShape: plan.inputShape,
		epochs: training.epochs,
		batchSize: training.batchSize,
		optimizer: training.optimizer,
		learningRate: training.learningRate,
		momentum: training.momentum,
		beta1: training.beta1,
		beta2: training.beta2,
		epsilon: training.epsilon,
		weightDecay: weightDecayOf(training),
		clipNorm: training.clipNorm,
		schedule: training.schedule,
		scheduleFactor: training.scheduleFactor,
		scheduleEpochs: training.scheduleEpochs,
		warmUpEpochs: training.warmUpEpochs,
		stopPatience: training.stopPatience,
		stopMinChange: training.stopMinChange,
		classWeights: training.classWeights,
		loss: loss.kind,
		lossTakesLogits: loss.takesLogits,
		lastActivation: plan.finalActivation,
		labelSmoothing: training.labelSmoothing,
		penalties: Object.fromEntries(state.flatMap(penaltyOf)),
		largestNorms: Object.fromEntries(state.flatMap(limitOf)),
		// Named here so that nobody is surprised: the programs do not change pictures.
		augmentationNotCarried: training.augmentation,
	};
}

function penaltyOf({ name, from }: StateEntry): readonly (readonly [string, Penalty])[] {
	if ('fill' in from) return [];
	const penalty = penaltiesOf(from.op).get(from.spec.name);
	return penalty ? [[name, penalty]] : [];
}

/** By weight, as the layers' Keras form declares them: the n-th regularizer belongs to the n-th weight. */
function penaltiesOf(op: PlanOp): ReadonlyMap<string, Penalty> {
	const found = new Map<string, Penalty>();
	for (const { config, weights } of kerasChain(op)) {
		const regularizers = Object.entries(config).filter(([key]) => key.endsWith('_regularizer') && !key.startsWith('bias'));
		for (const [place, [, value]] of regularizers.entries()) {
			const weight = weights[place];
			if (weight !== undefined && isRegularizer(value)) found.set(weight, value.config);
		}
	}
	return found;
}

function isRegularizer(value: unknown): value is { readonly config: Penalty } {
	return typeof value === 'object' && value !== null && 'config' in value;
}

/** Filters and units are the first axis of PyTorch's weights, so a limit is over all others. */
function limitOf({ name, from }: StateEntry): readonly (readonly [string, number])[] {
	return 'fill' in from || !from.spec.constraint ? [] : [[name, from.spec.constraint.limit]];
}
