import type { MaskKey } from './randomMask.ts';

/** Passed down a training call beside `training`, so that random layers draw anew at each step and the same on each engine. */
export interface StepRandomness {
	readonly seed: number;
	readonly step: number;
	/** Layer name → its place among the layers; stays when a layer is renamed. */
	readonly streams: ReadonlyMap<string, number>;
}

const KEY = 'randomness';

export function callSettings(randomness: StepRandomness): Record<string, unknown> {
	return { training: true, [KEY]: randomness };
}

/** The key for one layer in this call, or `null` when the call does not train. */
export function keyFor(layer: string, settings: Readonly<Record<string, unknown>>): MaskKey | null {
	if (settings.training !== true) return null;
	const randomness = settings[KEY] as StepRandomness | undefined;
	if (!randomness) throw new Error(`layer ${layer} is trained without randomness`);
	const stream = randomness.streams.get(layer);
	if (stream === undefined) throw new Error(`layer ${layer} has no random stream`);
	return { seed: randomness.seed, step: randomness.step, stream };
}
