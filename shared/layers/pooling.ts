import { isMapShape, type MapShape, type TensorShape } from '../tensor/shape.ts';
import type { PaddingMode } from '../tensor/window.ts';
import { sidesOf } from '../tensor/window.ts';
import { message } from '../text/message.ts';
import { isStrided, spellStrides, spellWindow } from './cardText.ts';
import type { Inferred, LayerContext } from './defineLayer.ts';
import { type ConfigOf, type Field, padField, stridesField, windowField } from './fields.ts';
import type { FormulaBlock } from './formula.ts';
import { line, noFormula, term, windowSizeLines } from './formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from './shapeProblems.ts';
import { checkWindow, geometryOf, kerasPadding, paddingField, type SlidingSettings } from './slidingWindow.ts';
import type { KerasLayer } from './targets.ts';

/** Settings that maximum and mean share. A stride that is not set is the window itself. */
export const poolFields = {
	poolSize: windowField([2, 2]),
	strides: stridesField([2, 2], { follows: 'poolSize' }),
	padding: paddingField('valid') as Field<PaddingMode>,
	pad: padField(),
};

export type PoolConfig = ConfigOf<typeof poolFields>;

export function poolSettings(config: PoolConfig, skipsPadding: boolean): SlidingSettings {
	const { poolSize, strides, padding, pad } = config;
	return { window: poolSize, strides, dilationRate: [1, 1], padding, pad, windowField: 'poolSize', skipsPadding };
}

/** Size of a pooled map: `[28, 28, 6]`, 2 × 2 → `[14, 14, 6]`. */
export function inferPool(settings: SlidingSettings, inputs: readonly TensorShape[], context: LayerContext): Inferred {
	const input = onlyInput(inputs);
	if (!isMapShape(input)) return refused(needsMap(input));
	const checked = checkWindow(settings, input, context);
	if (!checked.ok) return refused(...checked.problem);
	const { height, width } = checked.value.geometry;
	return shaped([height.output, width.output, input[2]], checked.value.remarks);
}

export function poolFormula(settings: SlidingSettings, inputs: readonly TensorShape[]): FormulaBlock {
	const input = onlyMap(inputs);
	return {
		...noFormula,
		size: [
			...windowSizeLines(geometryOf(settings, input), { window: 'poolSize', strides: 'strides', padding: 'padding' }),
			line('depth', [term('c', input[2], { part: 'input' })], input[2]),
		],
	};
}

export function poolCardValues(config: PoolConfig) {
	return {
		pool: spellWindow(config.poolSize),
		strides: spellStrides(config.strides),
		isStrided: isStrided(config.strides) ? 'yes' : 'no',
		padding: config.padding,
		paddingWord: message(`field.padding.option.${config.padding}`),
	};
}

/** Keras pools without padding or with its own; padding by numbers is the engine's own class. */
export function kerasPool(
	names: { readonly stock: string; readonly padded: string },
	settings: SlidingSettings,
	input: MapShape,
	countPadding: boolean,
): readonly KerasLayer[] {
	const window = { pool_size: [...settings.window], strides: [...settings.strides] };
	const { top, bottom, left, right } = sidesOf(geometryOf(settings, input));
	const hasZeros = top + bottom + left + right > 0;
	const isStock = !hasZeros || (settings.padding === 'same' && !countPadding);
	if (isStock) {
		return [{ className: names.stock, config: { ...window, padding: kerasPadding(settings), data_format: 'channels_last' }, weights: [] }];
	}
	return [{ className: names.padded, config: { ...window, pad: [top, bottom, left, right], count_padding: countPadding }, weights: [] }];
}
