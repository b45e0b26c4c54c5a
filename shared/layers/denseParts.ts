import { countValues, type TensorShape } from '../tensor/shape.ts';
import type { WeightSpec } from './defineLayer.ts';
import type { FormulaBlock } from './formula.ts';
import { line, noFormula, product, sign, term } from './formulaParts.ts';
import { onlyInput } from './shapeProblems.ts';
import { biasWeight, type InitializerName, initializerFor, maxNormConstraint } from './weightFields.ts';

/** A layer in which every input feeds every output. */
export interface DenseSettings {
	readonly units: number;
	readonly useBias: boolean;
	readonly kernelInitializer: InitializerName;
	/** Largest norm of a unit's weights; any where absent or 0. */
	readonly maxNorm?: number;
}

/** What one unit takes in, among the axes of the kernel. */
export const UNIT_AXES = [0] as const;

/** `[84]` into 10 units → kernel `[84, 10]`, bias `[10]`: (84 + 1)·10 = 850. */
export function denseWeights(
	{ units, useBias, kernelInitializer, maxNorm = 0 }: DenseSettings,
	inputs: readonly TensorShape[],
): readonly WeightSpec[] {
	const values = countValues(onlyInput(inputs));
	const kernel: WeightSpec = {
		name: 'kernel',
		shape: [values, units],
		layout: 'IO',
		initializer: initializerFor(kernelInitializer, { fanIn: values, fanOut: units }),
		isTrainable: true,
		...maxNormConstraint(maxNorm, UNIT_AXES),
	};
	return useBias ? [kernel, biasWeight(units)] : [kernel];
}

export function denseFormula({ units, useBias }: DenseSettings, inputs: readonly TensorShape[]): FormulaBlock {
	const values = countValues(onlyInput(inputs));
	const inputTerm = term('inputs', values, { role: 'size', part: 'input' });
	const unitsTerm = term('units', units, { role: 'kernel', field: 'units', part: 'output' });
	return {
		...noFormula,
		size: [line('values', [unitsTerm], units)],
		weights: line(
			'weights',
			useBias
				? [sign('('), inputTerm, sign('+'), term('1', 1, { field: 'useBias' }), sign(')'), sign('·'), unitsTerm]
				: product(inputTerm, unitsTerm),
			(values + (useBias ? 1 : 0)) * units,
		),
		multiplyAdds: line('multiplyAdds', product(inputTerm, unitsTerm), values * units),
	};
}
