import { type Tensor, Unsupported } from '../builder.ts';
import { type Call, ownAxis, type Rule } from '../call.ts';
import { turned } from '../fold.ts';
import type { Constant } from '../tensor.ts';

/** Rows of a kernel in the order in which our numbers come in. */
function rowsInOurOrder(values: Float32Array, rows: number, order: Int32Array | null): Float32Array {
	if (!order) return values;
	if (order.length !== rows) throw new Unsupported();
	const columns = values.length / rows;
	const out = new Float32Array(values.length);
	for (const [theirs, ours] of order.entries()) out.set(values.subarray(theirs * columns, (theirs + 1) * columns), ours * columns);
	return out;
}

/** Numbers of a row in our order. */
export function inOurOrder(values: Float32Array, order: Int32Array | null): Float32Array {
	return rowsInOurOrder(values, values.length, order);
}

/** A kernel over a row of numbers; over the channels of a map it is a convolution of one cell. */
function dense(call: Call, input: Tensor, kernel: Constant, bias: Float32Array | undefined): Tensor {
	const [rows = 0, units = 0] = kernel.shape;
	if (kernel.shape.length !== 2) throw new Unsupported();
	const values = rowsInOurOrder(Float32Array.from(kernel.values), rows, input.order);
	const settings = { activation: 'linear', useBias: bias !== undefined };
	const biasWeight = bias && { shape: [units], values: bias };
	if (input.shape?.length === 3) {
		if (ownAxis(input, -1) !== 2) throw new Unsupported();
		const made = call.build.add(call.name, 'conv2d', [input], {
			config: { ...settings, filters: units, kernelSize: [1, 1], strides: [1, 1], padding: 'valid' },
			weights: { kernel: { shape: [1, 1, rows, units], values }, bias: biasWeight },
			takesBias: true,
		});
		return { ...made, axes: input.axes };
	}
	if (input.shape !== null && (input.shape.length !== 1 || input.axes.length !== 1)) throw new Unsupported();
	return call.build.add(call.name, 'dense', [input], {
		config: { ...settings, units },
		weights: { kernel: { shape: [rows, units], values }, bias: biasWeight },
		takesBias: true,
	});
}

export const matMul: Rule = (call) => dense(call, call.tensor(0), call.constant(1), undefined);

/** `alpha · A · B + beta · C`. */
export const gemm: Rule = (call) => {
	if (call.number('transA', 0) !== 0) throw new Unsupported();
	const given = call.constant(1);
	const kernel = call.number('transB', 0) === 1 ? turned(given, [1, 0]) : given;
	const [alpha, beta] = [call.number('alpha', 1), call.number('beta', 1)];
	const units = kernel.shape[1] ?? 0;
	const scaled = { ...kernel, values: alpha === 1 ? kernel.values : Float32Array.from(kernel.values, (value) => value * alpha) };
	const added = call.optional(2) && call.floats(2);
	if (added && added.length !== units && added.length !== 1) throw new Unsupported();
	const bias = added && Float32Array.from({ length: units }, (_, at) => (added[added.length === 1 ? 0 : at] ?? 0) * beta);
	return dense(call, call.tensor(0), scaled, bias);
};
