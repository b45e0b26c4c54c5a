import { z } from 'zod';
import { countValues } from '#shared/tensor/shape.ts';
import { fromHalf } from '../halfPrecision.ts';
import type { ImportedTensor } from '../importer.ts';
import type { ValueBudget } from '../limits.ts';

const quantizationSchema = z.object({
	dtype: z.enum(['uint8', 'uint16', 'float16']),
	scale: z.number().optional(),
	min: z.number().optional(),
});
const weightSchema = z.object({
	name: z.string(),
	shape: z.array(z.int().min(0)).max(8),
	dtype: z.enum(['float32', 'int32', 'bool']),
	quantization: quantizationSchema.optional(),
});

/** Which files hold which weights, one after the other. */
export const manifestSchema = z.array(z.object({ paths: z.array(z.string()), weights: z.array(weightSchema) }));
export type Manifest = z.infer<typeof manifestSchema>;
type Weight = z.infer<typeof weightSchema>;

const BYTES = { float32: 4, int32: 4, bool: 1, uint8: 1, uint16: 2, float16: 2 } as const;

/** The weights of a manifest by name. `shards` of a group follow each other; sizes are checked before memory is taken. */
export async function readManifest(
	manifest: Manifest,
	readShard: (path: string) => Promise<Uint8Array>,
	budget: ValueBudget,
): Promise<ReadonlyMap<string, ImportedTensor>> {
	const tensors = new Map<string, ImportedTensor>();
	for (const { paths, weights } of manifest) {
		for (const { shape } of weights) budget.take(shape);
		const bytes = Buffer.concat(await Promise.all(paths.map(readShard)));
		let at = 0;
		for (const weight of weights) {
			const count = countValues(weight.shape);
			const length = count * BYTES[weight.quantization?.dtype ?? weight.dtype];
			if (at + length > bytes.length) throw new Error(`${weight.name} is cut short`);
			tensors.set(weight.name, { shape: weight.shape, values: decode(weight, bytes.subarray(at, at + length), count) });
			at += length;
		}
	}
	return tensors;
}

function decode({ dtype, quantization }: Weight, bytes: Buffer, count: number): Float32Array {
	if (!quantization) {
		if (dtype === 'float32') return Float32Array.from({ length: count }, (_, at) => bytes.readFloatLE(at * 4));
		return Float32Array.from({ length: count }, (_, at) => (dtype === 'int32' ? bytes.readInt32LE(at * 4) : bytes.readUInt8(at)));
	}
	const { scale = 1, min = 0 } = quantization;
	switch (quantization.dtype) {
		case 'uint8':
			return Float32Array.from({ length: count }, (_, at) => bytes.readUInt8(at) * scale + min);
		case 'uint16':
			return Float32Array.from({ length: count }, (_, at) => bytes.readUInt16LE(at * 2) * scale + min);
		case 'float16':
			return Float32Array.from({ length: count }, (_, at) => fromHalf(bytes.readUInt16LE(at * 2)));
	}
}
