import * as tfl from '@tensorflow/tfjs-layers';

/** Keras's form of a penalty on large weights, after tfjs has changed its keys to camelCase. */
export interface SerializedPenalty {
	readonly className: string;
	readonly config: { readonly l1?: number; readonly l2?: number };
}

export function penaltyOf(penalty: SerializedPenalty | null | undefined): ReturnType<typeof tfl.regularizers.l1l2> | undefined {
	return penalty ? tfl.regularizers.l1l2(penalty.config) : undefined;
}
