import { isMapShape, type MapShape, type TensorShape } from '../tensor/shape.ts';
import type { PaddingMode } from '../tensor/window.ts';
import { sidesOf } from '../tensor/window.ts';
import { message } from '../text/message.ts';
import { slidingCardValues, spellWindow } from './cardText.ts';
import { oneToOne, withoutCost } from './commonParts.ts';
import { defineLayer, type LayerDefinition } from './defineLayer.ts';
import { type ConfigOf, type Field, padField, stridesField, windowField } from './fields.ts';
import type { FormulaBlock } from './formula.ts';
import { line, noFormula, term, windowSizeLines } from './formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from './shapeProblems.ts';
import { geometryOf, kerasPadding, paddingField, type SlidingSettings } from './slidingWindow.ts';
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
		...slidingCardValues(config),
		paddingWord: message(`field.padding.option.${config.padding}`),
	};
}

/** A kind that makes one value of every feature map: `[5, 5, 16]` → `[16]`. */
export function defineGlobalPool(own: Pick<LayerDefinition, 'kind' | 'text' | 'targets'>) {
	return defineLayer({
		...own,
		...oneToOne,
		...withoutCost,
		category: 'pooling',
		icon: 'pooling',
		fields: {},
		inferShape: (_config, inputs) => {
			const input = onlyInput(inputs);
			return isMapShape(input) ? shaped([input[2]]) : refused(needsMap(input));
		},
		sight: () => ({ kind: 'whole' }),
		formula: (_config, inputs) => {
			const channels = onlyMap(inputs)[2];
			return { ...noFormula, size: [line('values', [term('c', channels, { part: 'input' })], channels)] };
		},
		cardValues: () => ({}),
	});
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
