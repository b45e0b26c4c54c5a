import type { NodeId } from '../graph/document.ts';
import type { WeightSpec } from '../layers/defineLayer.ts';
import type { MaybeShape, TensorShape } from '../tensor/shape.ts';
import type { Diagnostic } from './diagnostic.ts';

/** `blocked` waits for an earlier node; `unconnected` is left out of training; `unknown` waits for an input size. */
export type NodeStatus = 'fine' | 'error' | 'blocked' | 'unconnected' | 'unknown';

/** Region of the input that one output value sees, in pixels per axis; `null` where it sees everything. */
export interface ReceptiveField {
	readonly height: AxisField;
	readonly width: AxisField;
}

export interface AxisField {
	/** Pixels seen. */
	readonly size: number;
	/** Input pixels between two neighbouring outputs. */
	readonly jump: number;
	/** Input position of the first output's first pixel; negative inside the padding. */
	readonly start: number;
	/** True when it spans the whole input by construction (global pooling, flatten, dense). */
	readonly whole: boolean;
}

/** Everything derived about one node. Never saved. Counts are per sample unless they say otherwise. */
export interface NodeInference {
	readonly status: NodeStatus;
	/** The failing node that a blocked node waits for. */
	readonly waitsFor: NodeId | null;
	/** One entry per wire, in input order. */
	readonly inputs: readonly MaybeShape[];
	readonly output: MaybeShape;
	readonly weights: readonly WeightSpec[];
	readonly weightCount: number;
	readonly trainableWeightCount: number;
	readonly multiplyAdds: number;
	/** Bytes of the output of one sample, float32. */
	readonly activationBytes: number;
	readonly receptiveField: ReceptiveField | null;
	readonly diagnostics: readonly Diagnostic[];
	/** In a repeated group: how often the node is there. Counts are those of all copies, the receptive field is the last one's. */
	readonly copies?: number;
}

export interface InferenceTotals {
	readonly weights: number;
	readonly trainableWeights: number;
	readonly multiplyAdds: number;
	readonly activationBytes: number;
	/** float32 weights on disk, in bytes. */
	readonly fileBytes: number;
}

/** The whole document's sizes, costs and problems. */
export interface Inference {
	readonly nodes: ReadonlyMap<NodeId, NodeInference>;
	/** Topological order: the order of the data, of reading and of Tab. Nodes on a cycle come last. */
	readonly order: readonly NodeId[];
	/** All problems, errors first, in node order; those of nodes included. */
	readonly diagnostics: readonly Diagnostic[];
	readonly totals: InferenceTotals;
	/** Nodes that a run uses; the totals count these alone. */
	readonly included: ReadonlySet<NodeId>;
	/** Size of the network's input and answer where known. */
	readonly inputShape: TensorShape | null;
	readonly outputShape: TensorShape | null;
}
