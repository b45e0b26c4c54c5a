import { savedTraining } from '../training/config.ts';
import type { GraphDocument, GraphEdge, GraphGroup, GraphNode } from './document.ts';

/**
 * The text of a `.loom.json` file: the same document gives the same text, a changed layer changes its own lines only, and a
 * moved one a single line. Keys stand in a fixed order, settings in alphabetical order; ends in a newline.
 */
export function serializeDocument(document: GraphDocument): string {
	const { format, version, id, name, nodes, edges, groups, notes, settings, dataset, training, seed, ...rest } = document;
	const entries: readonly (readonly [key: string, text: string])[] = [
		['format', write(format)],
		['version', write(version)],
		['id', write(id)],
		['name', write(name)],
		['seed', write(seed)],
		['dataset', write(dataset)],
		['settings', write(settings)],
		['training', write(savedTraining(training))],
		['nodes', list(nodes, nodeLines)],
		['edges', list(edges, (edge) => [write(edgeParts(edge))])],
		['groups', list(groups, (group) => [write(groupParts(group))])],
		['notes', list(notes, (note) => [write(note)])],
		...Object.entries(rest).map(([key, value]) => [key, write(value)] as const),
	];
	return `{\n${entries.map(([key, text]) => `\t${JSON.stringify(key)}: ${text}`).join(',\n')}\n}\n`;
}

/** What the layer is, how it is set, where it stands: a line each. */
function nodeLines(node: GraphNode): readonly string[] {
	const { id, kind, name, config, position, ...flags } = node;
	const head = [
		...Object.entries({ id, kind, name }).map(([key, value]) => `${write(key)}: ${write(value)}`),
		...Object.keys(flags)
			.sort()
			.filter((key) => flags[key as keyof typeof flags] !== undefined)
			.map((key) => `${write(key)}: ${write(flags[key as keyof typeof flags])}`),
	];
	return [`{ ${head.join(', ')},`, `\t"config": ${write(config)},`, `\t"position": ${write(position)} }`];
}

function edgeParts({ source, sourcePort, target, targetPort }: GraphEdge): GraphEdge {
	return { source, sourcePort, target, targetPort };
}

function groupParts({ id, name, ...rest }: GraphGroup): Readonly<Record<string, unknown>> {
	return { id, name, ...sorted(rest) };
}

function list<Item>(items: readonly Item[], lines: (item: Item) => readonly string[]): string {
	if (items.length === 0) return '[]';
	const blocks = items.map((item) =>
		lines(item)
			.map((line) => `\t\t${line}`)
			.join('\n'),
	);
	return `[\n${blocks.join(',\n')}\n\t]`;
}

function sorted(value: object): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, member]) => member !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);
}

/** JSON in one line with spaces, keys below the first level in alphabetical order unless the caller has ordered them. */
function write(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const members = Object.entries(isOrdered(value) ? value : sorted(value)).filter(([, member]) => member !== undefined);
	return members.length === 0 ? '{}' : `{ ${members.map(([key, member]) => `${JSON.stringify(key)}: ${write(member)}`).join(', ')} }`;
}

/** Wires and groups come in an order of their own, from where the data comes to where it goes. */
function isOrdered(value: object): boolean {
	return 'sourcePort' in value || 'repeat' in value;
}
