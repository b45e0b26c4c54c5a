import { createDocument, createNode } from '#shared/graph/create.ts';
import type { GraphDocument, GraphNode, NodeConfig } from '#shared/graph/document.ts';
import { namer } from '#shared/graph/ids.ts';
import { CARD } from '#shared/graph/place.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import type { TensorShape } from '#shared/tensor/shape.ts';
import { type Message, message } from '#shared/text/message.ts';
import type { ImportedLayer, ImportedNetwork } from './importer.ts';

const ROW_LENGTH = 8;

export interface ImportedDocument {
	readonly document: GraphDocument;
	/** The layer that each node came from. */
	readonly sources: ReadonlyMap<string, ImportedLayer>;
	readonly notes: readonly Message[];
}

/** The network as a document with an output at its end; cards in rows, from left to right. */
export function toDocument(network: ImportedNetwork, id: string, name: string): ImportedDocument {
	const answer = network.layers.find((layer) => layer.name === network.answer);
	const without = build(network.layers, id, name);
	const node = without.document.nodes.find((candidate) => candidate.name === network.answer);
	const inferred = inferShapes(without.document, { dataset: null });
	const shapeOf = (name: string): TensorShape | null => {
		const found = without.document.nodes.find((candidate) => candidate.name === name);
		return found ? (inferred.nodes.get(found.id)?.output ?? null) : null;
	};
	if (!answer || !node) return { ...without, notes: network.notes };
	const ending = toEnding(network.layers, answer, shapeOf);
	const built = build(ending.layers, id, name);
	return { ...built, notes: [...network.notes, ...ending.notes] };
}

const ANSWERS: ReadonlySet<unknown> = new Set(['softmax', 'sigmoid', 'linear']);

interface Ending {
	readonly layers: readonly ImportedLayer[];
	readonly notes: readonly Message[];
}

/** The last layer becomes the output where an output says the same; else one that passes the values on stands after it. */
function toEnding(layers: readonly ImportedLayer[], answer: ImportedLayer, shapeOf: (name: string) => TensorShape | null): Ending {
	const shape = shapeOf(answer.name);
	const before = answer.inputs.length === 1 ? shapeOf(answer.inputs[0] ?? '') : null;
	const { activation } = answer.config;
	const isLast = !layers.some((layer) => layer.inputs.includes(answer.name));
	const units = shape?.at(-1) ?? 1;
	const settings = (given: unknown, ofMap: boolean): NodeConfig => ({
		units,
		activation: typeof given === 'string' ? given : 'linear',
		task: ofMap ? 'segmentation' : units === 1 && given === 'linear' ? 'regression' : 'classification',
	});
	const replaced = (config: NodeConfig): Ending => ({
		layers: layers.map((layer) => (layer === answer ? { ...answer, kind: 'output', config } : layer)),
		notes: [],
	});
	if (isLast && shape && before && ANSWERS.has(activation)) {
		const names = [...answer.weights.keys()].join();
		const isDense = names === 'kernel,bias' && shape.length === 1 && before.length === 1;
		if (isDense) return replaced({ ...settings(activation, false), connection: 'dense' });
		const isFunction = answer.weights.size === 0 && activation !== 'linear' && (shape.length === 1 || shape.length === 3);
		if (isFunction) return replaced({ ...settings(activation, shape.length === 3), connection: 'direct' });
	}
	const taken = namer(
		layers.map((layer) => layer.name),
		(stem, number) => (number === 1 ? stem : `${stem} ${number}`),
	);
	const added = (kind: string, config: NodeConfig, feed: string): ImportedLayer => ({
		name: taken.next(kind),
		kind,
		config,
		inputs: [feed],
		weights: new Map(),
		isFrozen: false,
	});
	if (shape?.length === 2) {
		const flat = added('flatten', {}, answer.name);
		const config = { units: (shape[0] ?? 1) * units, activation: 'linear', task: 'regression', connection: 'direct' };
		return { layers: [...layers, flat, added('output', config, flat.name)], notes: [message('importing.note.flattened', { shape })] };
	}
	return {
		layers: [...layers, added('output', { ...settings('linear', shape?.length === 3), connection: 'direct' }, answer.name)],
		notes: [],
	};
}

function build(
	layers: readonly ImportedLayer[],
	id: string,
	name: string,
): { document: GraphDocument; sources: ReadonlyMap<string, ImportedLayer> } {
	const empty = createDocument({ id, name });
	const ids = namer([], (stem, number) => `${stem}-${number}`);
	const places = placesOf(layers);
	const nodes = new Map<string, GraphNode>();
	const sources = new Map<string, ImportedLayer>();
	for (const layer of layers) {
		const made = createNode(empty, layer.kind, places.get(layer.name) ?? { x: 0, y: 0 }, layer.config);
		const node: GraphNode = {
			...made,
			id: ids.next(layer.kind.replaceAll(' ', '-')),
			name: layer.name,
			...(layer.isFrozen ? { frozen: true } : {}),
		};
		nodes.set(layer.name, node);
		sources.set(node.id, layer);
	}
	const edges = layers.flatMap((layer) =>
		layer.inputs.flatMap((feed) => {
			const [source, target] = [nodes.get(feed), nodes.get(layer.name)];
			if (!source || !target) return [];
			const sourcePort = layerDefinition(source.kind)?.outputs[0]?.name ?? 'out';
			const targetPort = layerDefinition(target.kind)?.inputs[0]?.name ?? 'in';
			return [{ source: source.id, sourcePort, target: target.id, targetPort }];
		}),
	);
	return { document: { ...empty, nodes: [...nodes.values()], edges }, sources };
}

/** Columns by the longest way from the input, folded into rows; what stands in the same column stands below each other. */
function placesOf(layers: readonly ImportedLayer[]) {
	const columns = new Map<string, number>();
	const used = new Map<number, number>();
	const cells = layers.map(({ name, inputs }) => {
		const column = inputs.reduce((most, feed) => Math.max(most, (columns.get(feed) ?? -1) + 1), 0);
		columns.set(name, column);
		const lane = used.get(column) ?? 0;
		used.set(column, lane + 1);
		return { name, column, lane };
	});
	const tops: number[] = [];
	for (const [column, lanes] of used) {
		const row = Math.floor(column / ROW_LENGTH);
		tops[row] = Math.max(tops[row] ?? 0, lanes);
	}
	const startOf = (row: number): number => tops.slice(0, row).reduce((sum, lanes) => sum + lanes, 0);
	return new Map(
		cells.map(({ name, column, lane }) => [
			name,
			{ x: (column % ROW_LENGTH) * CARD.columnStep, y: (startOf(Math.floor(column / ROW_LENGTH)) + lane) * CARD.rowStep },
		]),
	);
}
