import { call, input, method, own, ref, rows } from '../../python/expression.ts';
import type { ConfigOf } from '../fields.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf } from '../slidingWindow.ts';
import type { TargetContext } from '../targets.ts';
import { type TorchLayer, torchStep, unlessUsual } from '../torch.ts';
import { torchPadding } from '../torchWindows.ts';
import { type FixedFilterFields, slidingSettings } from './fields.ts';
import { kernelOf } from './kernels.ts';

/** The same numbers over every channel, as a buffer that no training changes. */
export function pytorch(config: ConfigOf<FixedFilterFields>, { inputs }: TargetContext): TorchLayer {
	const map = onlyMap(inputs);
	const kernel = kernelOf(config);
	const { zeros, padding } = torchPadding(geometryOf(slidingSettings(config, kernel), map));
	const filter = method(own(), 'expand', [map[2], 1, -1, -1]);
	const write = call('F.conv2d', [input(), filter], { stride: unlessUsual(config.strides, 1), padding, groups: map[2] });
	return {
		chain: [
			{ kind: 'buffer', part: null, make: call('torch.tensor', [rows(kernel)], { dtype: ref('torch.float32') }) },
			...zeros,
			torchStep(write),
		],
	};
}
