import { chooseLoss } from '#main/engine/loss.ts';
import { activation } from '#shared/layers/activation/activation.ts';
import { parseConfig } from '#shared/layers/fields.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';

/** Name of the op that is added; numbered where the network has one of that name. */
const ADDED = 'probabilities';

/**
 * The plan whose answer is what `predict` says. A network that ends in raw scores is trained as if they were a softmax's or sigmoid's
 * input, and asked in the app it answers with probabilities: an export does so too, by an activation at its end (decision 12).
 */
export function predictedPlan(plan: ModelPlan): ModelPlan {
	const missing = missingActivation(plan);
	const answer = plan.ops.find((op) => op.name === plan.output);
	if (missing === null || !answer) return plan;
	const config = parseConfig(activation, { activation: missing });
	if (!config.ok) throw new Error(`${missing} is no activation`);
	const name = freeName(plan);
	const added: PlanOp = {
		name,
		node: answer.node,
		kind: activation.kind,
		config: config.value,
		inputs: [answer.name],
		inputShapes: [answer.outputShape],
		outputShape: answer.outputShape,
		weights: [],
		isFrozen: false,
	};
	return { ...plan, ops: [...plan.ops, added], output: name, finalActivation: missing };
}

/** What the loss makes of the network's answer, where the network does not do so itself. */
function missingActivation(plan: ModelPlan): 'softmax' | 'sigmoid' | null {
	const { kind, takesLogits } = chooseLoss(plan, plan.document.training);
	if (takesLogits) return null;
	if (kind === 'softmaxCrossEntropy') return 'softmax';
	return kind === 'binaryCrossEntropy' ? 'sigmoid' : null;
}

function freeName({ ops }: ModelPlan): string {
	const taken = new Set(ops.map((op) => op.name));
	let name = ADDED;
	for (let number = 1; taken.has(name); number++) name = `${ADDED}_${number}`;
	return name;
}
