import type { GraphNode, NodeConfig } from '../graph/document.ts';
import { isSameData } from '../json.ts';
import { catalogue } from '../layers/catalogue.ts';
import type { LayerDefinition, LayerLookup } from '../layers/defineLayer.ts';
import { initialConfig, parseConfig } from '../layers/fields.ts';
import { failure, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';
import type { LayerLine, LineProblem, Word } from './line.ts';
import { readValue } from './value.ts';

/** What a line makes of its layer. */
export interface LineSettings {
	readonly kind: string;
	/** All settings, for a new layer. */
	readonly config: NodeConfig;
	/** Those that differ from what the layer has, for one that is there; `undefined` goes back to what it follows. */
	readonly changes: NodeConfig;
}

/** The kind and settings of a line, with every word that does not fit. */
export function readSettings(
	line: LayerLine,
	known: GraphNode | undefined,
	lookup: LayerLookup,
): Result<LineSettings, readonly LineProblem[]> {
	const { text } = line.layerKind;
	const definition = lookup(text) ?? lookup(properKind(text));
	if (!definition) return known?.kind === text ? keepSettings(line, known) : failure([unknownKind(line.layerKind)]);
	const problems: LineProblem[] = [];
	const config: Record<string, unknown> = { ...initialConfig(definition) };
	const given = new Map<string, Word>();
	for (const { field, value } of line.settings) {
		const control = Object.hasOwn(definition.fields, field.text) ? definition.fields[field.text]?.control : undefined;
		if (!control) problems.push(unknownField(definition, field));
		else if (given.has(field.text))
			problems.push({ from: field.from, to: field.to, message: message('outline.problem.fieldTwice', { field: field.text }) });
		else config[field.text] = readValue(control, value.text);
		given.set(field.text, value);
	}
	const parsed = parseConfig(definition, config);
	if (!parsed.ok) {
		for (const { field, message: found } of parsed.problem) {
			const { from, to } = given.get(field) ?? line.layerKind;
			problems.push({ from, to, message: message('outline.problem.value', { field, reason: found }) });
		}
	}
	const both = line.flags.includes('base') && line.flags.includes('head');
	if (both) problems.push({ from: line.layerKind.from, to: line.layerKind.to, message: message('outline.problem.bothRoles') });
	if (problems.length > 0) return failure(problems);
	return ok({ kind: definition.kind, config: config as NodeConfig, changes: changesTo(definition, known, config) });
}

/** `CONV2D` means `conv2d`: kinds differ by more than capitals. */
function properKind(text: string): string {
	return catalogue.find(({ kind }) => kind.toLowerCase() === text.toLowerCase())?.kind ?? text;
}

/** Settings whose saved form says something else than the text; one that is merely left out stays left out. */
function changesTo(definition: LayerDefinition, known: GraphNode | undefined, config: Readonly<Record<string, unknown>>): NodeConfig {
	if (known?.kind !== definition.kind) return {};
	const changes: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(definition.fields)) {
		const own = (value: unknown) => (field.follows ? (value ?? undefined) : value === undefined ? field.initial : value);
		const before = own(Object.hasOwn(known.config, name) ? known.config[name] : undefined);
		const after = own(config[name]);
		if (!isSameData(before, after)) changes[name] = after;
	}
	// An edit takes `undefined` for "clear"; the type of saved settings has no word for it.
	return changes as NodeConfig;
}

function keepSettings(line: LayerLine, known: GraphNode): Result<LineSettings, readonly LineProblem[]> {
	const [first] = line.settings;
	if (!first) return ok({ kind: known.kind, config: known.config, changes: {} });
	return failure([
		{ from: first.field.from, to: first.value.to, message: message('outline.problem.unknownKindSettings', { kind: known.kind }) },
	]);
}

function unknownField({ kind, fields }: LayerDefinition, { text, from, to }: Word): LineProblem {
	const names = Object.keys(fields).join(', ');
	const id = names === '' ? 'outline.problem.noFields' : 'outline.problem.unknownField';
	return { from, to, message: message(id, { found: text, kind, fields: names }) };
}

const MOST_SUGGESTIONS = 3;

function unknownKind({ text, from, to }: Word): LineProblem {
	const word = text.toLowerCase();
	const close = catalogue.filter(({ kind, text: { title, synonyms } }) =>
		[kind, title, ...synonyms].some((name) => name.toLowerCase().includes(word) || word.includes(name.toLowerCase().replace(/2d$/, ''))),
	);
	const kinds = close.slice(0, MOST_SUGGESTIONS).map(({ kind }) => kind);
	return kinds.length > 0
		? { from, to, message: message('outline.problem.kindLike', { found: text, kinds: kinds.join(', ') }) }
		: { from, to, message: message('outline.problem.kind', { found: text }) };
}
