import type { DatasetReference } from '../datasets/dataset.ts';
import { createDocument, createNode } from '../graph/create.ts';
import type { GraphDocument, GraphEdge, GraphGroup, GraphNode, GroupId, NodeConfig } from '../graph/document.ts';
import { groupIds } from '../graph/groups.ts';
import { CARD } from '../graph/place.ts';
import { layerDefinition } from '../layers/catalogue.ts';

/** A layer that was added; later layers name it to be fed by it. */
export interface LayerReference {
	readonly node: GraphNode;
	readonly column: number;
	readonly row: number;
}

export interface LayerOptions {
	readonly name?: string;
	/** What feeds it, in order; the layer before where absent. */
	readonly from?: readonly LayerReference[];
	/** Rows below the current one, for a branch beside the main path. */
	readonly below?: number;
	readonly column?: number;
}

/**
 * Writes a network down as one reads it: layer after layer, left to right, with a new row where the author begins one.
 *
 *     const net = networkBuilder({ id: 'a', name: 'small', dataset: null });
 *     net.part('base');
 *     net.layer('input', { height: 28, width: 28, channels: 1 });
 *     net.layer('conv2d', { filters: 6, kernelSize: [5, 5] });
 */
export interface NetworkBuilder {
	/** Layers from here on belong to the feature extractor or to the head, which begins in a new row. */
	part(role: 'base' | 'head'): void;
	/** Goes on in a new row, below all branches. */
	row(): void;
	/** Layers that `write` adds form a group, drawn open, whose copies stand in a row: what comes out has the size of what goes in. */
	group(name: string, repeat: number, write: () => void): void;
	layer(kind: string, config?: NodeConfig, options?: LayerOptions): LayerReference;
	/** The last layer of the main path. */
	last(): LayerReference;
	build(): GraphDocument;
}

export interface NetworkOptions {
	readonly id: string;
	readonly name: string;
	readonly dataset: DatasetReference | null;
	readonly training?: Partial<GraphDocument['training']>;
}

export function networkBuilder({ id, name, dataset, training }: NetworkOptions): NetworkBuilder {
	const empty = createDocument({ id, name });
	const nodes: GraphNode[] = [];
	const edges: GraphEdge[] = [];
	const groups: GraphGroup[] = [];
	let home: GroupId | undefined;
	let role: 'base' | 'head' | undefined;
	let column = 0;
	let row = 0;
	let lowest = 0;
	let previous: LayerReference | undefined;

	const startRow = (): void => {
		if (nodes.length > 0) row = lowest + 1;
		column = 0;
	};
	const wire = (source: GraphNode, target: GraphNode): void => {
		const [output] = layerDefinition(source.kind)?.outputs ?? [];
		const [input] = layerDefinition(target.kind)?.inputs ?? [];
		if (!output || !input) throw new Error(`A wire from ${source.name} to ${target.name} was assumed to have ports.`);
		edges.push({ source: source.id, sourcePort: output.name, target: target.id, targetPort: input.name });
	};
	const last = (): LayerReference => {
		if (!previous) throw new Error('A network was assumed to have a layer.');
		return previous;
	};

	return {
		part: (next) => {
			role = next;
			startRow();
		},
		row: startRow,
		group: (name, repeat, write) => {
			const id = groupIds({ ...empty, groups }).next();
			groups.push({ id, name, position: { x: 0, y: 0 }, repeat, collapsed: false, ...(home === undefined ? {} : { parent: home }) });
			const outer = home;
			home = id;
			write();
			home = outer;
		},
		layer: (kind, config = {}, options = {}) => {
			const place = { column: options.column ?? column, row: row + (options.below ?? 0) };
			const position = { x: place.column * CARD.columnStep, y: place.row * CARD.rowStep };
			const made = createNode({ ...empty, nodes }, kind, position, config);
			const node: GraphNode = {
				...made,
				name: options.name ?? made.name,
				...(role ? { role } : {}),
				...(home === undefined ? {} : { group: home }),
			};
			nodes.push(node);
			for (const { node: source } of options.from ?? (previous ? [previous] : [])) wire(source, node);
			const reference = { node, ...place };
			previous = reference;
			lowest = Math.max(lowest, place.row);
			if (!options.below) column = place.column + 1;
			return reference;
		},
		last,
		build: () => ({ ...empty, nodes, edges, groups, dataset, training: { ...empty.training, ...training } }),
	};
}
