import { isMapShape } from '../../tensor/shape.ts';
import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { line, noFormula, sign, term } from '../formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from '../shapeProblems.ts';
import { spellSides } from '../sidesParts.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Rows and columns of zeros around a map: `[28, 28, 1]`, 2 at each side → `[32, 32, 1]`. */
export const zeroPadding2d = defineLayer({
	kind: 'zeroPadding2d',
	category: 'size',
	icon: 'size',
	text: {
		title: 'Zero padding',
		nodeName: 'pad',
		summary: 'Lays rows and columns of zeros around a map.',
		explanation:
			'Zeros are laid around the map, so that a window after it can reach past the rim and looks at the corners more than once. LeNet pads its digits of 28 × 28 to 32 × 32 this way. Convolution and pooling can do the same with their own padding.',
		synonyms: ['padding', 'border', 'margin', 'enlarge'],
		card: ['+{sides} at each side', 'zeros'],
	},
	...oneToOne,
	fields,
	inferShape: ({ pad }, inputs) => {
		const input = onlyInput(inputs);
		if (!isMapShape(input)) return refused(needsMap(input));
		return shaped([input[0] + pad.top + pad.bottom, input[1] + pad.left + pad.right, input[2]]);
	},
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	formula: ({ pad }, inputs, output) => {
		const input = onlyMap(inputs);
		const axis = (label: string, letter: string, size: number, before: number, after: number, result: number | undefined) =>
			line(
				label,
				[
					term(letter, size, { role: 'size', part: 'input' }),
					sign('+'),
					term('before', before, { role: 'padding', field: 'pad', part: 'padding' }),
					sign('+'),
					term('after', after, { role: 'padding', field: 'pad', part: 'padding' }),
				],
				result ?? null,
			);
		return {
			...noFormula,
			size: [axis('width', 'm', input[1], pad.left, pad.right, output[1]), axis('height', 'n', input[0], pad.top, pad.bottom, output[0])],
		};
	},
	cardValues: ({ pad }) => ({ sides: spellSides(pad) }),
	targets,
});
