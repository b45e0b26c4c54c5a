import { message } from '#shared/text/message.ts';
import { type Check, guessingLoss, spellLoss, spellRate } from './watch.ts';

const EPOCHS = 3;
/** Falling by less than this share per epoch is slow… */
const SLOW = 0.03;
/** …while most of the way from guessing is still to go. */
const FAR = 0.6;

/** The loss falls in every epoch, but hardly, and there is far to go: larger steps would get there sooner. */
export const rateTooSmall: Check = ({ epochs, classes, learningRate }) => {
	const losses = epochs.slice(-EPOCHS).map(({ train }) => train.loss ?? Number.NaN);
	const [first = Number.NaN] = losses;
	const last = losses.at(-1) ?? Number.NaN;
	if (losses.length < EPOCHS || classes === null || classes < 2) return null;
	const isSteady = losses.every((loss, index) => index === 0 || loss < (losses[index - 1] ?? Number.NaN));
	const isSlow = last > first * (1 - SLOW) ** (EPOCHS - 1);
	if (!isSteady || !isSlow || last < guessingLoss(classes) * FAR) return null;
	const values = {
		epochs: EPOCHS,
		from: spellLoss(first),
		to: spellLoss(last),
		rate: spellRate(learningRate),
		higher: spellRate(learningRate * 10),
	};
	return { advice: 'rateTooSmall', node: null, message: message('training.advice.rateTooSmall.text', values) };
};
