import type { ScaleAndShift } from './normalizationParts.ts';
import type { TorchWeight } from './torch.ts';

/** PyTorch has both or none: where we have one, the other is there, changes nothing and is not trained. */
export function scaleAndShiftWeights({ scale, center }: ScaleAndShift, channels: number): readonly TorchWeight[] {
	if (!scale && !center) return [];
	return [
		{ name: 'weight', from: scale ? 'gamma' : { fill: 1, length: channels } },
		{ name: 'bias', from: center ? 'beta' : { fill: 0, length: channels } },
	];
}
