import type { TensorShape } from '../tensor/shape.ts';
import type { ConfigOf, Fields } from './fields.ts';

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
export interface LayerTargets<F extends Fields> {
	/** In order; the first takes the node's inputs. An empty chain passes its input on. */
	readonly keras: (config: ConfigOf<F>, context: TargetContext) => readonly KerasLayer[];
}
