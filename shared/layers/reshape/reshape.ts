import { countValues, type TensorShape } from '../../tensor/shape.ts';
import { message } from '../../text/message.ts';
import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer, type FixProposal, type LayerProblem } from '../defineLayer.ts';
import { REST } from '../fields.ts';
import { line, noFormula, product, term } from '../formulaParts.ts';
import { onlyInput, refused, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** The same values in other rows: `[784]` → `[28, 28, 1]`. */
export const reshape = defineLayer({
	kind: 'reshape',
	category: 'dense',
	colour: 'size',
	icon: 'flatten',
	text: {
		title: 'Reshape',
		nodeName: 'reshape',
		summary: 'The same values in another order of rows, columns and channels.',
		explanation:
			'The values stay, only the way they are counted changes: a vector of 784 numbers becomes 28 rows of 28 columns. Rows are filled first to last, channels fastest. The number of values cannot change.',
		synonyms: ['view', 'resize', 'unflatten', 'shape'],
		card: ['to {shape}', 'same values'],
		words: {
			'targetShape.label': 'New size',
			'targetShape.help': 'Height, width and channels, or one number for a vector. One of them may be −1: as many as remain.',
			'diagnostic.reshapeCount.title': 'The number of values changes',
			'diagnostic.reshapeCount.text':
				'{from} hands it {shape}, which are {found, plural, one {# value} other {# values}}; {target} would hold {wanted, plural, one {# value} other {# values}}.',
			'fix.reshapeTo.label': 'Reshape to {shape}',
		},
	},
	...oneToOne,
	fields,
	inferShape: ({ targetShape }, inputs) => {
		const input = onlyInput(inputs);
		const target = withRest(targetShape, input);
		return countValues(input) === countValues(target) ? shaped(target) : refused(reshapeCount(input, target));
	},
	...withoutCost,
	sight: () => ({ kind: 'whole' }),
	formula: (_config, _inputs, output) => {
		const letters = output.length === 3 ? ['n', 'm', 'c'] : ['values'];
		const factors = output.map((dim, axis) => term(letters[axis] ?? 'values', dim, { field: 'targetShape', part: 'output' }));
		return { ...noFormula, size: [line('values', product(...factors), countValues(output))] };
	},
	cardValues: ({ targetShape }) => ({ shape: targetShape.map((size) => (size === REST ? '…' : size)).join(' × ') }),
	targets,
});

/** The size with −1 filled in: as many as remain of the input's values, and at least one. */
function withRest(target: TensorShape, input: TensorShape): TensorShape {
	const known = target.reduce((all, size) => (size === REST ? all : all * size), 1);
	const rest = Math.max(1, Math.floor(countValues(input) / known));
	return target.map((size) => (size === REST ? rest : size));
}

function reshapeCount(input: TensorShape, target: TensorShape): LayerProblem {
	const found = countValues(input);
	const fixes = new Map<string, FixProposal>();
	const offer = (shape: TensorShape) => {
		const label = message('layer.reshape.fix.reshapeTo.label', { shape });
		const id = `reshapeTo-${shape.join('x')}`;
		fixes.set(id, { kind: 'setConfig', id, label, detail: null, config: { targetShape: [...shape] } });
	};
	const area = target.slice(0, -1).reduce((all, dim) => all * dim, 1);
	if (target.length > 1 && found % area === 0) offer([...target.slice(0, -1), found / area]);
	offer([found]);
	return {
		code: 'reshapeCount',
		severity: 'error',
		field: 'targetShape',
		input: 0,
		values: { shape: input, found, target, wanted: countValues(target) },
		received: message('diagnostic.value.shape', { shape: input }),
		expected: message('diagnostic.value.shape', { shape: target }),
		fixes: [...fixes.values()],
	};
}
