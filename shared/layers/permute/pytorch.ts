import { input, method } from '../../python/expression.ts';
import { isMapShape } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import type { TargetContext } from '../targets.ts';
import { type TorchLayer, torchStep } from '../torch.ts';
import type { PermuteFields } from './fields.ts';

/** Ours counts rows, columns, channels from 1; PyTorch's map has the channels first, behind the batch. */
export function pytorch({ dims }: ConfigOf<PermuteFields>, { output }: TargetContext): TorchLayer {
	const ours = isMapShape(output) ? [2, 0, 1] : output.map((_, axis) => axis);
	const placeOf = (axis: number) => 1 + ours.indexOf(axis);
	const order = ours.map((axis) => placeOf((dims[axis] ?? 1) - 1));
	const isUnchanged = order.every((axis, place) => axis === place + 1);
	return { chain: isUnchanged ? [] : [torchStep(method(input(), 'permute', [0, ...order]))] };
}
