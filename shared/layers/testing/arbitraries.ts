import fc from 'fast-check';
import type { NodeConfig } from '../../graph/document.ts';
import type { TensorShape } from '../../tensor/shape.ts';
import type { LayerDefinition } from '../defineLayer.ts';
import { type FieldControl, REST } from '../fields.ts';

/** For tests: any settings and inputs of a kind. `small` keeps them to what can be computed quickly. */
export type Reach = 'all' | 'small';

function anyValue(control: FieldControl, reach: Reach): fc.Arbitrary<NodeConfig[string]> {
	const few = (min: number, max: number) => fc.integer({ min, max: Math.min(max, min + (reach === 'all' ? 12 : 4)) });
	switch (control.kind) {
		case 'integer': {
			const near = few(control.min, control.max);
			return reach === 'all' ? fc.oneof(near, fc.integer({ min: control.min, max: control.max })) : near;
		}
		case 'number':
			// A file has no −0.
			return fc.double({ min: control.min, max: control.max, noNaN: true }).map((value) => value + 0);
		case 'pair':
			return fc.tuple(few(control.min, control.max), few(control.min, control.max));
		case 'sides': {
			const side = few(control.min, control.max);
			return fc.record({ top: side, bottom: side, left: side, right: side });
		}
		case 'choice':
			return fc.constantFrom(...control.options);
		case 'switch':
			return fc.boolean();
		case 'integers':
			return fc
				.tuple(
					fc.array(few(control.min, control.max), { minLength: control.minLength, maxLength: control.maxLength }),
					control.hasRest ? fc.option(fc.nat({ max: 2 })) : fc.constant(null),
				)
				.map(([values, rest]) => values.map((value, place) => (place === rest ? REST : value)));
		case 'matrix':
			return fc.integer({ min: 1, max: 5 }).chain((columns) => {
				const number = fc.double({ min: -9, max: 9, noNaN: true }).map((value) => value + 0);
				return fc.array(fc.array(number, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 });
			});
	}
}

/** Settings that the kind's fields accept, any of them left out. */
export function configOf(definition: LayerDefinition, reach: Reach = 'all'): fc.Arbitrary<NodeConfig> {
	const values = Object.fromEntries(
		Object.entries(definition.fields).map(([name, { control, canBeAutomatic }]) => [
			name,
			canBeAutomatic ? fc.option(anyValue(control, reach)) : anyValue(control, reach),
		]),
	);
	return fc
		.record(values, { requiredKeys: [] })
		.map((config) => Object.fromEntries(Object.entries(config).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))));
}

/** As many maps and vectors as the kind takes, equal ones among them. */
export function inputsOf(definition: LayerDefinition, reach: Reach = 'all'): fc.Arbitrary<readonly TensorShape[]> {
	const [port] = definition.inputs;
	if (!port) return fc.constant([]);
	const dim = reach === 'all' ? fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(1, 2, 4, 8, 16)) : fc.integer({ min: 1, max: 9 });
	const depth = reach === 'all' ? dim : fc.integer({ min: 1, max: 4 });
	const shape: fc.Arbitrary<TensorShape> = fc.oneof(
		{ weight: 4, arbitrary: fc.tuple(dim, dim, depth) },
		{ weight: 1, arbitrary: fc.tuple(dim) },
	);
	if (!port.many) return fc.tuple(shape);
	const bounds = { minLength: port.min ?? 1, maxLength: 4 };
	const equal = shape.chain((same) => fc.array(fc.constant(same), bounds));
	// One value for a whole axis, as squeeze-and-excite has it.
	const squeezed = shape.map((full) => [full, full.map((size, axis) => (axis === full.length - 1 ? size : 1))]);
	return fc.oneof(fc.array(shape, bounds), equal, squeezed);
}
