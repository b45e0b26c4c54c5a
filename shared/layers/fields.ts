import { z } from 'zod';
import type { NodeConfig } from '../graph/document.ts';
import { failure, ok, type Result } from '../result.ts';
import type { Pair, Sides } from '../tensor/window.ts';
import { type Message, message } from '../text/message.ts';

/** Colour and letter of a formula symbol; the same letter stands on the field's label. */
export interface FieldSymbol {
	readonly letters: string;
	readonly role: SymbolRole;
}

export type SymbolRole = 'size' | 'padding' | 'kernel' | 'stride';

/** How a field is shown; the schema decides what is accepted. */
export type FieldControl =
	| { readonly kind: 'integer'; readonly min: number; readonly max: number }
	| { readonly kind: 'number'; readonly min: number; readonly max: number; readonly step: number }
	/** Height first in the value, width first on screen (the notes' a × b). */
	| { readonly kind: 'pair'; readonly min: number; readonly max: number }
	/** `{ top, bottom, left, right }` */
	| { readonly kind: 'sides'; readonly min: number; readonly max: number }
	| { readonly kind: 'choice'; readonly options: readonly string[]; readonly look: 'segments' | 'menu' }
	| { readonly kind: 'switch' }
	/** A list of integers: a target shape or a permutation. Where it `hasRest`, one of them may be −1: as many as remain. */
	| {
			readonly kind: 'integers';
			readonly min: number;
			readonly max: number;
			readonly minLength: number;
			readonly maxLength: number;
			readonly hasRest?: boolean;
	  }
	| { readonly kind: 'matrix' };

/**
 * One setting of a layer: schema, default, control and words from one value, so that they cannot drift.
 * Words come from the kind's text (`<name>.label`, `<name>.help`) or, where absent, from the shared ones.
 */
export interface Field<Value> {
	readonly schema: z.ZodType<Value>;
	readonly initial: Value;
	readonly control: FieldControl;
	readonly symbol?: FieldSymbol;
	/** While this field is not set (absent or `null`), it has the value of that one: a pool's stride is its window. */
	readonly follows?: string;
	/** `null` is a value too: the layer decides by itself. */
	readonly canBeAutomatic?: boolean;
	/** Hidden while false; the value is kept. */
	readonly isVisible?: (config: NodeConfig) => boolean;
	/** Shown under "More". */
	readonly isAdvanced?: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: the value type of a field is invariant; a record of mixed fields has no other common type.
export type Fields = Readonly<Record<string, Field<any>>>;

export type ConfigOf<F extends Fields> = { readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never };

/** Why a typed value is refused, at the field it was typed into; the document stays unchanged. */
export interface FieldProblem {
	readonly field: string;
	readonly message: Message;
}

/** What every builder takes besides its own bounds. */
export type FieldExtras = Partial<Pick<Field<unknown>, 'symbol' | 'follows' | 'isVisible' | 'isAdvanced'>>;

/** Stands for as many as remain: of `[28, -1]`, 784 values make 28 rows of 28. */
export const REST = -1;

/** Largest number that a size field takes: far above any network, far below where products lose digits. */
export const MAX_SIZE = 65_536;
const MAX_WINDOW = 1_024;

/** A whole number: filters, units, groups. */
export function integerField(initial: number, min: number, max: number, extras: FieldExtras = {}): Field<number> {
	return { schema: z.int().min(min).max(max), initial, control: { kind: 'integer', min, max }, ...extras };
}

/** Any finite number between bounds: a rate, a momentum. */
export function numberField(initial: number, min: number, max: number, step: number, extras: FieldExtras = {}): Field<number> {
	return { schema: z.number().min(min).max(max), initial, control: { kind: 'number', min, max, step }, ...extras };
}

/** Two whole numbers, height first: kernel, stride. */
export function pairField(initial: Pair, min: number, max: number, extras: FieldExtras = {}): Field<Pair> {
	const side = z.int().min(min).max(max);
	return { schema: z.tuple([side, side]), initial, control: { kind: 'pair', min, max }, ...extras };
}

/** Two whole numbers, or `null` while the layer decides by itself. */
export function automaticPairField(min: number, max: number, extras: FieldExtras = {}): Field<Pair | null> {
	return {
		...pairField([min, min], min, max, extras),
		schema: pairField([min, min], min, max).schema.nullable(),
		initial: null,
		canBeAutomatic: true,
	};
}

/** Amounts at the four sides of a map. */
export function sidesField(initial: Sides, min: number, max: number, extras: FieldExtras = {}): Field<Sides> {
	const side = z.int().min(min).max(max);
	return {
		schema: z.object({ top: side, bottom: side, left: side, right: side }),
		initial,
		control: { kind: 'sides', min, max },
		...extras,
	};
}

/** One of a few words; `segments` shows them side by side, `menu` in a list. */
export function choiceField<const Options extends readonly [string, ...string[]]>(
	options: Options,
	initial: Options[number],
	look: 'segments' | 'menu',
	extras: FieldExtras = {},
): Field<Options[number]> {
	return { schema: z.enum(options), initial, control: { kind: 'choice', options, look }, ...extras };
}

export function switchField(initial: boolean, extras: FieldExtras = {}): Field<boolean> {
	return { schema: z.boolean(), initial, control: { kind: 'switch' }, ...extras };
}

/** Whole numbers in order: a target shape, a permutation. */
export function integersField(
	initial: readonly number[],
	bounds: Omit<Extract<FieldControl, { kind: 'integers' }>, 'kind'>,
	extras: FieldExtras = {},
): Field<readonly number[]> {
	const bounded = z.int().min(bounds.min).max(bounds.max);
	return {
		schema: z
			.array(bounds.hasRest ? z.union([bounded, z.literal(REST)]) : bounded)
			.min(bounds.minLength)
			.max(bounds.maxLength)
			.refine((values) => values.filter((value) => value === REST).length <= 1),
		initial,
		control: { kind: 'integers', ...bounds },
		...extras,
	};
}

/** Rows of numbers, all of the same length: a filter of one's own. */
export function matrixField(
	initial: readonly (readonly number[])[],
	most: number,
	extras: FieldExtras = {},
): Field<readonly (readonly number[])[]> {
	const row = z.array(z.number()).min(1).max(most);
	const schema = z
		.array(row)
		.min(1)
		.max(most)
		.refine((rows) => rows.every((other) => other.length === rows[0]?.length));
	return { schema, initial, control: { kind: 'matrix' }, ...extras };
}

/** Sizes of a sliding window: the notes' a × b. */
export function windowField(initial: Pair, extras: FieldExtras = {}): Field<Pair> {
	return pairField(initial, 1, MAX_WINDOW, { symbol: { letters: 'a b', role: 'kernel' }, ...extras });
}

/** Steps of a sliding window: the notes' s × t. */
export function stridesField(initial: Pair, extras: FieldExtras = {}): Field<Pair> {
	return pairField(initial, 1, MAX_WINDOW, { symbol: { letters: 's t', role: 'stride' }, ...extras });
}

/** Zeros typed by the user, shown while the padding is explicit: the notes' p × q. */
export function padField(extras: FieldExtras = {}): Field<Sides> {
	return sidesField({ top: 0, bottom: 0, left: 0, right: 0 }, 0, MAX_WINDOW, {
		symbol: { letters: 'p q', role: 'padding' },
		isVisible: (config) => config.padding === 'explicit',
		...extras,
	});
}

/** Anything with fields; a layer definition is one. */
export interface Configurable<F extends Fields> {
	readonly fields: F;
}

/**
 * Reads a node's saved settings: fields that are missing take their initial value, unknown ones are left out.
 * Every value that does not fit is named with what was found and what would do. `field.follows` has the same bounds as its leader.
 */
export function parseConfig<F extends Fields>(
	definition: Configurable<F>,
	raw: Readonly<Record<string, unknown>>,
): Result<ConfigOf<F>, readonly FieldProblem[]> {
	const config: Record<string, unknown> = {};
	const problems: FieldProblem[] = [];
	for (const [name, field] of entriesOf(definition.fields)) {
		const { value, isBorrowed } = valueFor(field, raw, name);
		if (isInitial(value, field.initial)) {
			config[name] = field.initial;
			continue;
		}
		const parsed = field.schema.safeParse(value);
		if (parsed.success) config[name] = parsed.data;
		else if (!isBorrowed) problems.push({ field: name, message: explain(field.control, value) });
	}
	if (problems.length > 0) return failure(problems);
	// The loop has filled every field with a value of its own schema.
	return ok(config as ConfigOf<F>);
}

type Entries = readonly (readonly [name: string, field: Field<unknown>])[];

const entriesByFields = new WeakMap<Fields, Entries>();

/** The fields of a kind as a list, made once: networks have thousands of nodes of a few kinds. */
function entriesOf(fields: Fields): Entries {
	const known = entriesByFields.get(fields);
	if (known) return known;
	const entries = Object.entries(fields);
	entriesByFields.set(fields, entries);
	return entries;
}

/** What needs no reading: the initial value, which a file spells out anew where it is a pair. */
function isInitial(value: unknown, initial: unknown): boolean {
	if (value === initial) return true;
	if (!Array.isArray(value) || !Array.isArray(initial) || value.length !== initial.length) return false;
	return value.every((item, place) => item === initial[place]);
}

/** Settings of a new node: every field but those that follow another one. */
export function initialConfig<F extends Fields>(definition: Configurable<F>): NodeConfig {
	const config: Record<string, NodeConfig[string]> = {};
	for (const [name, field] of Object.entries(definition.fields)) {
		if (!field.follows) config[name] = field.initial as NodeConfig[string];
	}
	return config;
}

/** A borrowed value that does not fit is a problem of the field that it comes from, and is named there. */
function valueFor(
	field: Field<unknown>,
	raw: Readonly<Record<string, unknown>>,
	name: string,
): { readonly value: unknown; readonly isBorrowed: boolean } {
	const own = Object.hasOwn(raw, name) ? raw[name] : undefined;
	if (!field.follows) return { value: own === undefined ? field.initial : own, isBorrowed: false };
	if (own !== undefined && own !== null) return { value: own, isBorrowed: false };
	const followed = Object.hasOwn(raw, field.follows) ? raw[field.follows] : undefined;
	return followed === undefined ? { value: field.initial, isBorrowed: false } : { value: followed, isBorrowed: true };
}

function explain(control: FieldControl, value: unknown): Message {
	const found = spell(value);
	switch (control.kind) {
		case 'integer':
			return explainNumber(value, control, true);
		case 'number':
			return explainNumber(value, control, false);
		case 'pair':
			if (!Array.isArray(value) || value.length !== 2) return message('field.problem.pair', { found });
			return explainFirst(value, control);
		case 'integers':
			if (!Array.isArray(value) || value.length < control.minLength || value.length > control.maxLength) {
				return message('field.problem.integers', { found, minLength: control.minLength, maxLength: control.maxLength });
			}
			if (control.hasRest && value.filter((item) => item === REST).length > 1) return message('field.problem.rest', { found });
			return explainFirst(control.hasRest ? value.filter((item) => item !== REST) : value, control);
		case 'sides': {
			if (typeof value !== 'object' || value === null || Array.isArray(value)) return message('field.problem.sides', { found });
			const { top, bottom, left, right } = value as Partial<Record<keyof Sides, unknown>>;
			return explainFirst([top, bottom, left, right], control);
		}
		case 'choice':
			return message('field.problem.choice', { found, options: control.options.join(', ') });
		case 'switch':
			return message('field.problem.switch', { found });
		case 'matrix':
			return message('field.problem.matrix', { found });
	}
}

function explainFirst(values: readonly unknown[], bounds: { readonly min: number; readonly max: number }): Message {
	const wrong = values.find((value) => !(Number.isInteger(value) && Number(value) >= bounds.min && Number(value) <= bounds.max));
	return explainNumber(wrong, bounds, true);
}

function explainNumber(value: unknown, bounds: { readonly min: number; readonly max: number }, isWhole: boolean): Message {
	const { min, max } = bounds;
	const found = spell(value);
	if (typeof value !== 'number' || !Number.isFinite(value))
		return message(isWhole ? 'field.problem.integer' : 'field.problem.number', { found, min, max });
	if (isWhole && !Number.isInteger(value)) return message('field.problem.whole', { found, min, max });
	return value < min ? message('field.problem.small', { found, min, max }) : message('field.problem.large', { found, min, max });
}

/** What was found, short enough for a line under the field. */
function spell(value: unknown): string {
	if (typeof value === 'number') return String(value);
	if (value === undefined) return '—';
	const written = JSON.stringify(value) ?? String(value);
	return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}
