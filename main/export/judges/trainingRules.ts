import { chooseLoss } from '#main/engine/loss.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { lossNameSchema, scheduleSchema, type TrainingConfig } from '#shared/training/config.ts';
import { isOutOfPatience } from '#shared/training/patience.ts';
import { learningRateAt } from '#shared/training/schedule.ts';
import { toTorchNetwork } from '../pytorch/network.ts';
import { trainedModel } from '../testModel.ts';
import { kitSettings } from '../trainingKit/settings.ts';

const STEPS_PER_EPOCH = 3;
const LOSSES = [1, 0.9, 0.95, 0.9, 0.91, 0.5, 0.6, 0.7, 0.8];
const ROWS = 6;

/** For tests: our own rates and losses, for the kit's programs to be compared with. */
export function trainingRules() {
	return { rates: rates(), losses: losses() };
}

function settingsWith(training: Partial<TrainingConfig>, finalActivation = 'softmax') {
	const document = lenet5.build();
	const nodes = document.nodes.map((node) =>
		'task' in node.config ? { ...node, config: { ...node.config, activation: finalActivation } } : node,
	);
	const { plan } = trainedModel({ ...document, nodes, training: { ...document.training, ...training } });
	return { plan, settings: kitSettings(plan, toTorchNetwork(plan).body.state) };
}

/** Every schedule with and without warm-up, step by step. */
function rates() {
	return scheduleSchema.options.flatMap((schedule) =>
		[0, 2].map((warmUpEpochs) => {
			const { plan, settings } = settingsWith({ schedule, warmUpEpochs, epochs: 8, scheduleEpochs: 2, stopPatience: 3 });
			const { training } = plan.document;
			const steps = Array.from({ length: 8 * STEPS_PER_EPOCH }, (_, step) => {
				const seen = LOSSES.slice(0, Math.floor(step / STEPS_PER_EPOCH));
				const rate = learningRateAt(training, { step, stepsPerEpoch: STEPS_PER_EPOCH, losses: seen });
				return { step, losses: seen, rate, isOutOfPatience: isOutOfPatience(training, seen) };
			});
			return { settings, stepsPerEpoch: STEPS_PER_EPOCH, steps };
		}),
	);
}

/** Every loss with each last activation, smoothed and weighted. `outputs` are the network's, before its last activation. */
function losses() {
	const labels = Int32Array.from({ length: ROWS }, (_, row) => (row * 7) % 10);
	const classWeights = Array.from({ length: 10 }, (_, label) => 0.5 + label / 10);
	const outputs = Float32Array.from({ length: ROWS * 10 }, (_, at) => ((at * 37) % 23) / 8 - 1.4);
	return lossNameSchema.options.flatMap((loss) =>
		['softmax', 'sigmoid', 'linear'].flatMap((lastActivation) =>
			[0, 0.2].map((labelSmoothing) => {
				const { plan, settings } = settingsWith({ loss, labelSmoothing }, lastActivation);
				const chosen = chooseLoss(plan, plan.document.training);
				const values = chosen.takesLogits ? outputs : finish(lastActivation, outputs);
				const { loss: expected, correct } = chosen.value(values, labels, ROWS, 10, false, classWeights);
				return { settings, outputs: [...outputs], labels: [...labels], classWeights, loss: expected, correct };
			}),
		),
	);
}

function finish(activation: string, outputs: Float32Array): Float32Array {
	if (activation === 'linear') return outputs;
	if (activation === 'sigmoid') return outputs.map((value) => 1 / (1 + Math.exp(-value)));
	const exponents = outputs.map(Math.exp);
	return exponents.map((value, at) => {
		const row = Math.floor(at / 10);
		return value / exponents.subarray(row * 10, row * 10 + 10).reduce((sum, other) => sum + other, 0);
	});
}
