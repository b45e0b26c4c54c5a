import type { DatasetReference } from '../datasets/dataset.ts';
import type { TrainingConfig } from '../training/config.ts';
import type {
	CanvasNote,
	DocumentSettings,
	GraphDocument,
	GraphEdge,
	GraphGroup,
	GraphNode,
	GroupId,
	NodeConfig,
	NodeId,
	Position,
} from './document.ts';

/**
 * Everything that can happen to a document. Edits are data: a repair, a paste, a command and a drag
 * are all lists of them, applied in one step and undone in one step.
 */
export type Edit =
	| { readonly kind: 'addNode'; readonly node: GraphNode }
	/** Removes the nodes and every edge at them. */
	| { readonly kind: 'removeNodes'; readonly nodes: readonly NodeId[] }
	/** Merges `config` into the node's settings. */
	| { readonly kind: 'setConfig'; readonly node: NodeId; readonly config: NodeConfig }
	/** Changes name, role, muted, frozen, pinned, note or group; `undefined` clears. */
	| { readonly kind: 'setNode'; readonly node: NodeId; readonly changes: Partial<Omit<GraphNode, 'id' | 'kind' | 'config'>> }
	/** Another kind in the same place: keeps id, position and the wires that still have a port. */
	| { readonly kind: 'replaceKind'; readonly node: NodeId; readonly layerKind: string; readonly config: NodeConfig }
	| { readonly kind: 'moveNodes'; readonly positions: Readonly<Record<NodeId, Position>> }
	/** Adds a wire; one that already ends in a single-wire port is replaced. `at` places it among the input's wires. */
	| { readonly kind: 'connect'; readonly edge: GraphEdge; readonly at?: number }
	| { readonly kind: 'disconnect'; readonly edge: GraphEdge }
	| { readonly kind: 'addGroup'; readonly group: GraphGroup; readonly nodes: readonly NodeId[] }
	| { readonly kind: 'setGroup'; readonly group: GroupId; readonly changes: Partial<Omit<GraphGroup, 'id'>> }
	/** Dissolves the group; its nodes stay. */
	| { readonly kind: 'removeGroup'; readonly group: GroupId }
	| { readonly kind: 'addNote'; readonly note: CanvasNote }
	| { readonly kind: 'setNote'; readonly note: string; readonly changes: Partial<Omit<CanvasNote, 'id'>> }
	| { readonly kind: 'removeNote'; readonly note: string }
	| { readonly kind: 'renameDocument'; readonly name: string }
	| { readonly kind: 'setSettings'; readonly settings: Partial<DocumentSettings> }
	| { readonly kind: 'setDataset'; readonly dataset: DatasetReference | null }
	| { readonly kind: 'setTraining'; readonly training: Partial<TrainingConfig> }
	| { readonly kind: 'setSeed'; readonly seed: number };

export type ApplyEdits = (document: GraphDocument, edits: readonly Edit[]) => GraphDocument;
