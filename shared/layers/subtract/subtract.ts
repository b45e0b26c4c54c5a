import { defineElementwise, inferElementwise } from '../joining.ts';
import { refused } from '../shapeProblems.ts';
import { targets } from './targets.ts';

/** The first input minus the second, place by place: `[14, 14, 32]` and `[14, 14, 32]` → `[14, 14, 32]`. */
export const subtract = defineElementwise({
	kind: 'subtract',
	text: {
		title: 'Subtract',
		nodeName: 'subtract',
		summary: 'What the first branch has and the second has not.',
		explanation:
			'The second branch is taken away from the first, place by place. What both have alike goes, what differs stays: a blurred picture taken from the sharp one leaves its edges. The order of the wires counts.',
		synonyms: ['difference', 'minus', 'residual'],
		card: ['first − second', 'place by place'],
		words: {
			'diagnostic.subtractTwo.title': 'Two branches, no more',
			'diagnostic.subtractTwo.text':
				'{count, plural, one {One wire comes} other {# wires come}} in. One branch is taken from one other: for more, put a second subtract behind this one, or add the others up first.',
		},
	},
	infer: (inputs) =>
		inputs.length === 2 ? inferElementwise(inputs) : refused({ code: 'subtractTwo', severity: 'error', values: { count: inputs.length } }),
	targets,
});
