import type { TensorShape } from '../../tensor/shape.ts';
import { message } from '../../text/message.ts';
import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer, type LayerProblem } from '../defineLayer.ts';
import { onlyInput, refused, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Changes the order of the axes: `[28, 14, 3]`, order 2 1 3 → `[14, 28, 3]`. */
export const permute = defineLayer({
	kind: 'permute',
	category: 'dense',
	colour: 'size',
	icon: 'flatten',
	text: {
		title: 'Permute',
		nodeName: 'permute',
		summary: 'Swaps rows, columns and channels.',
		explanation:
			'The axes change places and every value goes with them: order 2 1 3 makes rows of columns, as if the picture were mirrored along its diagonal. Use it where something after it expects another order.',
		synonyms: ['transpose', 'swap axes', 'order'],
		card: ['order {order}', 'same values'],
		words: {
			'dims.label': 'Order of the axes',
			'dims.help': '1 is rows, 2 columns, 3 channels: the first number says which of them becomes the rows.',
			'diagnostic.notAPermutation.title': 'Every axis once',
			'diagnostic.notAPermutation.text':
				'What comes in has {rank, plural, one {# axis} other {# axes}}, so the order must have each number from 1 to {rank, number} once; it is {order}.',
			'fix.keepOrder.label': 'Keep the order',
			'fix.keepOrder.detail': 'The axes stay as they come in.',
		},
	},
	...oneToOne,
	fields,
	inferShape: ({ dims }, inputs) => {
		const input = onlyInput(inputs);
		const isPermutation = dims.length === input.length && input.every((_, axis) => dims.includes(axis + 1));
		return isPermutation ? shaped(dims.map((axis) => input[axis - 1] ?? 1)) : refused(notAPermutation(dims, input));
	},
	...withoutCost,
	sight: ({ dims }) => ({ kind: dims.every((axis, place) => axis === place + 1) ? 'point' : 'whole' }),
	cardValues: ({ dims }) => ({ order: dims.join(' ') }),
	targets,
});

function notAPermutation(dims: readonly number[], input: TensorShape): LayerProblem {
	return {
		code: 'notAPermutation',
		severity: 'error',
		field: 'dims',
		values: { rank: input.length, order: dims.join(' ') },
		fixes: [
			{
				kind: 'setConfig',
				id: 'keepOrder',
				label: message('layer.permute.fix.keepOrder.label'),
				detail: message('layer.permute.fix.keepOrder.detail'),
				config: { dims: input.map((_, axis) => axis + 1) },
			},
		],
	};
}
