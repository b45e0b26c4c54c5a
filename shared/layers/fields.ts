import type { z } from 'zod';
import type { NodeConfig } from '../graph/document.ts';
import type { Message } from '../text/message.ts';

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
	/** A list of integers: a target shape or a permutation. */
	| { readonly kind: 'integers'; readonly min: number; readonly max: number; readonly minLength: number; readonly maxLength: number }
	| { readonly kind: 'matrix' };

/**
 * One setting of a layer: schema, default, control and words from one value, so that they cannot drift.
 * Words come from the kind's text (`fields.<name>.label`, `.help`) or, where absent, from the shared ones.
 */
export interface Field<Value> {
	readonly schema: z.ZodType<Value>;
	readonly initial: Value;
	readonly control: FieldControl;
	readonly symbol?: FieldSymbol;
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
