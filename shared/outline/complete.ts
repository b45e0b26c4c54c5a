import { catalogue, fieldWord, layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import { type Message, message } from '../text/message.ts';
import { FLAGS, writeName } from './line.ts';
import { valueWords } from './value.ts';

/** What may stand at a place of a line. */
export interface Completion {
	/** Written into the line. */
	readonly text: string;
	readonly kind: 'layerKind' | 'field' | 'value' | 'flag' | 'source';
	/** What it is in the learner's words. */
	readonly detail: Message | null;
}

export interface Completions {
	/** Column where the word begins that a completion replaces. */
	readonly from: number;
	readonly options: readonly Completion[];
}

/** What can be written at the end of `before`, the part of a line left of the cursor; `null` where nothing can be foreseen. */
export function completeOutline(before: string, names: readonly string[], lookup: LayerLookup = layerDefinition): Completions | null {
	const colon = /^\s*(?:"(?:[^"\\]|\\.)*"|[^":#]+):/.exec(before)?.[0];
	if (colon === undefined || /\s#/.test(before) || /^\s*group\s/.test(before)) return null;
	const arrow = /^.*(?:<-|←)/.exec(before)?.[0];
	if (arrow !== undefined) return completeSource(before, arrow.length, names);
	const word = /\S*$/.exec(before.slice(colon.length))?.[0] ?? '';
	const from = before.length - word.length;
	const [kind, ...settings] = before.slice(colon.length, from).trim().split(/\s+/);
	if (!kind)
		return {
			from,
			options: catalogue.map((known) => ({ text: known.kind, kind: 'layerKind', detail: message(`layer.${known.kind}.title`) })),
		};
	const definition = lookup(kind);
	if (!definition) return null;
	const equals = word.indexOf('=');
	if (equals >= 0) {
		const name = word.slice(0, equals);
		const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
		if (!field) return null;
		const words = valueWords(field.control, field.canBeAutomatic ?? false);
		return { from: from + equals + 1, options: words.map((text) => ({ text, kind: 'value', detail: null })) };
	}
	const given = new Set(settings.map((setting) => setting.split('=')[0]));
	const fields = Object.keys(definition.fields).filter((name) => !given.has(name));
	return {
		from,
		options: [
			...fields.map((name): Completion => ({ text: `${name}=`, kind: 'field', detail: fieldWord(definition, name, 'label') })),
			...FLAGS.filter((flag) => !given.has(flag)).map((text): Completion => ({ text, kind: 'flag', detail: null })),
		],
	};
}

function completeSource(before: string, from: number, names: readonly string[]): Completions {
	const rest = before.slice(from);
	const start = from + (/^.*[,|]/.exec(rest)?.[0].length ?? 0);
	const blank = /^\s*/.exec(before.slice(start))?.[0].length ?? 0;
	return { from: start + blank, options: names.map((name) => ({ text: writeName(name), kind: 'source', detail: null })) };
}
