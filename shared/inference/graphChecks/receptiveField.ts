import { countValues, isMapShape } from '../../tensor/shape.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, inputShapeOf, report, type Subject } from '../facts.ts';

/**
 * Before the maps are averaged away, each place should have seen at least half of the picture; and looking at more than
 * twice the picture is mostly looking at padding.
 */
export function checkReceptiveField(facts: GraphFacts, { node, core, used }: Subject): Diagnostic | null {
	const [shape] = core.inputs;
	const isReduction =
		used &&
		shape &&
		core.output &&
		isMapShape(shape) &&
		core.weightCount === 0 &&
		core.inputs.length === 1 &&
		countValues(core.output) < countValues(shape) &&
		used.definition.sight(used.parsed, [shape]).kind === 'whole';
	const field = core.fields[0];
	const input = isReduction ? inputShapeOf(facts) : null;
	if (!input || !isMapShape(input) || !field || field.height.whole || field.width.whole) return null;
	const [height, width] = input;
	const values = { node: node.name, seen: [field.height.size, field.width.size], input: [height, width] };
	if (field.height.size * 2 < height || field.width.size * 2 < width) return report('fieldTooSmall', 'note', atNode(node.id), values);
	if (field.height.size > height * 2 && field.width.size > width * 2) return report('fieldTooLarge', 'note', atNode(node.id), values);
	return null;
}
