import { type Expression, input, operation, own, type Value } from '../../python/expression.ts';
import { isMapShape } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import type { TargetContext } from '../targets.ts';
import { perChannel, type TorchLayer, type TorchLink, torchStep } from '../torch.ts';
import type { NormalizationFields } from './fields.ts';

/** One number for all is written where it is used; one per channel is a buffer, which moves with the network. */
export function pytorch({ mean, deviation }: ConfigOf<NormalizationFields>, { output }: TargetContext): TorchLayer {
	const buffers: TorchLink[] = [];
	const numberOrBuffer = (part: string, numbers: readonly number[]): Value => {
		const [first] = numbers;
		if (numbers.length === 1 && first !== undefined) return first;
		buffers.push({ kind: 'buffer', part, make: perChannel(numbers, output) });
		return own(part);
	};
	const centred: Expression = operation('-', input(), numberOrBuffer('mean', mean.flat()));
	const write = operation('/', centred, numberOrBuffer('deviation', deviation.flat()));
	const isWholeVector = buffers.length > 0 && !isMapShape(output);
	return { chain: [...buffers, torchStep(write)], ...(isWholeVector ? {} : { vectorOrder: 'keeps' }) };
}
