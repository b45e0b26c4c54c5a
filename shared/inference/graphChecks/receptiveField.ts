import { countValues, isMapShape } from '../../tensor/shape.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, includedNodes, inputShapeOf, report } from '../facts.ts';

/**
 * Before the maps are averaged away, each place should have seen at least half of the picture; and looking at more than
 * twice the picture is mostly looking at padding.
 */
export function checkReceptiveField(facts: GraphFacts): readonly Diagnostic[] {
	const input = inputShapeOf(facts);
	if (!input || !isMapShape(input)) return [];
	const [height, width] = input;
	return includedNodes(facts).flatMap(({ node, core, definition, parsed }) => {
		const [shape] = core.inputs;
		const isReduction =
			shape &&
			core.output &&
			isMapShape(shape) &&
			core.weightCount === 0 &&
			core.inputs.length === 1 &&
			definition.sight(parsed, [shape]).kind === 'whole' &&
			countValues(core.output) < countValues(shape);
		const field = core.fields[0];
		if (!isReduction || !field || field.height.whole || field.width.whole) return [];
		const values = { node: node.name, seen: [field.height.size, field.width.size], input: [height, width] };
		if (field.height.size * 2 < height || field.width.size * 2 < width) return [report('fieldTooSmall', 'note', atNode(node.id), values)];
		if (field.height.size > height * 2 && field.width.size > width * 2) return [report('fieldTooLarge', 'note', atNode(node.id), values)];
		return [];
	});
}
