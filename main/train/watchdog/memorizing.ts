import { message } from '#shared/text/message.ts';
import { type Check, spellLoss } from './watch.ts';

/** Epochs without a better validation loss before it is said, since single epochs go up and down. */
const PATIENCE = 3;
/** Share by which the validation loss must have risen, and the training loss fallen. */
const RISE = 0.05;

/** The loss on images held back rises while that on the training images still falls: it learns them by heart. */
export const memorizing: Check = ({ epochs }) => {
	const last = epochs.at(-1);
	const [first] = epochs;
	if (!last?.validation || !first) return null;
	const best = epochs.reduce((lowest, result) => (validationLoss(result) < validationLoss(lowest) ? result : lowest), first);
	const from = { train: best.train.loss, validation: validationLoss(best) };
	const to = { train: last.train.loss, validation: validationLoss(last) };
	if (last.epoch - best.epoch < PATIENCE || from.train === null || to.train === null) return null;
	if (to.validation <= from.validation * (1 + RISE) || to.train >= from.train * (1 - RISE)) return null;
	const values = {
		epoch: best.epoch + 1,
		trainFrom: spellLoss(from.train),
		trainTo: spellLoss(to.train),
		validationFrom: spellLoss(from.validation),
		validationTo: spellLoss(to.validation),
	};
	return { advice: 'memorizing', node: null, message: message('training.advice.memorizing.text', values) };
};

function validationLoss({ validation }: { readonly validation: { readonly loss: number | null } | null }): number {
	return validation?.loss ?? Number.POSITIVE_INFINITY;
}
