import type { TensorShape } from '../../tensor/shape.ts';
import { message } from '../../text/message.ts';
import { withoutCost } from '../commonParts.ts';
import { defineLayer, type FixProposal, type LayerProblem } from '../defineLayer.ts';
import { line, noFormula, sign, term } from '../formulaParts.ts';
import { concatenated, joiningPorts, projectionFix } from '../joining.ts';
import { refused, shaped } from '../shapeProblems.ts';
import { type Axis, axes, fields } from './fields.ts';
import { targets } from './targets.ts';

/** Puts branches behind each other along one axis: `[14, 14, 32]` and `[14, 14, 16]` → `[14, 14, 48]`. */
export const concatenate = defineLayer({
	kind: 'concatenate',
	category: 'joining',
	icon: 'joining',
	text: {
		title: 'Concatenate',
		nodeName: 'concat',
		summary: 'Stacks the maps of several branches.',
		explanation:
			'The feature maps of all branches are laid behind each other, none is lost: 32 and 16 channels make 48. The layers after it choose what to use. Inception and DenseNet join branches this way, U-Net brings early, sharp maps back in. All sizes but the one along which it stacks must be equal.',
		synonyms: ['concat', 'merge', 'stack', 'join', 'inception', 'DenseNet', 'U-Net'],
		card: ['stacks {axis}', 'of all branches'],
		words: {
			'axis.label': 'Along',
			'axis.help': 'The size that adds up; all others must be equal.',
			'axis.option.channels': 'channels',
			'axis.option.height': 'height',
			'axis.option.width': 'width',
			'diagnostic.concatenateMismatch.title': 'Branches do not line up',
			'diagnostic.concatenateMismatch.text':
				'Wire {wire} brings {shape}, wire {otherWire} brings {other}. To be stacked along the {axis, select, channels {channels} height {height} other {width}}, all other sizes must be equal.',
			'fix.along.label': 'Stack along {axis}',
			'diagnostic.axisMissing.title': 'A vector has one axis',
			'diagnostic.axisMissing.text':
				'Vectors have neither height nor width: they can only be put one behind the other, which is what channels does.',
		},
	},
	inputs: joiningPorts,
	outputs: [{ name: 'out' }],
	fields,
	inferShape: (config, inputs) => {
		const [first] = inputs;
		const axis = first ? positionOf(config.axis, first) : null;
		if (first && axis === null && inputs.every((shape) => shape.length === 1)) return refused(axisMissing());
		const output = axis === null ? null : concatenated(inputs, axis);
		return output ? shaped(output) : refused(mismatch(config.axis, inputs));
	},
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	formula: (config, inputs, output) => {
		const axis = positionOf(config.axis, output) ?? 0;
		const parts = inputs.flatMap((shape, index) => [
			...(index === 0 ? [] : [sign('+')]),
			term(`c${subscript(index + 1)}`, shape[axis] ?? 0, { part: 'input' }),
		]);
		const label = config.axis === 'channels' ? 'depth' : config.axis;
		return { ...noFormula, size: [line(label, parts, output[axis] ?? null)] };
	},
	cardValues: (config) => ({ axis: message(`layer.concatenate.axis.option.${config.axis}`) }),
	targets,
});

/** Position of the axis in a shape; a vector has channels alone. */
function positionOf(axis: Axis, shape: TensorShape): number | null {
	if (axis === 'channels') return shape.length - 1;
	if (shape.length !== 3) return null;
	return axis === 'height' ? 0 : 1;
}

function subscript(value: number): string {
	return [...String(value)].map((digit) => String.fromCharCode(0x2080 + Number(digit))).join('');
}

function axisMissing(): LayerProblem {
	return {
		code: 'axisMissing',
		severity: 'error',
		field: 'axis',
		fixes: [alongFix('channels')],
	};
}

function alongFix(axis: Axis): FixProposal {
	const values = { axis: message(`layer.concatenate.axis.option.${axis}`) };
	return {
		kind: 'setConfig',
		id: `along-${axis}`,
		label: message('layer.concatenate.fix.along.label', values),
		detail: null,
		config: { axis },
	};
}

function mismatch(axis: Axis, inputs: readonly TensorShape[]): LayerProblem {
	const [first = []] = inputs;
	const at = positionOf(axis, first);
	const odd = inputs.findIndex(
		(shape) => shape.length !== first.length || shape.some((dim, index) => index !== at && dim !== first[index]),
	);
	const differing = inputs[odd] ?? [];
	const others = axes.filter((other) => {
		const position = positionOf(other, first);
		return other !== axis && position !== null && concatenated(inputs, position) !== null;
	});
	return {
		code: 'concatenateMismatch',
		severity: 'error',
		input: odd,
		values: { wire: odd + 1, shape: differing, otherWire: 1, other: first, axis },
		received: message('diagnostic.value.shape', { shape: differing }),
		expected: message('diagnostic.value.shape', {
			shape: differing.length === first.length ? first.map((dim, index) => (index === at ? (differing[index] ?? dim) : dim)) : first,
		}),
		fixes: [...others.map(alongFix), ...bringDown(axis, inputs, odd)],
	};
}

/** With two branches, the larger map can be brought down to the smaller one by a stride. */
function bringDown(axis: Axis, inputs: readonly TensorShape[], odd: number): readonly FixProposal[] {
	const [first, second] = inputs;
	if (axis !== 'channels' || inputs.length !== 2 || odd !== 1 || !first || !second) return [];
	const keepingChannels = (from: TensorShape, to: TensorShape) => [...to.slice(0, -1), from[from.length - 1] ?? 1];
	const fix = projectionFix(second, keepingChannels(second, first), 1) ?? projectionFix(first, keepingChannels(first, second), 0);
	return fix && first.length === 3 ? [fix] : [];
}
