import { z } from 'zod';
import { datasetReferenceSchema } from '../datasets/dataset.ts';
import { trainingConfigSchema } from '../training/config.ts';

/** Raised with every change of the saved form; each raise comes with a migration and a fixture. */
export const DOCUMENT_VERSION = 2;
export const DOCUMENT_FORMAT = 'layerloom';

const positionSchema = z.object({ x: z.number(), y: z.number() });

/** One layer placed in the graph. `config` is parsed by the kind's own fields, not here. */
export const graphNodeSchema = z.object({
	id: z.string().min(1),
	kind: z.string().min(1),
	/** Shown on the card, and the layer's name in every export; unique in the document. */
	name: z.string().min(1),
	config: z.record(z.string(), z.json()),
	position: positionSchema,
	/** Group that the node belongs to; absent at the top level. */
	group: z.string().optional(),
	/** Part of the feature extractor or of the layers trained on it. */
	role: z.enum(['base', 'head']).optional(),
	/** Passes its input on as it is. */
	muted: z.boolean().optional(),
	/** Keeps its weights while the rest trains. */
	frozen: z.boolean().optional(),
	/** Left in place by automatic layout. */
	pinned: z.boolean().optional(),
	note: z.string().optional(),
});

/** Output `sourcePort` of one node feeds input `targetPort` of another. Order among edges is input order. */
export const graphEdgeSchema = z.object({
	source: z.string().min(1),
	sourcePort: z.string().min(1),
	target: z.string().min(1),
	targetPort: z.string().min(1),
});

/** A named sub-graph; its ports are the edges that cross its border. */
export const graphGroupSchema = z.object({
	id: z.string().min(1),
	name: z.string().min(1),
	position: positionSchema,
	/** Chained copies, each with weights of its own. */
	repeat: z.int().min(1),
	collapsed: z.boolean(),
	parent: z.string().optional(),
	muted: z.boolean().optional(),
	frozen: z.boolean().optional(),
});

export const canvasNoteSchema = z.object({
	id: z.string().min(1),
	text: z.string(),
	position: positionSchema,
	size: z.object({ width: z.number().positive(), height: z.number().positive() }),
});

export const documentSettingsSchema = z.object({
	/** What a stride that leaves rows over means: `floor` warns, `strict` refuses. */
	fractions: z.enum(['floor', 'strict']),
	/** Memory that a run may use, in bytes; `null` leaves it to the machine. */
	memoryBudget: z.number().positive().nullable(),
});

/** Weights that lie beside the document: the name of their file, and the SHA-256 of the values in it. */
export const weightsReferenceSchema = z.object({
	file: z.string().regex(/^[^/\\]+\.safetensors$/),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What is saved in a `.loom.json` file: all that the user decided and nothing that can be derived. */
export const graphDocumentSchema = z.object({
	format: z.literal(DOCUMENT_FORMAT),
	version: z.literal(DOCUMENT_VERSION),
	/** Ties runs and autosaves to the document; kept over renames. */
	id: z.string().min(1),
	name: z.string().min(1),
	nodes: z.array(graphNodeSchema),
	edges: z.array(graphEdgeSchema),
	groups: z.array(graphGroupSchema),
	notes: z.array(canvasNoteSchema),
	settings: documentSettingsSchema,
	dataset: datasetReferenceSchema.nullable(),
	training: trainingConfigSchema,
	/** Fixes initial weights, split, order and dropout. */
	seed: z.int().min(0).max(4294967295),
	/** What training starts from in place of random weights. */
	weights: weightsReferenceSchema.optional(),
});

type Immutable<T> = T extends readonly (infer Item)[]
	? readonly Immutable<Item>[]
	: T extends object
		? { readonly [Key in keyof T]: Immutable<T[Key]> }
		: T;

export type NodeId = string;
export type GroupId = string;
export type GraphNode = Immutable<z.infer<typeof graphNodeSchema>>;
export type GraphEdge = Immutable<z.infer<typeof graphEdgeSchema>>;
export type GraphGroup = Immutable<z.infer<typeof graphGroupSchema>>;
export type CanvasNote = Immutable<z.infer<typeof canvasNoteSchema>>;
export type DocumentSettings = Immutable<z.infer<typeof documentSettingsSchema>>;
export type GraphDocument = Immutable<z.infer<typeof graphDocumentSchema>>;
export type WeightsReference = Immutable<z.infer<typeof weightsReferenceSchema>>;
export type Position = Immutable<z.infer<typeof positionSchema>>;

/** A node's raw settings, as saved: field name → value. */
export type NodeConfig = GraphNode['config'];
