import type { Sight } from '../layers/defineLayer.ts';
import { isMapShape, type TensorShape } from '../tensor/shape.ts';
import type { WindowAxis } from '../tensor/window.ts';
import type { AxisField, ReceptiveField } from './inference.ts';

const point: AxisField = { size: 1, jump: 1, start: 0, whole: false };

/** What the network's input itself sees: each value its own pixel; `null` for a vector, which has no rows and columns. */
export function inputField(shape: TensorShape): ReceptiveField | null {
	return isMapShape(shape) ? { height: point, width: point } : null;
}

/** The largest region over several branches; jump and start are those of the widest steps and of the first pixel. */
export function mergeFields(fields: readonly (ReceptiveField | null)[]): ReceptiveField | null {
	const known = fields.filter((field) => field !== null);
	return known.length === 0 ? null : known.reduce(mergeTwo);
}

function mergeTwo(a: ReceptiveField, b: ReceptiveField): ReceptiveField {
	return a === b ? a : { height: mergeAxis(a.height, b.height), width: mergeAxis(a.width, b.width) };
}

function mergeAxis(a: AxisField, b: AxisField): AxisField {
	return {
		size: Math.max(a.size, b.size),
		jump: Math.max(a.jump, b.jump),
		start: Math.min(a.start, b.start),
		whole: a.whole || b.whole,
	};
}

/**
 * Region of the network's input behind one output value: `r_out = r_in + (ã − 1)·j_in`, `j_out = j_in·s`
 * (Araujo, Norris, Sim 2019). `extent` is the network's input, which layers without place see whole.
 */
export function lookThrough(field: ReceptiveField | null, sight: Sight, extent: TensorShape | null): ReceptiveField | null {
	if (field === null) return null;
	switch (sight.kind) {
		case 'point':
			return field;
		case 'window':
			return { height: slide(field.height, sight.geometry.height), width: slide(field.width, sight.geometry.width) };
		case 'whole':
			return { height: widen(field.height, extent?.[0]), width: widen(field.width, extent?.[1]) };
	}
}

function slide(field: AxisField, axis: WindowAxis): AxisField {
	if (field.whole) return field;
	return {
		size: field.size + (axis.effectiveWindow - 1) * field.jump,
		jump: field.jump * axis.stride,
		start: field.start - axis.padBefore * field.jump,
		whole: false,
	};
}

function widen(field: AxisField, extent: number | undefined): AxisField {
	const size = extent ?? field.size;
	return { size, jump: size, start: 0, whole: true };
}
