import { defineElementwise } from '../joining.ts';
import { targets } from './targets.ts';

/** The largest value among all inputs, place by place: `[14, 14, 32]` twice → `[14, 14, 32]`. */
export const maximum = defineElementwise({
	kind: 'maximum',
	text: {
		title: 'Maximum',
		nodeName: 'maximum',
		summary: 'The strongest answer among several branches.',
		explanation:
			'At every place the largest value among the branches goes on. When each branch looks for a pattern in its own way, one that has found it is enough. Maxout networks are built of it.',
		synonyms: ['max', 'maxout', 'merge'],
		card: ['largest of all', 'place by place'],
	},
	targets,
});
