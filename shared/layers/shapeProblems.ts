import { countValues, isMapShape, type MapShape, type TensorShape } from '../tensor/shape.ts';
import { message } from '../text/message.ts';
import type { FixProposal, Inferred, LayerProblem } from './defineLayer.ts';
import { digits } from './formulaParts.ts';

/** The only input of a layer with one wire. Asked for without it only by a bug in the caller. */
export function onlyInput(inputs: readonly TensorShape[]): TensorShape {
	const [input] = inputs;
	if (!input || inputs.length !== 1) throw new Error(`A layer with one input was given ${inputs.length}; wires are counted before sizes.`);
	return input;
}

/** The only input, as a map; asked for after `inferShape` has accepted it. */
export function onlyMap(inputs: readonly TensorShape[]): MapShape {
	const input = onlyInput(inputs);
	if (!isMapShape(input)) throw new Error(`A map was assumed, but the input has ${input.length} axes.`);
	return input;
}

/** A vector where rows and columns are needed, with the maps that hold as many values: `[784]` → 28 × 28 × 1 or 1 × 1 × 784. */
export function needsMap(input: TensorShape, at = 0): LayerProblem {
	return {
		code: 'needsMap',
		severity: 'error',
		input: at,
		values: { size: countValues(input), shape: input },
		received: message('diagnostic.value.shape', { shape: input }),
		expected: message('diagnostic.value.map'),
		fixes: mapsOf(input).map((shape) => insertReshape(shape, at)),
	};
}

function mapsOf(input: TensorShape): readonly MapShape[] {
	const values = countValues(input);
	const [rows, columns] = input;
	if (input.length === 2 && rows !== undefined && columns !== undefined) return [[rows, columns, 1]];
	const squares = [1, 3].flatMap((channels): readonly MapShape[] => {
		const side = Math.round(Math.sqrt(values / channels));
		return side > 1 && side * side * channels === values ? [[side, side, channels]] : [];
	});
	return [...squares, [1, 1, values]];
}

/** A reshape on the wire into input `at`. */
export function insertReshape(shape: TensorShape, at: number): FixProposal {
	return {
		kind: 'insertBefore',
		id: `insertReshape-${shape.join('x')}`,
		label: message('fix.insertReshape.label', { shape }),
		detail: message('fix.insertReshape.detail', { wire: at + 1 }),
		layerKind: 'reshape',
		config: { targetShape: [...shape] },
		input: at,
	};
}

/**
 * A map where one row of numbers is needed, with the two ways to make one and what each costs `units` outputs.
 * `[10, 10, 16]` into 120 units: flatten → 192,120 weights, global average → 2,040.
 */
export function needsVector(input: TensorShape, units: number): LayerProblem {
	const values = countValues(input);
	const [height = 1, width = 1, channels = 1] = input;
	const product = input.map(digits).join('·');
	const cost = (inputs: number) => ({ inputs, units, weights: (inputs + 1) * units });
	const fixes: FixProposal[] = [
		{
			kind: 'insertBefore',
			id: 'insertFlatten',
			label: message('fix.insertFlatten.label'),
			detail: message('fix.insertFlatten.detail', { product, ...cost(values) }),
			layerKind: 'flatten',
			config: {},
			input: 0,
		},
	];
	if (isMapShape(input)) {
		fixes.push({
			kind: 'insertBefore',
			id: 'insertGlobalAverage',
			label: message('fix.insertGlobalAverage.label'),
			detail: message('fix.insertGlobalAverage.detail', cost(channels)),
			layerKind: 'globalAveragePool2d',
			config: {},
			input: 0,
		});
	}
	return {
		code: 'needsVector',
		severity: 'error',
		input: 0,
		values: { height, width, channels, shape: input },
		received: message('diagnostic.value.shape', { shape: input }),
		expected: message('diagnostic.value.vector'),
		fixes,
	};
}

export function shaped(output: TensorShape, remarks: readonly LayerProblem[] = []): Inferred {
	return { ok: true, value: { output, remarks } };
}

export function refused(...problems: readonly LayerProblem[]): Inferred {
	return { ok: false, problem: problems };
}
