import type { GraphDocument, GraphGroup, GraphNode, GroupId, NodeConfig, NodeId } from '../graph/document.ts';
import { applyEdits, type Edit } from '../graph/edit.ts';
import { findGroup, groupIds } from '../graph/groups.ts';
import { freshNodeId } from '../graph/ids.ts';
import { groupMembers } from '../graph/query.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import { failure, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';
import { type GroupLine, type LayerLine, type LineProblem, readLine } from './line.ts';
import { matchNodes } from './match.ts';
import { placeNew } from './placeNew.ts';
import { readSettings } from './settings.ts';
import { rewire, type SourceOfName } from './wires.ts';
import { type WrittenOutline, writeOutline } from './write.ts';

/** Why a line cannot be read; `line` counts from 0. */
export interface OutlineProblem extends LineProblem {
	readonly line: number;
}

/** What makes the document say what the text says; no edits where it does already. */
export interface ReadOutline {
	readonly edits: readonly Edit[];
	/** The layer of each line of the text. */
	readonly nodes: readonly (NodeId | null)[];
}

interface PlacedLayer {
	readonly at: number;
	readonly line: LayerLine;
	readonly group: PlacedGroup | null;
}

interface PlacedGroup {
	readonly at: number;
	readonly line: GroupLine;
	readonly parent: PlacedGroup | null;
}

/**
 * Reads an outline as changes of `document`. Text that cannot be read changes nothing: every line that is at fault is named.
 * The grammar is that of `writeOutline`; sources may name layers further down.
 */
export function readOutline(
	text: string,
	document: GraphDocument,
	lookup: LayerLookup = layerDefinition,
): Result<ReadOutline, readonly OutlineProblem[]> {
	const parsed = readLines(text);
	if (!parsed.ok) return parsed;
	const { layers, groups, count } = parsed.value;
	const written = writeOutline(document, lookup);
	const matched = matchNodes(
		document,
		written,
		layers.map(({ line }) => line),
	);
	const problems: OutlineProblem[] = [...namedTwice(layers)];
	const edits: Edit[] = [];
	let next = document;
	const apply = (...more: readonly Edit[]): void => {
		for (const edit of more) {
			const after = applyEdits(next, [edit], lookup);
			if (after !== next) edits.push(edit);
			next = after;
		}
	};

	const groupOf = placeGroups(document, written, groups);
	for (const { line, group } of groupOf.values()) apply(...groupEdits(document, line, group, groupOf));

	const nodes: (NodeId | null)[] = Array.from({ length: count }, () => null);
	for (const layer of layers) {
		const known = matched.get(layer.line);
		const settings = readSettings(layer.line, known, lookup);
		if (!settings.ok) {
			problems.push(...settings.problem.map((problem) => ({ ...problem, line: layer.at })));
			continue;
		}
		const group = layer.group ? groupOf.get(layer.group)?.group.id : undefined;
		const id = known?.id ?? freshNodeId(next, settings.value.kind);
		nodes[layer.at] = id;
		apply(...layerEdits(layer.line, id, known, group, settings.value));
	}
	if (problems.length > 0) return failure(problems);

	const kept = new Set(nodes);
	const gone = document.nodes.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
	if (gone.length > 0) apply({ kind: 'removeNodes', nodes: gone });
	const find = sourceFinder(layers, nodes, matched);
	for (const { at, line } of layers) {
		const wires = rewire(next, nodes[at] as NodeId, line, lastBefore(nodes, at), find, lookup);
		if (wires.ok) apply(...wires.value);
		else problems.push({ ...wires.problem, line: at });
	}
	if (problems.length > 0) return failure(problems);
	const used = new Set([...groupOf.values()].map(({ group }) => group.id));
	for (const { id } of next.groups) if (!used.has(id) && groupMembers(document, id).size > 0) apply({ kind: 'removeGroup', group: id });
	apply(...placeNew(next, document));
	return ok({ edits, nodes });
}

interface ReadLines {
	readonly layers: readonly PlacedLayer[];
	readonly groups: readonly PlacedGroup[];
	readonly count: number;
}

function readLines(text: string): Result<ReadLines, readonly OutlineProblem[]> {
	const lines = text.split(/\r?\n/);
	const layers: PlacedLayer[] = [];
	const groups: PlacedGroup[] = [];
	const problems: OutlineProblem[] = [];
	let group: PlacedGroup | null = null;
	for (const [at, source] of lines.entries()) {
		const read = readLine(source);
		if (!read.ok) problems.push({ ...read.problem, line: at });
		else if (read.value.kind === 'layer') layers.push({ at, line: read.value, group });
		else if (read.value.kind === 'group') {
			group = { at, line: read.value, parent: group };
			groups.push(group);
		} else if (read.value.kind === 'end') {
			if (group) group = group.parent;
			else problems.push({ line: at, from: 0, to: source.length, message: message('outline.problem.endAlone') });
		}
	}
	for (; group; group = group.parent) {
		const { from, to, text: name } = group.line.name;
		problems.push({ line: group.at, from, to, message: message('outline.problem.noEnd', { name }) });
	}
	const filled = new Set(layers.flatMap((layer) => around(layer.group)));
	for (const { at, line } of groups.filter((made) => !filled.has(made))) {
		problems.push({
			line: at,
			from: line.name.from,
			to: line.name.to,
			message: message('outline.problem.emptyGroup', { name: line.name.text }),
		});
	}
	return problems.length > 0 ? failure(problems) : ok({ layers, groups, count: lines.length });
}

function around(group: PlacedGroup | null): readonly PlacedGroup[] {
	return group ? [group, ...around(group.parent)] : [];
}

function namedTwice(layers: readonly PlacedLayer[]): readonly OutlineProblem[] {
	const first = new Map<string, number>();
	return layers.flatMap(({ at, line: { name } }) => {
		const before = first.get(name.text);
		if (before === undefined) {
			first.set(name.text, at);
			return [];
		}
		const values = { name: name.text, line: before + 1 };
		return [{ line: at, from: name.from, to: name.to, message: message('outline.problem.nameTwice', values) }];
	});
}

/** A group keeps its id by its name, the first of that name first; one whose name was changed, by its place among those left over. */
function placeGroups(
	document: GraphDocument,
	written: WrittenOutline,
	lines: readonly PlacedGroup[],
): ReadonlyMap<PlacedGroup, { readonly line: PlacedGroup; readonly group: GraphGroup }> {
	const ids = groupIds(document);
	const names = new Set(lines.map(({ line }) => line.name.text));
	const before = written.groups.flatMap((id) => findGroup(document, id) ?? []);
	const left = before.filter((group) => !names.has(group.name));
	const named = before.filter((group) => names.has(group.name));
	return new Map(
		lines.map((line) => {
			const same = named.findIndex((group) => group.name === line.line.name.text);
			const known = same < 0 ? left.shift() : named.splice(same, 1)[0];
			const fresh = { id: known ? '' : ids.next(), name: line.line.name.text, position: { x: 0, y: 0 }, repeat: 1, collapsed: false };
			return [line, { line, group: known ?? fresh }];
		}),
	);
}

function groupEdits(
	document: GraphDocument,
	{ line, parent }: PlacedGroup,
	group: GraphGroup,
	groupOf: ReadonlyMap<PlacedGroup, { readonly group: GraphGroup }>,
): readonly Edit[] {
	const changes = {
		name: line.name.text,
		repeat: line.repeat,
		collapsed: line.flags.includes('folded'),
		parent: parent ? groupOf.get(parent)?.group.id : undefined,
		muted: flag(line.flags.includes('muted'), group.muted),
		frozen: flag(line.flags.includes('frozen'), group.frozen),
	};
	const isNew = !document.groups.includes(group);
	return [...(isNew ? [{ kind: 'addGroup', group, nodes: [] } as const] : []), { kind: 'setGroup', group: group.id, changes }];
}

/** A flag that is off may be saved as `false` or be absent: both say the same, and neither is a change of the other. */
function flag(isOn: boolean, before: boolean | undefined): boolean | undefined {
	return isOn || (before === undefined ? undefined : false);
}

interface NewState {
	readonly kind: string;
	readonly config: NodeConfig;
	readonly changes: NodeConfig;
}

function layerEdits(
	line: LayerLine,
	id: NodeId,
	known: GraphNode | undefined,
	group: GroupId | undefined,
	{ kind, config, changes }: NewState,
): readonly Edit[] {
	const flags = {
		name: line.name.text,
		group,
		muted: flag(line.flags.includes('muted'), known?.muted),
		frozen: flag(line.flags.includes('frozen'), known?.frozen),
		pinned: flag(line.flags.includes('pinned'), known?.pinned),
		role: line.flags.includes('head') ? ('head' as const) : line.flags.includes('base') ? ('base' as const) : undefined,
		note: line.note ?? undefined,
	};
	const noteIsSame = (known?.note ?? '').trim() === (line.note ?? '');
	const setNode: Edit = { kind: 'setNode', node: id, changes: noteIsSame ? { ...flags, note: known?.note } : flags };
	if (!known) return [{ kind: 'addNode', node: { id, kind, name: line.name.text, config, position: { x: 0, y: 0 } } }, setNode];
	if (known.kind !== kind) return [{ kind: 'replaceKind', node: id, layerKind: kind, config }, setNode];
	return Object.keys(changes).length > 0 ? [setNode, { kind: 'setConfig', node: id, config: changes }] : [setNode];
}

/** Names as the text has them now; a name that was changed in its own line still means the same layer in the others. */
function sourceFinder(
	layers: readonly PlacedLayer[],
	nodes: readonly (NodeId | null)[],
	matched: ReadonlyMap<LayerLine, GraphNode>,
): SourceOfName {
	const byName = new Map(layers.flatMap(({ line }) => (matched.has(line) ? [[matched.get(line)?.name ?? '', matched.get(line)?.id]] : [])));
	for (const { at, line } of layers) byName.set(line.name.text, nodes[at] ?? undefined);
	return (name) => byName.get(name) ?? null;
}

function lastBefore(nodes: readonly (NodeId | null)[], at: number): NodeId | null {
	for (let line = at - 1; line >= 0; line--) if (nodes[line]) return nodes[line] ?? null;
	return null;
}
