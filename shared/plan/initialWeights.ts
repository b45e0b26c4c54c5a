import { assertNever } from '../assertNever.ts';
import type { Initializer } from '../layers/defineLayer.ts';
import { type RandomStream, randomStream } from '../random.ts';
import { countValues } from '../tensor/shape.ts';
import { normalQuantile } from './normalQuantile.ts';
import type { ModelPlan, NamedWeight } from './plan.ts';

/** Share of a normal distribution below −2 deviations, and between −2 and 2. */
const BELOW_MINUS_TWO = 0.022750131948179195;
const WITHIN_TWO = 0.9544997361036416;
/** Standard deviation of a unit normal cut off at ±2: by this much the draws are spread again. */
const TRUNCATED_DEVIATION = 0.8796256610342398;

/** Name of a weight in plans, checkpoints and exports: `conv_1/kernel`. */
export function weightName(op: string, weight: string): string {
	return `${op}/${weight}`;
}

/**
 * Values that all weights start with, from the plan's seed. Every weight has a stream of its own, named after it, so that the same
 * layer starts alike whatever stands beside it, on every engine.
 */
export function initialWeights(plan: Pick<ModelPlan, 'ops' | 'seed'>): readonly NamedWeight[] {
	return plan.ops.flatMap((op) =>
		op.weights.map(({ name: weight, shape, initializer }) => {
			const name = weightName(op.name, weight);
			return { name, shape, values: draw(initializer, countValues(shape), randomStream(plan.seed, `weights/${name}`)) };
		}),
	);
}

/** Values of one weight by its initializer. */
export function draw(initializer: Initializer, count: number, stream: RandomStream): Float32Array {
	const values = new Float32Array(count);
	switch (initializer.kind) {
		case 'zeros':
			return values;
		case 'ones':
			return values.fill(1);
		case 'constant':
			return values.fill(initializer.value);
		case 'glorotUniform':
			return fillUniform(values, Math.sqrt(6 / (initializer.fanIn + initializer.fanOut)), stream);
		case 'heUniform':
			return fillUniform(values, Math.sqrt(6 / initializer.fanIn), stream);
		case 'glorotNormal':
			return fillTruncated(values, Math.sqrt(2 / (initializer.fanIn + initializer.fanOut)), stream);
		case 'heNormal':
			return fillTruncated(values, Math.sqrt(2 / initializer.fanIn), stream);
		default:
			return assertNever(initializer);
	}
}

function fillUniform(values: Float32Array, limit: number, stream: RandomStream): Float32Array {
	for (let index = 0; index < values.length; index++) values[index] = (stream.nextUnit() * 2 - 1) * limit;
	return values;
}

/** Normal with the given deviation, cut off at two deviations of the parent, as Keras draws it. One draw per value: no rejection. */
function fillTruncated(values: Float32Array, deviation: number, stream: RandomStream): Float32Array {
	const scale = deviation / TRUNCATED_DEVIATION;
	for (let index = 0; index < values.length; index++) {
		values[index] = normalQuantile(BELOW_MINUS_TWO + stream.nextUnit() * WITHIN_TWO) * scale;
	}
	return values;
}
