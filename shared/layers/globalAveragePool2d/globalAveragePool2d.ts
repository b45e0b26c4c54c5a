import { defineGlobalPool } from '../pooling.ts';
import { targets } from './targets.ts';

/** The mean of every feature map: `[5, 5, 16]` → `[16]`. */
export const globalAveragePool2d = defineGlobalPool({
	kind: 'globalAveragePool2d',
	text: {
		title: 'Global average',
		nodeName: 'global average',
		summary: 'One mean per feature map: a map becomes a short vector.',
		explanation:
			'Every feature map is reduced to a single number, its mean: how much of that feature is in the picture, wherever it is. The vector is as long as the map is deep, so the dense layer after it needs few weights and the picture may have any size. Where things are is lost.',
		synonyms: ['global average pooling', 'GAP', 'mean', 'adaptive average pooling'],
		card: ['mean of a map', 'map to vector'],
	},
	targets,
});
