import type { GraphDocument, NodeConfig, NodeId } from '../graph/document.ts';
import type { WeightSpec } from '../layers/defineLayer.ts';
import type { TensorShape } from '../tensor/shape.ts';

/**
 * The network ready to be built: only what is connected, in topological order, with sizes and weights decided.
 * Compile and every export read this and nothing else of the graph.
 */
export interface ModelPlan {
	readonly name: string;
	readonly ops: readonly PlanOp[];
	/** Op that takes the images, and the one that gives the answer. */
	readonly input: string;
	readonly output: string;
	readonly inputShape: TensorShape;
	readonly outputShape: TensorShape;
	/** What the answer means; decides loss and metrics. */
	readonly task: 'classification' | 'regression' | 'segmentation';
	/** Activation of the answer; trained from logits where the loss allows. */
	readonly finalActivation: string;
	readonly weightCount: number;
	readonly trainableWeightCount: number;
	readonly multiplyAdds: number;
	readonly activationBytes: number;
	readonly seed: number;
	readonly document: GraphDocument;
}

/** One layer of the plan. */
export interface PlanOp {
	/** Unique, fit for every format: `conv_1`. */
	readonly name: string;
	/** Copies of a repeated group come from the same one. */
	readonly node: NodeId;
	readonly kind: string;
	/** Parsed by the kind's fields. */
	readonly config: NodeConfig;
	/** Names of the ops that feed it, in input order. */
	readonly inputs: readonly string[];
	readonly inputShapes: readonly TensorShape[];
	readonly outputShape: TensorShape;
	readonly weights: readonly WeightSpec[];
	readonly isFrozen: boolean;
}

/** Values of one weight, row-major, named `op/weight`: `conv_1/kernel`. */
export interface NamedWeight {
	readonly name: string;
	readonly shape: readonly number[];
	readonly values: Float32Array;
}
