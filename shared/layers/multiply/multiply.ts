import { defineElementwise } from '../joining.ts';
import { targets } from './targets.ts';

/** Multiplies values place by place; a size of 1 serves the whole axis: `[14, 14, 32]` and `[1, 1, 32]` → `[14, 14, 32]`. */
export const multiply = defineElementwise({
	kind: 'multiply',
	text: {
		title: 'Multiply',
		nodeName: 'multiply',
		summary: 'Lets one branch weigh the values of another.',
		explanation:
			'Two branches are multiplied place by place. Where one of them has values between 0 and 1, it works as a gate: it says how much of the other is let through. Squeeze-and-excite networks weigh whole feature maps this way, with one number per channel: 1 × 1 × C serves every place.',
		synonyms: ['gate', 'attention', 'squeeze-and-excite', 'product', 'times'],
		card: ['product of all', 'place by place'],
	},
	targets,
});
