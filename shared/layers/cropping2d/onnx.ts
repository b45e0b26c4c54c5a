import type { ConfigOf } from '../fields.ts';
import { integers, node, type OnnxValue, only } from '../onnx.ts';
import { onlyMap } from '../shapeProblems.ts';
import type { TargetContext } from '../targets.ts';
import type { CroppingFields } from './fields.ts';

export function onnx({ crop }: ConfigOf<CroppingFields>, values: readonly OnnxValue[], { inputs }: TargetContext): OnnxValue {
	const [height, width] = onlyMap(inputs);
	const starts = integers([crop.top, crop.left]);
	const ends = integers([height - crop.bottom, width - crop.right]);
	return node('Slice', [only(values), starts, ends, integers([2, 3])]);
}
