import type { MaybeShape } from '../tensor/shape.ts';

/**
 * A sentence as data: which one, and the numbers in it. Worded in a catalogue (`shared/text/en/`),
 * so that the same problem reads the same in the window, on the command line and to a screen reader.
 */
export interface Message {
	readonly id: string;
	readonly values?: Readonly<Record<string, MessageValue>>;
}

/** A shape is written `26 × 26 × 32`; a nested message is worded first; numbers follow the locale. */
export type MessageValue = string | number | MaybeShape | Message;

export function message(id: string, values?: Readonly<Record<string, MessageValue>>): Message {
	return values ? { id, values } : { id };
}
