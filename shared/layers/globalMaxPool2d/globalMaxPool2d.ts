import { defineGlobalPool } from '../pooling.ts';
import { targets } from './targets.ts';

/** The largest value of every feature map: `[5, 5, 16]` → `[16]`. */
export const globalMaxPool2d = defineGlobalPool({
	kind: 'globalMaxPool2d',
	text: {
		title: 'Global max',
		nodeName: 'global max',
		summary: 'The strongest answer of every feature map.',
		explanation:
			'Every feature map is reduced to its largest value: was the feature found anywhere in the picture? The vector is as long as the map is deep. A single strong answer counts, however small it is in the picture; how often and where is lost.',
		synonyms: ['global max pooling', 'maximum', 'adaptive max pooling'],
		card: ['max of a map', 'map to vector'],
	},
	targets,
});
