import { isMapShape, type MapShape } from '../../tensor/shape.ts';
import type { Sides } from '../../tensor/window.ts';
import { message } from '../../text/message.ts';
import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer, type LayerProblem } from '../defineLayer.ts';
import { line, noFormula, sign, term } from '../formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from '../shapeProblems.ts';
import { spellSides } from '../sidesParts.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Cuts rows and columns off a map: `[32, 32, 3]`, 4 at each side → `[24, 24, 3]`. */
export const cropping2d = defineLayer({
	kind: 'cropping2d',
	category: 'size',
	icon: 'size',
	text: {
		title: 'Cropping',
		nodeName: 'crop',
		summary: 'Cuts rows and columns off the rim of a map.',
		explanation:
			'Rows and columns at the rim are left out, the middle goes on. It makes maps of two branches agree in size before they are joined: the first U-Net cut its early maps this way. What is cut off is lost.',
		synonyms: ['crop', 'cut', 'trim', 'U-Net'],
		card: ['−{sides} at each side', 'keeps the middle'],
		words: {
			'crop.label': 'Cut off',
			'crop.help': 'Rows and columns left out at each side.',
			'diagnostic.cropsEverything.title': 'Nothing is left',
			'diagnostic.cropsEverything.text':
				'{axes, select, height {Of {height, plural, one {# row} other {# rows}}, {rows, number} are cut off} width {Of {width, plural, one {# column} other {# columns}}, {columns, number} are cut off} other {Of {height, plural, one {# row} other {# rows}} and {width, plural, one {# column} other {# columns}}, {rows, number} rows and {columns, number} columns are cut off}}. At least one must stay.',
			'fix.cropLess.label': 'Cut less off',
			'fix.cropLess.detail': 'One pixel is left where all would be gone.',
			'fix.cropNothing.label': 'Cut nothing off',
			'fix.cropNothing.detail': 'The map stays as it is.',
		},
	},
	...oneToOne,
	fields,
	inferShape: ({ crop }, inputs) => {
		const input = onlyInput(inputs);
		if (!isMapShape(input)) return refused(needsMap(input));
		const [height, width] = left(crop, input);
		return height > 0 && width > 0 ? shaped([height, width, input[2]]) : refused(cropsEverything(crop, input));
	},
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	formula: ({ crop }, inputs, output) => {
		const input = onlyMap(inputs);
		const axis = (label: string, letter: string, size: number, before: number, after: number, result: number | undefined) =>
			line(
				label,
				[
					term(letter, size, { role: 'size', part: 'input' }),
					sign('−'),
					term('before', before, { field: 'crop' }),
					sign('−'),
					term('after', after, { field: 'crop' }),
				],
				result ?? null,
			);
		return {
			...noFormula,
			size: [
				axis('width', 'm', input[1], crop.left, crop.right, output[1]),
				axis('height', 'n', input[0], crop.top, crop.bottom, output[0]),
			],
		};
	},
	cardValues: ({ crop }) => ({ sides: spellSides(crop) }),
	targets,
});

function left(crop: Sides, input: MapShape): readonly [height: number, width: number] {
	return [input[0] - crop.top - crop.bottom, input[1] - crop.left - crop.right];
}

function cropsEverything(crop: Sides, input: MapShape): LayerProblem {
	const [height, width] = left(crop, input);
	// What is too much is taken from the end first, then from the start.
	const less = (before: number, after: number, over: number): readonly [number, number] => {
		const fromEnd = Math.min(after, over);
		return [before - Math.min(before, over - fromEnd), after - fromEnd];
	};
	const [top, bottom] = less(crop.top, crop.bottom, Math.max(1 - height, 0));
	const [first, last] = less(crop.left, crop.right, Math.max(1 - width, 0));
	const fix = (id: string, sides: Sides) => ({
		kind: 'setConfig' as const,
		id,
		label: message(`layer.cropping2d.fix.${id}.label`),
		detail: message(`layer.cropping2d.fix.${id}.detail`),
		config: { crop: { ...sides } },
	});
	return {
		code: 'cropsEverything',
		severity: 'error',
		field: 'crop',
		input: 0,
		values: {
			axes: height < 1 && width < 1 ? 'both' : height < 1 ? 'height' : 'width',
			height: input[0],
			width: input[1],
			rows: crop.top + crop.bottom,
			columns: crop.left + crop.right,
		},
		fixes: [fix('cropLess', { top, bottom, left: first, right: last }), fix('cropNothing', { top: 0, bottom: 0, left: 0, right: 0 })],
	};
}
