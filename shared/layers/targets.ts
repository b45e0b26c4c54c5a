import type { TensorShape } from '../tensor/shape.ts';
import type { ConfigOf, Fields } from './fields.ts';
import type { OnnxValue } from './onnx.ts';
import type { TorchLayer } from './torch.ts';

/**
 * Layers that TensorFlow.js lacks and `main/engine` registers under these names. Config is snake_case like Keras's own.
 *
 * - `PaddedMaxPooling2D`: `pool_size`, `strides`, `pad` `[top, bottom, left, right]`; padding never wins.
 * - `PaddedAveragePooling2D`: the same and `count_padding`: whether zeros of the padding count in the mean.
 * - `GroupedConv2D`: Conv2D's config and `groups`; also for `dilation_rate` > 1, whose gradient TensorFlow.js lacks.
 * - `SpatialDropout2D`: `rate`; drops whole feature maps, with a fresh mask for every batch.
 * - `FixedFilter2D`: `kernel` (rows of numbers, the same for every channel), `strides`, `padding`; nothing to learn.
 * - `GroupNormalization`: `groups`, `epsilon`, `center`, `scale`.
 * - `LocalResponseNormalization`: `depth_radius`, `bias`, `alpha`, `beta`.
 * - `Normalization`: `mean`, `variance`: one number, or one per channel.
 * - `ChannelPadding`: `before`, `after`: channels of zeros.
 * - `Subtract`: first input minus the second.
 * - `HardSwish`: no settings.
 */
export const customLayerClasses = [
	'PaddedMaxPooling2D',
	'PaddedAveragePooling2D',
	'GroupedConv2D',
	'SpatialDropout2D',
	'FixedFilter2D',
	'GroupNormalization',
	'LocalResponseNormalization',
	'Normalization',
	'ChannelPadding',
	'Subtract',
	'HardSwish',
] as const;

/** What a target may need to know besides the settings. */
export interface TargetContext {
	readonly inputs: readonly TensorShape[];
	readonly output: TensorShape;
}

/**
 * One Keras layer in the form of a Keras 2 / TensorFlow.js topology: class name and snake_case config,
 * without `name`, `dtype` and `trainable`. A kind may need a chain (ZeroPadding2D, then Conv2D).
 */
export interface KerasLayer {
	readonly className: string;
	readonly config: Readonly<Record<string, unknown>>;
	/** Names of this node's weights in the order that Keras stores them. */
	readonly weights: readonly string[];
}

/** How a kind is written elsewhere: data and strings, no code that runs. More targets add optional members. */
export interface LayerTargets<F extends Fields = Fields> {
	/** In order; the first takes the node's inputs. An empty chain passes its input on. */
	keras(config: ConfigOf<F>, context: TargetContext): readonly KerasLayer[];
	/** ONNX: the operators from what comes in, `values` in the order of the wires, to what the node gives. */
	onnx(config: ConfigOf<F>, values: readonly OnnxValue[], context: TargetContext): OnnxValue;
	/**
	 * PyTorch: modules and the lines that call them. Sizes are ours, channels last; values come channels first, as PyTorch has them.
	 * `null` where these settings cannot be said exactly.
	 */
	pytorch(config: ConfigOf<F>, context: TargetContext): TorchLayer | null;
}
