import { type Message, message } from '#shared/text/message.ts';

/** Class names and probabilities in words; percentages come worded, as `78 %`. */
export interface AnswerFacts {
	readonly probabilities: readonly number[];
	readonly classes: readonly string[];
	readonly label: number | null;
}

/** The class with the highest probability, the first of equals. */
export function bestClass(probabilities: readonly number[]): number {
	return probabilities.reduce((best, probability, index) => (probability > (probabilities[best] ?? 0) ? index : best), 0);
}

/** Below this distance between first and second the network is said to waver. */
const CLOSE = 0.25;

/** One or two sentences about an answer: how sure it is, and what the label says. */
export function explainAnswer({ probabilities, classes, label }: AnswerFacts, percent: (share: number) => string): readonly Message[] {
	const ranked = probabilities.map((probability, index) => ({ probability, index })).sort((a, b) => b.probability - a.probability);
	const [first, second] = ranked;
	if (!first) return [];
	const nameOf = (index: number): string => classes[index] ?? String(index);
	const answer = nameOf(first.index);
	const share = percent(first.probability);
	const sentences: Message[] = [];
	if (second && first.probability - second.probability < CLOSE && second.probability > 0.1) {
		sentences.push(
			message('evaluate.answer.close', {
				answer,
				percent: share,
				second: nameOf(second.index),
				secondPercent: percent(second.probability),
			}),
		);
	} else if (first.probability < 0.5) {
		sentences.push(message('evaluate.answer.unsure', { answer, percent: share }));
	} else {
		sentences.push(message('evaluate.answer.sure', { answer, percent: share }));
	}
	if (label !== null) {
		sentences.push(
			label === first.index
				? message('evaluate.answer.right')
				: message('evaluate.answer.wrong', { label: nameOf(label), percent: percent(probabilities[label] ?? 0) }),
		);
	}
	return sentences;
}
