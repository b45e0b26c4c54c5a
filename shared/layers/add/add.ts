import { defineElementwise } from '../joining.ts';
import { targets } from './targets.ts';

/** Adds values place by place: `[14, 14, 32]` and `[14, 14, 32]` → `[14, 14, 32]`. */
export const add = defineElementwise({
	kind: 'add',
	text: {
		title: 'Add',
		nodeName: 'add',
		summary: 'Sums two branches of the same size, as a shortcut needs.',
		explanation:
			'Two branches are added place by place. This is the join of residual networks: a shortcut leads the input past some layers, and these only have to learn what to change about it. The error flows back through the shortcut undiminished, so that very deep networks can be trained. Both branches must have the same size; a 1 × 1 convolution on the shortcut makes them agree.',
		synonyms: ['residual', 'skip connection', 'shortcut', 'sum', 'plus', 'ResNet'],
		card: ['sum of all', 'place by place'],
	},
	targets,
});
