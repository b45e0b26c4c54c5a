import { isMapShape } from '../../tensor/shape.ts';
import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { line, noFormula, sign, term } from '../formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Channels of zeros before and after those of the input: `[16, 16, 16]`, 8 and 8 → `[16, 16, 32]`. */
export const padChannels = defineLayer({
	kind: 'padChannels',
	category: 'size',
	icon: 'size',
	text: {
		title: 'Zero channels',
		nodeName: 'zero channels',
		summary: 'Makes a map deeper by channels of zeros, without weights.',
		explanation:
			'Channels of zeros are put before and after those that come in. A shortcut becomes as deep as the branch it is added to and still has nothing to learn: the small residual networks for 32 × 32 pictures do it this way.',
		synonyms: ['pad channels', 'ResNet-20', 'shortcut', 'option A', 'depth padding'],
		card: ['+{before} and +{after}', 'channels of zeros'],
		words: {
			'before.label': 'Before',
			'before.help': 'Channels of zeros before those that come in.',
			'after.label': 'After',
			'after.help': 'Channels of zeros after those that come in.',
		},
	},
	...oneToOne,
	fields,
	inferShape: ({ before, after }, inputs) => {
		const input = onlyInput(inputs);
		return isMapShape(input) ? shaped([input[0], input[1], input[2] + before + after]) : refused(needsMap(input));
	},
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	formula: ({ before, after }, inputs, output) => ({
		...noFormula,
		size: [
			line(
				'depth',
				[
					term('before', before, { role: 'padding', field: 'before' }),
					sign('+'),
					term('c', onlyMap(inputs)[2], { part: 'input' }),
					sign('+'),
					term('after', after, { role: 'padding', field: 'after' }),
				],
				output[2] ?? null,
			),
		],
	}),
	cardValues: ({ before, after }) => ({ before, after }),
	targets,
});
