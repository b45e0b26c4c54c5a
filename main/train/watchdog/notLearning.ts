import { message } from '#shared/text/message.ts';
import { type Check, guessingLoss, spellLoss } from './watch.ts';

const EPOCHS = 2;
/** A loss this near to that of guessing has learned nothing. */
const NEAR = 0.98;

/** After two epochs the loss is still that of guessing. */
export const notLearning: Check = ({ epochs, classes, learningRate }) => {
	const last = epochs.at(-1);
	const loss = last?.train.loss ?? null;
	if (classes === null || classes < 2 || epochs.length < EPOCHS || loss === null) return null;
	const guessing = guessingLoss(classes);
	if (loss < guessing * NEAR) return null;
	const values = { epochs: epochs.length, loss: spellLoss(loss), guessing: spellLoss(guessing), classes, rate: String(learningRate) };
	return { advice: 'notLearning', node: null, message: message('training.advice.notLearning.text', values) };
};
