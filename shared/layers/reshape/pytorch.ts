import { input, method } from '../../python/expression.ts';
import { isMapShape, isSameShape } from '../../tensor/shape.ts';
import type { TargetContext } from '../targets.ts';
import { channelsFirst, channelsLast, type TorchLayer, torchShape, torchStep } from '../torch.ts';

/** Our rows are filled channels fastest, so a map is turned to have them last and back; where it has one channel both are the same. */
export function pytorch(_config: unknown, { inputs: [from = []], output }: TargetContext): TorchLayer {
	if (isSameShape(from, output)) return { chain: [] };
	const value = isMapShape(from) && from[2] > 1 ? channelsLast(input()) : input();
	if (!isMapShape(output)) return { chain: [torchStep(method(value, 'reshape', [-1, ...output]))] };
	if (output[2] === 1) return { chain: [torchStep(method(value, 'reshape', [-1, ...torchShape(output)]))] };
	return { chain: [torchStep(channelsFirst(method(value, 'reshape', [-1, ...output])))] };
}
