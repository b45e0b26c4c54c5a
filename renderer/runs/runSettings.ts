import { type Message, message } from '#shared/text/message.ts';
import type { RunSummary } from '#shared/training/event.ts';

type RunFacts = Pick<RunSummary, 'settings' | 'weights'>;

/** What can tell runs apart, in the order of how much it says. */
const facts: readonly { readonly of: (run: RunFacts) => string | number; readonly word: (run: RunFacts) => Message }[] = [
	{
		of: (run) => run.weights,
		word: (run) => message('runs.setting.weights', { weights: message('runs.count', { count: run.weights }) }),
	},
	{
		of: (run) => run.settings.optimizer,
		word: (run) => message('runs.setting.optimizer', { optimizer: message(`training.optimizer.option.${run.settings.optimizer}`) }),
	},
	{
		of: (run) => run.settings.learningRate,
		word: (run) => message('runs.setting.learningRate', { rate: String(run.settings.learningRate) }),
	},
	{ of: (run) => run.settings.batchSize, word: (run) => message('runs.setting.batchSize', { size: run.settings.batchSize }) },
	{ of: (run) => run.settings.epochs, word: (run) => message('runs.setting.epochs', { count: run.settings.epochs }) },
	{ of: (run) => run.settings.seed, word: (run) => message('runs.setting.seed', { seed: String(run.settings.seed) }) },
];

/** Settings of a run that not all of `runs` share; where all agree, optimizer and learning rate stand for the rest. */
export function distinguish(run: RunFacts, runs: readonly RunFacts[]): readonly Message[] {
	const differing = facts.filter((fact) => new Set(runs.map(fact.of)).size > 1);
	const [, optimizer, rate] = facts;
	const told = differing.length > 0 ? differing : [optimizer, rate].filter((fact) => fact !== undefined);
	return told.map((fact) => fact.word(run));
}
