import type { GoldenAnswer, GoldenCase } from './runGoldenCases.ts';

/** A rule in which we differ from a framework on purpose. Stated by the settings that it concerns, never by a case. */
export interface KnownException {
	readonly name: string;
	readonly reason: string;
	readonly applies: (given: GoldenCase, ours: GoldenAnswer) => boolean;
}

export const knownExceptions: readonly KnownException[] = [
	{
		name: 'stepsAndGaps',
		reason: 'Keras refuses strides and dilation together; they are well defined, and PyTorch and we compute them',
		applies: ({ config, error }, { output }) =>
			typeof error === 'string' &&
			output !== null &&
			(config.padding === 'valid' || config.padding === 'same') &&
			largest(config.strides) > 1 &&
			largest(config.dilationRate) > 1,
	},
	{
		name: 'wideSurround',
		reason: 'PyTorch pads a pool by half a window at most; we refuse only windows that lie in the padding altogether',
		applies: ({ config, error }, { output }) =>
			typeof error === 'string' && output !== null && config.poolSize !== undefined && padsMoreThanHalf(config),
	},
	{
		name: 'unalignedBroadcast',
		reason: 'Keras stretches a vector over a map by counting axes from the end; we ask for as many axes on every input',
		applies: ({ inputs, error }, { problems }) =>
			typeof error !== 'string' && problems.includes('shapesDiffer') && new Set(inputs.map((shape) => shape.length)).size > 1,
	},
	{
		name: 'outputPaddingOfOneStep',
		reason: 'PyTorch gives a size where output padding reaches the stride, but refuses to compute it; we refuse it at once',
		applies: ({ error }, { problems }) => typeof error !== 'string' && problems.includes('outputPaddingTooLarge'),
	},
];

function largest(value: GoldenCase['config'][string] | undefined): number {
	return Array.isArray(value) ? Math.max(...value.map(Number)) : Number(value ?? 1);
}

function padsMoreThanHalf({ poolSize, pad }: GoldenCase['config']): boolean {
	if (!Array.isArray(poolSize) || typeof pad !== 'object' || pad === null || Array.isArray(pad)) return false;
	const [height, width] = poolSize.map(Number);
	return Number(pad.top) * 2 > (height ?? 0) || Number(pad.left) * 2 > (width ?? 0);
}
