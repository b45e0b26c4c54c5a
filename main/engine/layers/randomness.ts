import type { MaskKey } from './randomMask.ts';

/** Passed down a training call beside `training`, so that random layers draw anew at each step and the same on each engine. */
export interface StepRandomness {
	readonly seed: number;
	readonly step: number;
}

const KEY = 'randomness';

/** Settings of a training call, handed to every layer. */
export function callSettings(randomness: StepRandomness): Record<string, unknown> {
	return { training: true, [KEY]: randomness };
}

/** The key for one layer in this call, or `null` when the call does not train. */
export function keyFor(layer: string, settings: Readonly<Record<string, unknown>>): MaskKey | null {
	if (settings.training !== true) return null;
	const randomness = settings[KEY] as StepRandomness | undefined;
	if (!randomness) throw new Error(`layer ${layer} is trained without randomness`);
	return { ...randomness, layer };
}
