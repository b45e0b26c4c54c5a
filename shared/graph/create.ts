import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerDefinition, LayerLookup } from '../layers/defineLayer.ts';
import { initialConfig } from '../layers/fields.ts';
import { defaultTrainingConfig } from '../training/config.ts';
import {
	DOCUMENT_FORMAT,
	DOCUMENT_VERSION,
	type DocumentSettings,
	type GraphDocument,
	type GraphNode,
	type NodeConfig,
	type Position,
} from './document.ts';
import { freshName, freshNodeId } from './ids.ts';

export const defaultSettings: DocumentSettings = { fractions: 'floor', memoryBudget: null };
export const DEFAULT_SEED = 1;

/** An empty document with the settings that most networks start with. */
export function createDocument({ id, name }: { readonly id: string; readonly name: string }): GraphDocument {
	return {
		format: DOCUMENT_FORMAT,
		version: DOCUMENT_VERSION,
		id,
		name,
		nodes: [],
		edges: [],
		groups: [],
		notes: [],
		settings: defaultSettings,
		dataset: null,
		training: defaultTrainingConfig,
		seed: DEFAULT_SEED,
	};
}

/** A node of a kind, not yet in the document: fresh id, numbered name, initial settings with `config` over them. */
export function createNode(
	document: GraphDocument,
	kind: string,
	position: Position,
	config: NodeConfig = {},
	lookup: LayerLookup = layerDefinition,
): GraphNode {
	const definition = lookup(kind);
	// Kinds that a network has once (input, output, flatten) need no number; the second of them gets one.
	const isUsuallyOne = definition !== undefined && (definition.endpoint !== undefined || isPlain(definition));
	return {
		id: freshNodeId(document, kind),
		kind,
		name: freshName(document, definition?.text.nodeName ?? kind, isUsuallyOne),
		config: { ...(definition ? initialConfig(definition) : {}), ...config },
		position,
	};
}

/** One wire in, nothing to set. */
function isPlain({ inputs, fields }: LayerDefinition): boolean {
	return inputs.length === 1 && !inputs[0]?.many && Object.keys(fields).length === 0;
}
