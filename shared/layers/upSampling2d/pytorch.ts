import { call, input } from '../../python/expression.ts';
import type { ConfigOf } from '../fields.ts';
import { onlyMap } from '../shapeProblems.ts';
import type { TargetContext } from '../targets.ts';
import { pairValue, type TorchLayer, torchModule, torchStep } from '../torch.ts';
import { keepCells } from '../torchWindows.ts';
import type { UpSamplingFields } from './fields.ts';

/**
 * Positions of our straight lines are counted from the first corner. With the last cell doubled and corners aligned, PyTorch counts
 * the same; the one row and column too many are cut off.
 */
export function pytorch({ size, interpolation }: ConfigOf<UpSamplingFields>, { inputs }: TargetContext): TorchLayer {
	if (interpolation === 'nearest') return { chain: [torchModule(call('nn.Upsample', [], { scale_factor: pairValue(size) }))] };
	const [height, width] = onlyMap(inputs);
	const doubled = torchStep(call('F.pad', [input(), [0, 1, 0, 1]], { mode: 'replicate' }));
	const target = [height * size[0] + 1, width * size[1] + 1];
	const stretched = torchStep(call('F.interpolate', [input()], { size: target, mode: 'bilinear', align_corners: true }));
	return { chain: [doubled, stretched, keepCells({ top: 0, left: 0 }, [height * size[0], width * size[1]])] };
}
