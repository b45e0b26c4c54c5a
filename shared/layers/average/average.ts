import { defineElementwise } from '../joining.ts';
import { targets } from './targets.ts';

/** The mean of all inputs, place by place: `[14, 14, 32]` twice → `[14, 14, 32]`. */
export const average = defineElementwise({
	kind: 'average',
	text: {
		title: 'Average',
		nodeName: 'average',
		summary: 'The mean of several branches.',
		explanation:
			'Branches of the same size are averaged place by place. Several small networks that look at the same picture can be joined this way: where they disagree, the mean is often closer to the truth than each of them.',
		synonyms: ['mean', 'ensemble', 'merge'],
		card: ['mean of all', 'place by place'],
	},
	targets,
});
