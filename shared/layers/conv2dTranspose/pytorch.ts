import { call } from '../../python/expression.ts';
import type { Pair, TransposedAxis } from '../../tensor/window.ts';
import type { ConfigOf } from '../fields.ts';
import { onlyMap } from '../shapeProblems.ts';
import type { TargetContext } from '../targets.ts';
import { kernelAndBias, pairValue, type TorchLayer, type TorchLink, torchActivation, torchModule, unlessUsual } from '../torch.ts';
import { keepCells } from '../torchWindows.ts';
import type { TransposeFields } from './fields.ts';
import { spreadOf } from './geometry.ts';

/** What PyTorch is asked for along one axis, and where our answer begins in its. */
interface Asked {
	readonly padding: number;
	/** Cells of the bias alone at the end. */
	readonly extra: number;
	readonly start: number;
	readonly isWhole: boolean;
}

/** PyTorch cuts both ends alike and adds less than a stride at the end: where that is not ours, it makes all and we cut. */
function ask(axis: TransposedAxis): Asked {
	const whole = (axis.input - 1) * axis.stride + axis.window;
	const extra = axis.output - (whole - 2 * axis.padBefore);
	if (extra >= 0 && extra < axis.stride) return { padding: axis.padBefore, extra, start: 0, isWhole: true };
	return { padding: 0, extra: Math.max(0, axis.padBefore + axis.output - whole), start: axis.padBefore, isWhole: false };
}

export function pytorch(config: ConfigOf<TransposeFields>, { inputs }: TargetContext): TorchLayer {
	const map = onlyMap(inputs);
	const { height, width } = spreadOf(config, map);
	const [rows, columns] = [ask(height), ask(width)];
	const make = call('nn.ConvTranspose2d', [map[2], config.filters], {
		kernel_size: pairValue(config.kernelSize),
		stride: unlessUsual(config.strides, 1),
		padding: unlessUsual([rows.padding, columns.padding], 0),
		output_padding: unlessUsual([rows.extra, columns.extra], 0),
		bias: config.useBias ? undefined : false,
	});
	const size: Pair = [height.output, width.output];
	const cut: readonly TorchLink[] = rows.isWhole && columns.isWhole ? [] : [keepCells({ top: rows.start, left: columns.start }, size)];
	return { chain: [torchModule(make, kernelAndBias(config.useBias)), ...cut, ...torchActivation(config.activation)] };
}
