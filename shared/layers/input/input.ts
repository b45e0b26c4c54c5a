import type { NodeConfig } from '../../graph/document.ts';
import { isSameShape, type TensorShape } from '../../tensor/shape.ts';
import { message } from '../../text/message.ts';
import { withoutCost } from '../commonParts.ts';
import { defineLayer, type LayerContext, type LayerProblem } from '../defineLayer.ts';
import { choiceField, integerField, MAX_SIZE } from '../fields.ts';
import { digits, line, noFormula, product, term } from '../formulaParts.ts';
import { shaped } from '../shapeProblems.ts';
import { targets } from './targets.ts';

const fields = {
	form: choiceField(['image', 'vector'], 'image', 'segments'),
	height: integerField(28, 1, MAX_SIZE, { symbol: { letters: 'n', role: 'size' }, isVisible: ({ form }) => form !== 'vector' }),
	width: integerField(28, 1, MAX_SIZE, { symbol: { letters: 'm', role: 'size' }, isVisible: ({ form }) => form !== 'vector' }),
	channels: integerField(1, 1, MAX_SIZE, { isVisible: ({ form }) => form !== 'vector' }),
	length: integerField(784, 1, 16_777_216, { isVisible: ({ form }) => form === 'vector' }),
};

/** Where the data enters: `[28, 28, 1]`, or a vector `[784]`. */
export const input = defineLayer({
	kind: 'input',
	category: 'endpoint',
	icon: 'input',
	text: {
		title: 'Input',
		nodeName: 'input',
		summary: 'Where the images enter the network.',
		explanation:
			'The network reads every sample as numbers: an image has rows, columns and channels, 1 for grey and 3 for red, green and blue. The layers after it use that neighbouring pixels belong together. A vector input has no such order.',
		synonyms: ['image', 'data', 'source', 'input layer'],
		card: [
			'{dataset}',
			'{form, select, vector {{length, plural, one {# number} other {# numbers}}} other {{size}, {channels, plural, =1 {grey} =3 {colour} other {# channels}}}}',
		],
		words: {
			'form.label': 'What comes in',
			'form.help': 'An image has rows, columns and channels; numbers come as one row.',
			'form.option.image': 'image',
			'form.option.vector': 'numbers',
			'card.dataset': 'image',
			'diagnostic.datasetShapeDiffers.title': 'The data has another size',
			'diagnostic.datasetShapeDiffers.text': 'The samples of “{dataset}” are {found}, but this input is set to {shape}.',
			'fix.followData.label': 'Take the size of the data',
			'fix.followData.detail': 'The input becomes {shape}, and every size after it follows.',
		},
	},
	inputs: [],
	outputs: [{ name: 'out' }],
	endpoint: 'source',
	fields,
	inferShape: (config, _inputs, context) => {
		const output = config.form === 'vector' ? [config.length] : [config.height, config.width, config.channels];
		const differing = datasetShapeDiffers(output, context);
		return shaped(output, differing ? [differing] : []);
	},
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	formula: (config, _inputs, output) => {
		if (config.form === 'vector')
			return { ...noFormula, size: [line('values', [term('length', config.length, { field: 'length' })], config.length)] };
		const values = output.reduce((all, dim) => all * dim, 1);
		return {
			...noFormula,
			size: [
				line(
					'values',
					product(
						term('m', config.width, { role: 'size', field: 'width', part: 'input' }),
						term('n', config.height, { role: 'size', field: 'height', part: 'input' }),
						term('channels', digits(config.channels), { field: 'channels' }),
					),
					values,
				),
			],
		};
	},
	cardValues: (config, { dataset }) => ({
		dataset: dataset ? dataset.title : message('layer.input.card.dataset'),
		form: config.form,
		length: config.length,
		size: [config.height, config.width],
		channels: config.channels,
	}),
	targets,
});

function datasetShapeDiffers(output: TensorShape, { dataset }: LayerContext): LayerProblem | null {
	const found = dataset?.shape ?? null;
	if (!dataset || !found || isSameShape(found, output)) return null;
	const [height, width, channels] = found;
	const isImage = found.length === 3 && height !== undefined && width !== undefined && channels !== undefined;
	const isVector = found.length === 1 && height !== undefined;
	const config: NodeConfig | null = isImage
		? { form: 'image', height, width, channels }
		: isVector
			? { form: 'vector', length: height }
			: null;
	return {
		code: 'datasetShapeDiffers',
		severity: 'error',
		values: { dataset: dataset.title, found, shape: output },
		received: message('diagnostic.value.shape', { shape: found }),
		expected: message('diagnostic.value.shape', { shape: output }),
		fixes: config
			? [
					{
						kind: 'setConfig',
						id: 'followData',
						label: message('layer.input.fix.followData.label'),
						detail: message('layer.input.fix.followData.detail', { shape: found }),
						config,
					},
				]
			: [],
	};
}
