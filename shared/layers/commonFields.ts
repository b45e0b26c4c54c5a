import { isSameData } from '../json.ts';
import type { LayerDefinition } from './defineLayer.ts';
import type { Field, FieldControl } from './fields.ts';

/** A field as one kind has it. */
export interface OwnField {
	readonly definition: LayerDefinition;
	readonly name: string;
	readonly field: Field<unknown>;
}

/** One setting of several kinds, by whatever name each has it: the kernel of a convolution is the window of a pool. */
export interface CommonField {
	readonly owners: readonly [OwnField, ...OwnField[]];
	/** What all of them take: the narrower bounds, the options that each has. */
	readonly field: Field<unknown>;
}

/**
 * The fields that all of these kinds have, in the order of the first. Two fields are the same setting where they stand for the
 * same symbol of the formula, or else have the same name, and are set by the same control.
 */
export function commonFields(definitions: readonly LayerDefinition[]): readonly CommonField[] {
	const [first, ...others] = [...new Set(definitions)];
	if (!first) return [];
	return Object.entries(first.fields).flatMap(([name, field]) => {
		const own = { definition: first, name, field };
		const same = others.flatMap((definition) => findSame(definition, own) ?? []);
		const merged = same.length === others.length ? merge([own, ...same]) : null;
		return merged ? [{ owners: [own, ...same] as const, field: merged }] : [];
	});
}

function findSame(definition: LayerDefinition, own: OwnField): OwnField | null {
	const wanted = identityOf(own.name, own.field);
	const found = Object.entries(definition.fields).find(([name, field]) => identityOf(name, field) === wanted);
	return found ? { definition, name: found[0], field: found[1] } : null;
}

function identityOf(name: string, { symbol, control }: Field<unknown>): string {
	return `${control.kind} ${symbol ? `symbol ${symbol.letters}` : name}`;
}

function merge(owners: readonly [OwnField, ...OwnField[]]): Field<unknown> | null {
	const [{ field: first }, ...others] = owners;
	let control: FieldControl | null = first.control;
	for (const { field } of others) control = control && mergeControls(control, field.control);
	if (!control) return null;
	const all = owners.map(({ field }) => field);
	const { follows, canBeAutomatic, ...rest } = first;
	return {
		...rest,
		control,
		isAdvanced: all.every((field) => field.isAdvanced === true),
		// What one of them decides by itself another one must be told.
		...(follows !== undefined && all.every((field) => field.follows !== undefined) ? { follows } : {}),
		...(canBeAutomatic && all.every((field) => field.canBeAutomatic) ? { canBeAutomatic } : {}),
	};
}

function mergeControls(a: FieldControl, b: FieldControl): FieldControl | null {
	if (a.kind === 'choice' && b.kind === 'choice') {
		const options = a.options.filter((option) => b.options.includes(option));
		return options.length > 1 ? { ...a, options } : null;
	}
	if ((a.kind === 'integer' || a.kind === 'number' || a.kind === 'pair' || a.kind === 'sides') && a.kind === b.kind) {
		const [min, max] = [Math.max(a.min, b.min), Math.min(a.max, b.max)];
		return min <= max ? { ...a, min, max } : null;
	}
	return isSameData(a, b) ? a : null;
}
