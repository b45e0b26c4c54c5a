import type { NodeConfig } from '../graph/document.ts';
import { failure, ok, type Result } from '../result.ts';
import { isMapShape, type MapShape, type TensorShape } from '../tensor/shape.ts';
import {
	effectiveWindow,
	largestWindow,
	lostCells,
	type MapWindowMisfit,
	type PaddingMode,
	type Pair,
	paddingModes,
	roundedUpPlaces,
	type Sides,
	sidesOf,
	slideOverMap,
	type WindowAxis,
	type WindowGeometry,
} from '../tensor/window.ts';
import { message } from '../text/message.ts';
import type { FixProposal, Inferred, LayerContext, LayerProblem } from './defineLayer.ts';
import { choiceField, type Field } from './fields.ts';
import { needsMap, onlyInput, refused, shaped } from './shapeProblems.ts';
import type { KerasLayer } from './targets.ts';

/** What a layer that slides a window over maps has set, under whatever names. */
export interface SlidingSettings {
	readonly window: Pair;
	readonly strides: Pair;
	readonly dilationRate: Pair;
	readonly padding: PaddingMode;
	readonly pad: Sides;
	/** Field that the window comes from: `kernelSize`, `poolSize`. */
	readonly windowField: string;
	/** A window that lies in the padding alone has nothing to answer with: pooling leaves padding out. */
	readonly skipsPadding?: boolean;
}

export function paddingField(initial: PaddingMode): Field<PaddingMode> {
	return choiceField(paddingModes, initial, 'segments', { symbol: { letters: 'p q', role: 'padding' } });
}

/** Geometry for sizes that `checkWindow` has accepted. */
export function geometryOf(settings: SlidingSettings, input: MapShape): WindowGeometry {
	const slid = slide(settings, input);
	if (!slid.ok) throw new Error('The window was assumed to fit.');
	return slid.value;
}

/** Slides the window over a map of `[28, 28, 6]`; says why it cannot, and what is worth knowing where it can. */
export function checkWindow(
	settings: SlidingSettings,
	input: MapShape,
	context: LayerContext,
): Result<{ readonly geometry: WindowGeometry; readonly remarks: readonly LayerProblem[] }, readonly LayerProblem[]> {
	const slid = slide(settings, input);
	if (!slid.ok) return failure([windowTooLarge(settings, input, slid.problem)]);
	const geometry = slid.value;
	if (settings.skipsPadding && (isInPadding(geometry.height) || isInPadding(geometry.width))) {
		return failure([windowOnlyPadding(settings, geometry)]);
	}
	const found = [
		remainder(settings, geometry, context),
		preserveEven(settings, geometry),
		mostlyZeros(settings, geometry),
		onePixel(settings, geometry),
	];
	const problems = found.filter((problem) => problem !== null);
	const errors = problems.filter((problem) => problem.severity === 'error');
	return errors.length > 0 ? failure(errors) : ok({ geometry, remarks: problems });
}

/** Size of a map that a window has gone over, `depth` channels deep: `[28, 28, 6]`, 2 × 2 in steps of 2 → `[14, 14, 6]`. */
export function inferSliding(
	settings: SlidingSettings,
	inputs: readonly TensorShape[],
	context: LayerContext,
	depth: (channels: number) => number = (channels) => channels,
): Inferred {
	const input = onlyInput(inputs);
	if (!isMapShape(input)) return refused(needsMap(input));
	const checked = checkWindow(settings, input, context);
	if (!checked.ok) return refused(...checked.problem);
	const { height, width } = checked.value.geometry;
	return shaped([height.output, width.output, depth(input[2])], checked.value.remarks);
}

/** Keras has no padding by numbers: zeros are laid around the map first. Null where its own modes do. */
export function kerasZeroPadding(settings: SlidingSettings, geometry: WindowGeometry): KerasLayer | null {
	if (settings.padding === 'valid' || settings.padding === 'same') return null;
	const { top, bottom, left, right } = sidesOf(geometry);
	if (top + bottom + left + right === 0) return null;
	return {
		className: 'ZeroPadding2D',
		config: {
			padding: [
				[top, bottom],
				[left, right],
			],
			data_format: 'channels_last',
		},
		weights: [],
	};
}

/** Keras's own mode once any explicit padding has been laid. */
export function kerasPadding(settings: Pick<SlidingSettings, 'padding'>): 'valid' | 'same' {
	return settings.padding === 'same' ? 'same' : 'valid';
}

function slide(settings: SlidingSettings, input: MapShape): Result<WindowGeometry, MapWindowMisfit> {
	const { window, strides, dilationRate, padding, pad } = settings;
	return slideOverMap({ input: [input[0], input[1]], window, strides, dilationRate, padding, pad });
}

function axesOf(height: boolean, width: boolean): 'both' | 'height' | 'width' {
	if (height && width) return 'both';
	return height ? 'height' : 'width';
}

function windowTooLarge(settings: SlidingSettings, input: MapShape, misfit: MapWindowMisfit): LayerProblem {
	const { height, width } = misfit;
	const windowHeight = effectiveWindow(settings.window[0], settings.dilationRate[0]);
	const windowWidth = effectiveWindow(settings.window[1], settings.dilationRate[1]);
	const padded: Pair = [height?.padded ?? input[0], width?.padded ?? input[1]];
	const fitting = pairOf((axis) => {
		const isTooLarge = axis === 0 ? height !== null : width !== null;
		return isTooLarge ? largestWindow(padded[axis], settings.dilationRate[axis]) : settings.window[axis];
	});
	return {
		code: 'windowTooLarge',
		severity: 'error',
		field: settings.windowField,
		input: 0,
		values: {
			axes: axesOf(height !== null, width !== null),
			windowHeight,
			windowWidth,
			mapHeight: padded[0],
			mapWidth: padded[1],
			isPadded: settings.padding === 'explicit' ? 'yes' : 'no',
		},
		received: message('diagnostic.value.shape', { shape: [input[0], input[1]] }),
		expected: message('diagnostic.value.atLeast', { shape: [windowHeight, windowWidth] }),
		fixes: [
			samePaddingFix('fix.useSame.fits', {}),
			set('smallerWindow', { [settings.windowField]: [...fitting] }, { height: fitting[0], width: fitting[1] }),
		],
	};
}

/** The first or the last place of the window lies outside the input altogether. */
function isInPadding(axis: WindowAxis): boolean {
	const last = (axis.output - 1) * axis.stride - axis.padBefore;
	return axis.padBefore >= axis.effectiveWindow || last >= axis.input;
}

function windowOnlyPadding(settings: SlidingSettings, geometry: WindowGeometry): LayerProblem {
	const { height, width } = geometry;
	return {
		code: 'windowOnlyPadding',
		severity: 'error',
		field: settings.padding === 'explicit' ? 'pad' : 'padding',
		values: {
			axes: axesOf(isInPadding(height), isInPadding(width)),
			windowHeight: height.effectiveWindow,
			windowWidth: width.effectiveWindow,
			padHeight: Math.max(height.padBefore, height.padAfter),
			padWidth: Math.max(width.padBefore, width.padAfter),
		},
		fixes: [samePaddingFix('fix.useSame.strided', sameSize(geometry)), set('useValid', { padding: 'valid' }, {})].filter(
			(fix) => fix.id !== 'useValid' || (height.effectiveWindow <= height.input && width.effectiveWindow <= width.input),
		),
	};
}

/**
 * "Fractions are illegal": what is left over after the last step. Only where the padding is a number of its own;
 * `same` and `preserve` are defined by the output's size, so that nothing is left to chance.
 */
function remainder(settings: SlidingSettings, geometry: WindowGeometry, context: LayerContext): LayerProblem | null {
	if (settings.padding !== 'valid' && settings.padding !== 'explicit') return null;
	const { height, width } = geometry;
	if (height.remainder === 0 && width.remainder === 0) return null;
	const isStrict = context.settings.fractions === 'strict';
	const lost = { rows: lostCells(height), columns: lostCells(width) };
	const isPixelLost = lost.rows > 0 || lost.columns > 0;
	const { top, bottom, left, right } = sidesOf(geometry);
	const fixes: FixProposal[] = [];
	if (height.remainder <= bottom && width.remainder <= right) {
		const pad = { top, bottom: bottom - height.remainder, left, right: right - width.remainder };
		fixes.push(set('trimPadding', { padding: 'explicit', pad }, { height: height.output, width: width.output }));
	}
	const missing = (axis: WindowAxis) => (axis.remainder === 0 ? 0 : axis.stride - axis.remainder);
	// One place more makes sense where it still sees a pixel.
	const takesOneMore = (axis: WindowAxis) => axis.remainder === 0 || axis.output * axis.stride - axis.padBefore < axis.input;
	if (isPixelLost && takesOneMore(height) && takesOneMore(width)) {
		fixes.push(
			set(
				'padToFit',
				{ padding: 'explicit', pad: { top, bottom: bottom + missing(height), left, right: right + missing(width) } },
				{
					rows: missing(height),
					columns: missing(width),
					height: height.output + (height.remainder === 0 ? 0 : 1),
					width: width.output + (width.remainder === 0 ? 0 : 1),
				},
			),
		);
	}
	fixes.push(samePaddingFix('fix.useSame.strided', sameSize(geometry)));
	return {
		code: isStrict ? 'remainderStrict' : 'remainder',
		severity: isStrict ? 'error' : isPixelLost ? 'warning' : 'note',
		field: 'strides',
		values: {
			axes: axesOf(height.remainder > 0, width.remainder > 0),
			rows: height.remainder,
			columns: width.remainder,
			lostRows: lost.rows,
			lostColumns: lost.columns,
			lost: isPixelLost ? 'pixels' : 'padding',
			strideHeight: height.stride,
			strideWidth: width.stride,
			wayHeight: height.input + height.padBefore + height.padAfter - height.effectiveWindow,
			wayWidth: width.input + width.padBefore + width.padAfter - width.effectiveWindow,
		},
		fixes,
	};
}

/** With stride 1 an even window cannot have its size kept by equal padding: one row or column too many. */
function preserveEven(settings: SlidingSettings, geometry: WindowGeometry): LayerProblem | null {
	if (settings.padding !== 'preserve') return null;
	const { height, width } = geometry;
	const isGrown = (axis: WindowAxis) => axis.output > axis.input;
	if (!isGrown(height) && !isGrown(width)) return null;
	const odd = pairOf((axis) => settings.window[axis] + (isGrown(axis === 0 ? height : width) ? 1 : 0));
	return {
		code: 'preserveEven',
		severity: 'warning',
		field: 'padding',
		values: {
			axes: axesOf(isGrown(height), isGrown(width)),
			windowHeight: height.effectiveWindow,
			windowWidth: width.effectiveWindow,
			inputHeight: height.input,
			inputWidth: width.input,
			outputHeight: height.output,
			outputWidth: width.output,
		},
		fixes: [
			samePaddingFix('fix.useSame.keeps', sameSize(geometry)),
			set('oddWindow', { [settings.windowField]: [...odd] }, { height: odd[0], width: odd[1] }),
		],
	};
}

/** Keeping the size against a stride above 1 takes more zeros than picture. */
function mostlyZeros(settings: SlidingSettings, geometry: WindowGeometry): LayerProblem | null {
	const { height, width } = geometry;
	if (settings.padding !== 'preserve' || (height.stride === 1 && width.stride === 1)) return null;
	const cells = (axis: WindowAxis) => axis.input + axis.padBefore + axis.padAfter;
	const all = cells(height) * cells(width);
	return {
		code: 'preserveMostlyZeros',
		severity: 'warning',
		field: 'padding',
		values: {
			share: (all - height.input * width.input) / all,
			padHeight: height.padBefore,
			padWidth: width.padBefore,
			strideHeight: height.stride,
			strideWidth: width.stride,
		},
		fixes: [
			samePaddingFix('fix.useSame.strided', sameSize(geometry)),
			set('strideOne', { strides: [1, 1] }, { height: height.input, width: width.input }),
		],
	};
}

/** On a map of one pixel a window sees that pixel and padding. */
function onePixel(settings: SlidingSettings, geometry: WindowGeometry): LayerProblem | null {
	const { height, width } = geometry;
	const isOnePixel = height.input === 1 && width.input === 1;
	if (!isOnePixel || (height.effectiveWindow === 1 && width.effectiveWindow === 1)) return null;
	return {
		code: 'onePixelMap',
		severity: 'warning',
		field: settings.windowField,
		values: { windowHeight: height.effectiveWindow, windowWidth: width.effectiveWindow },
		fixes: [set('onePixelWindow', { [settings.windowField]: [1, 1] }, {})],
	};
}

function sameSize({ height, width }: WindowGeometry): { readonly height: number; readonly width: number } {
	return { height: roundedUpPlaces(height.input, height.stride), width: roundedUpPlaces(width.input, width.stride) };
}

function samePaddingFix(detail: string, values: Readonly<Record<string, number>>): FixProposal {
	return {
		kind: 'setConfig',
		id: 'useSame',
		label: message('fix.useSame.label'),
		detail: message(detail, values),
		config: { padding: 'same' },
	};
}

function set(id: string, config: NodeConfig, values: Readonly<Record<string, number>>): FixProposal {
	return { kind: 'setConfig', id, label: message(`fix.${id}.label`, values), detail: message(`fix.${id}.detail`, values), config };
}

function pairOf(pick: (axis: 0 | 1) => number): Pair {
	return [pick(0), pick(1)];
}
