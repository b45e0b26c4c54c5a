import { z } from 'zod';
import type { Graph, GraphNode, Value } from '../graph/graph.ts';
import type { Variable } from '../ops/state.ts';

/** What the layer's ops are made with. */
export interface LayerContext {
	readonly graph: Graph;
	/** Name in the topology. */
	readonly layer: string;
	/** Dropout drops, statistics come from the batch and are kept. Off for answers. */
	readonly isTraining: boolean;
	/** Not to be changed by training: batch normalization then uses what it has stored. */
	readonly isFrozen: boolean;
	/** Two whole numbers, another pair at each step and in each layer. */
	randomSeed(): Value;
	/** Values of a weight by its name in the plan: `kernel`; `null` where the layer has none of that name. */
	weight(name: string): Value | null;
	/** The layer's first weight, whatever it is called: layers of one chain hold the weights of their kind under its names for them. */
	kernel(): Value;
	/** Where a weight is kept, to change it in training. */
	variable(name: string): Variable;
	/** An op to run at each training step besides the optimizer. */
	update(node: GraphNode): void;
	/** A number that is added to the loss. */
	penalty(value: Value): void;
}

/** Writes one layer as ops. Throws `NotCompilable` for settings that have no ops here. */
export interface LayerEmitter {
	emit(config: unknown, inputs: readonly Value[], context: LayerContext): Value;
}

/** A layer or setting that the graph cannot express: the run goes to the op-by-op engine. */
export class NotCompilable extends Error {
	override readonly name = 'NotCompilable';

	/** `layer` is the one that cannot be expressed, by its name in the topology, once that is known. */
	constructor(
		what: string,
		readonly layer: string | null = null,
	) {
		super(what);
	}
}

/** An emitter with its settings checked. Settings that the schema does not name do not change the ops. */
export function emitter<Schema extends z.ZodType>(
	schema: Schema,
	emit: (config: z.infer<Schema>, inputs: readonly Value[], context: LayerContext) => Value,
): LayerEmitter {
	return {
		emit: (raw, inputs, context) => {
			const parsed = schema.safeParse(raw);
			if (!parsed.success) throw new NotCompilable(`${context.layer}: ${z.prettifyError(parsed.error)}`);
			return emit(parsed.data, inputs, context);
		},
	};
}

export const noSettings = z.object({});

/** Height and width. */
export const pairSchema = z.tuple([z.int(), z.int()]);

export function onlyInput(inputs: readonly Value[]): Value {
	const [input] = inputs;
	if (!input || inputs.length !== 1) throw new Error(`expected one input, received ${inputs.length}`);
	return input;
}

/** A weight that the layer must have. */
export function weightOf(context: LayerContext, name: string): Value {
	const value = context.weight(name);
	if (!value) throw new Error(`layer ${context.layer} has no weight ${name}`);
	return value;
}
