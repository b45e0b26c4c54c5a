import type { GraphNode } from '#shared/graph/document.ts';
import type { NodeInference, ReceptiveField } from '#shared/inference/inference.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { parseConfig } from '#shared/layers/fields.ts';
import type { FormulaBlock } from '#shared/layers/formula.ts';
import type { TensorShape } from '#shared/tensor/shape.ts';
import type { WindowGeometry } from '#shared/tensor/window.ts';

/** What the inspector shows of a layer whose size is known, as its definition derives it. */
export interface LayerNumbers {
	readonly formula: FormulaBlock | null;
	/** Where a window slides over the input and its places are the output's cells. */
	readonly geometry: WindowGeometry | null;
}

/** Asks the definition; `null` while a size is missing or a setting does not fit. */
export function layerNumbers(definition: LayerDefinition, node: GraphNode, inference: NodeInference): LayerNumbers | null {
	const { output } = inference;
	const inputs = inference.inputs.filter((shape): shape is TensorShape => shape !== null);
	if (!output || inputs.length < inference.inputs.length) return null;
	const config = parseConfig(definition, node.config);
	if (!config.ok) return null;
	const formula = definition.formula?.(config.value, inputs, output) ?? null;
	const sight = definition.sight(config.value, inputs);
	if (sight.kind !== 'window') return { formula, geometry: null };
	// Where the window slides over the output (transposed convolution), its places are not the output's cells.
	const { height, width } = sight.geometry;
	return { formula, geometry: height.output === output[0] && width.output === output[1] ? sight.geometry : null };
}

/** `r + (ã − 1)·j` of the width, where one window makes the receptive field: `6 + (5 − 1)·2`. */
export function spellReceptiveField(before: ReceptiveField | null, geometry: WindowGeometry | null): string | null {
	if (!before || !geometry || before.width.whole) return null;
	return `${before.width.size} + (${geometry.width.effectiveWindow} − 1)·${before.width.jump}`;
}
