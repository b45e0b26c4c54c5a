import { chooseLoss } from '#main/engine/loss.ts';
import { assertNever } from '#shared/assertNever.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { call, type Expression } from '#shared/python/expression.ts';
import { type TrainingConfig, weightDecayOf } from '#shared/training/config.ts';

/** The document's optimizer in Keras's words; the rate is the full one of its schedule. */
export function optimizerCall(training: TrainingConfig): Expression {
	const { optimizer, learningRate: learning_rate, momentum, beta1, beta2, epsilon, clipNorm } = training;
	const decay = weightDecayOf(training);
	const shared = { weight_decay: decay === 0 ? undefined : decay, global_clipnorm: clipNorm ?? undefined };
	switch (optimizer) {
		case 'sgd':
			return call('keras.optimizers.SGD', [], { learning_rate, ...shared });
		case 'momentum':
			return call('keras.optimizers.SGD', [], { learning_rate, momentum, ...shared });
		case 'nesterov':
			return call('keras.optimizers.SGD', [], { learning_rate, momentum, nesterov: true, ...shared });
		case 'rmsprop':
			return call('keras.optimizers.RMSprop', [], { learning_rate, rho: 0.9, epsilon, ...shared });
		case 'adam':
		case 'adamw': {
			const name = optimizer === 'adamw' ? 'keras.optimizers.AdamW' : 'keras.optimizers.Adam';
			const weight_decay = optimizer === 'adamw' ? decay : shared.weight_decay;
			return call(name, [], { learning_rate, beta_1: beta1, beta_2: beta2, epsilon, ...shared, weight_decay });
		}
		default:
			return assertNever(optimizer);
	}
}

export interface ScriptLoss {
	readonly loss: Expression;
	readonly metric: Expression;
	/** What the loss compares answers with: `labels`, a column for one value, or a row of zeros with a 1. */
	readonly targets: 'labels' | 'column' | 'oneHot';
}

/** The document's loss in Keras's words. The script's network ends with its last activation. */
export function lossOf(plan: ModelPlan): ScriptLoss {
	const { training } = plan.document;
	const { kind } = chooseLoss(plan, training);
	const label_smoothing = training.labelSmoothing === 0 ? undefined : training.labelSmoothing;
	const isOne = plan.outputShape.at(-1) === 1;
	const targets = isOne ? 'column' : 'oneHot';
	const border = plan.finalActivation === 'linear' ? 0 : 0.5;
	const metric = isOne
		? call('keras.metrics.BinaryAccuracy', [], { name: 'accuracy', threshold: border })
		: call('keras.metrics.CategoricalAccuracy', [], { name: 'accuracy' });
	const from_logits = plan.finalActivation === 'linear' ? true : undefined;
	switch (kind) {
		case 'softmaxCrossEntropy': {
			const isFinished = plan.finalActivation === 'softmax' ? undefined : true;
			if (label_smoothing === undefined && !isOne) {
				const loss = call('keras.losses.SparseCategoricalCrossentropy', [], { from_logits: isFinished });
				return { loss, metric: call('keras.metrics.SparseCategoricalAccuracy', [], { name: 'accuracy' }), targets: 'labels' };
			}
			return { loss: call('keras.losses.CategoricalCrossentropy', [], { from_logits: isFinished, label_smoothing }), metric, targets };
		}
		case 'binaryCrossEntropy':
		case 'crossEntropyOfShares':
			return { loss: call('keras.losses.BinaryCrossentropy', [], { from_logits, label_smoothing }), metric, targets };
		case 'meanSquaredError':
			return { loss: call('keras.losses.MeanSquaredError'), metric, targets };
		case 'meanAbsoluteError':
			return { loss: call('keras.losses.MeanAbsoluteError'), metric, targets };
		case 'huber':
			return { loss: call('keras.losses.Huber'), metric, targets };
		default:
			return assertNever(kind);
	}
}

/** Body of `learning_rate(step, steps_per_epoch, losses)`, with the names of the script's constants; null where the rate stays. */
export function scheduleSource({ schedule, warmUpEpochs }: TrainingConfig): string | null {
	if (schedule === 'constant' && warmUpEpochs === 0) return null;
	if (schedule === 'oneCycle') return oneCycle;
	const lines = ['done = step'];
	if (warmUpEpochs > 0) {
		lines.push('warm_up = min(WARM_UP_EPOCHS, EPOCHS) * steps_per_epoch');
		lines.push('if step < warm_up:');
		lines.push('    return LEARNING_RATE * (step + 1) / warm_up');
		lines.push('done = step - warm_up');
		lines.splice(0, 1);
	}
	const rest = warmUpEpochs > 0 ? 'max(1, EPOCHS * steps_per_epoch - warm_up)' : 'EPOCHS * steps_per_epoch';
	switch (schedule) {
		case 'constant':
			lines.splice(lines.length - 1, 1, 'return LEARNING_RATE');
			break;
		case 'step':
			lines.push('return LEARNING_RATE * SCHEDULE_FACTOR ** (done // (steps_per_epoch * SCHEDULE_EPOCHS))');
			break;
		case 'exponential':
			lines.push('return LEARNING_RATE * SCHEDULE_FACTOR ** (done / steps_per_epoch)');
			break;
		case 'cosine':
			lines.push(`return LEARNING_RATE * (1 + math.cos(math.pi * done / ${rest})) / 2`);
			break;
		case 'plateau':
			lines.splice(lines.length - 1, 1, ...plateau.split('\n'));
			break;
		default:
			assertNever(schedule);
	}
	return lines.join('\n');
}

const oneCycle = `steps = EPOCHS * steps_per_epoch
top = 0.3 * steps - 1
if step <= top:
    return anneal(LEARNING_RATE / 25, LEARNING_RATE, step / top if top > 0 else 1)
return anneal(LEARNING_RATE, LEARNING_RATE / 250_000, min(1, (step - top) / (steps - 1 - top)))`;

const plateau = `best, waited, rate = math.inf, 0, LEARNING_RATE
for loss in losses:
    waited = 0 if loss < best - 1e-4 else waited + 1
    best = min(best, loss) if waited == 0 else best
    if waited == SCHEDULE_EPOCHS:
        rate, waited = rate * SCHEDULE_FACTOR, 0
return rate`;
