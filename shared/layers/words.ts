import { type Message, message } from '../text/message.ts';
import type { LayerDefinition } from './defineLayer.ts';

/**
 * A word about a layer's field, `label`, `help` or `option.<value>`: the kind's own where it has one, else the shared one.
 * `help` may have neither.
 */
export function fieldWord(definition: LayerDefinition, field: string, word: string): Message {
	const own = `${field}.${word}`;
	return definition.text.words?.[own] === undefined ? message(`field.${own}`) : message(`layer.${definition.kind}.${own}`);
}

/** A sentence of a problem: the kind's own where it has one, else the shared one. */
export function problemWord(definition: LayerDefinition, code: string, part: 'title' | 'text', values?: Message['values']): Message {
	const own = `diagnostic.${code}.${part}`;
	return definition.text.words?.[own] === undefined ? message(own, values) : message(`layer.${definition.kind}.${own}`, values);
}
