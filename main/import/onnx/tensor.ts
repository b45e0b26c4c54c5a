import { open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { countValues } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { Problem } from '../../problem.ts';
import { fromHalf } from '../halfPrecision.ts';
import type { ValueBudget } from '../limits.ts';
import type { Fields } from './wire.ts';

/** Numbers that the file holds. Whole numbers that decide sizes are kept as they are; the batch, which is not known, is −1. */
export interface Constant {
	readonly shape: readonly number[];
	readonly values: Float32Array | readonly number[];
}

/** Fields of a TensorProto that are read. */
export const TENSOR_FIELDS = [1, 2, 4, 5, 7, 8, 9, 10, 11, 13, 14] as const;
const TYPE = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9, float16: 10, double: 11, bfloat16: 16 } as const;
const MOST_AXES = 8;
/** Whole numbers that decide sizes are few; long lists of them are tables for text. */
const MOST_INTEGERS = 65_536;
const EXTERNAL = 1;

/** Reads one TensorProto; `folder` is where values beside the file lie. Sizes are checked before memory is taken. */
export async function readTensor(fields: Fields, folder: string, budget: ValueBudget): Promise<Constant> {
	const shape = fields.integers(1);
	if (shape.length > MOST_AXES || shape.some((dim) => !Number.isSafeInteger(dim) || dim < 0))
		throw new Error(`a tensor of the size ${shape}`);
	budget.take(shape);
	const count = countValues(shape);
	const type = fields.number(2) ?? 0;
	const raw = fields.number(14) === EXTERNAL ? await readBeside(fields, folder, count) : fields.bytes(9);
	const values = raw ? fromBytes(raw, type, count) : fromFields(fields, type, count);
	if (values.length !== count) throw new Error(`${values.length} values where ${count} were declared`);
	return { shape, values };
}

function fromBytes(raw: Uint8Array, type: number, count: number): Float32Array | readonly number[] {
	const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
	const width = widthOf(type);
	if (raw.byteLength !== count * width) throw new Error(`${raw.byteLength} bytes where ${count * width} were declared`);
	switch (type) {
		case TYPE.float:
			return new Float32Array(raw.slice().buffer);
		case TYPE.double:
			return Float32Array.from({ length: count }, (_, at) => view.getFloat64(at * 8, true));
		case TYPE.float16:
			return Float32Array.from({ length: count }, (_, at) => fromHalf(view.getUint16(at * 2, true)));
		case TYPE.bfloat16: {
			const bits = Uint32Array.from({ length: count }, (_, at) => view.getUint16(at * 2, true) << 16);
			return new Float32Array(bits.buffer);
		}
		default:
			return integersFrom(count, (at) => readInteger(view, type, at));
	}
}

function readInteger(view: DataView, type: number, at: number): number {
	switch (type) {
		case TYPE.int64:
			return Number(view.getBigInt64(at * 8, true));
		case TYPE.int32:
			return view.getInt32(at * 4, true);
		case TYPE.int8:
			return view.getInt8(at);
		default:
			return view.getUint8(at);
	}
}

function fromFields(fields: Fields, type: number, count: number): Float32Array | readonly number[] {
	if (type === TYPE.float) return fields.floats(4);
	if (type === TYPE.double) return Float32Array.from(fields.doubles(10));
	if (count > MOST_INTEGERS) throw new Error(`${count} whole numbers`);
	if (type === TYPE.int64) return fields.integers(7);
	if (type === TYPE.float16) return Float32Array.from(fields.integers(5), fromHalf);
	widthOf(type);
	return fields.integers(5);
}

function integersFrom(count: number, at: (index: number) => number): readonly number[] {
	if (count > MOST_INTEGERS) throw new Error(`${count} whole numbers`);
	return Array.from({ length: count }, (_, index) => at(index));
}

function widthOf(type: number): number {
	switch (type) {
		case TYPE.int64:
		case TYPE.double:
			return 8;
		case TYPE.float:
		case TYPE.int32:
			return 4;
		case TYPE.float16:
		case TYPE.bfloat16:
			return 2;
		case TYPE.uint8:
		case TYPE.int8:
		case TYPE.bool:
			return 1;
		default:
			throw new Error(`values of type ${type}`);
	}
}

/** Values in a file beside: one with a plain name in the same folder, and no more of it than was declared. */
async function readBeside(fields: Fields, folder: string, count: number): Promise<Uint8Array> {
	const entries = new Map(fields.messages(13, [1, 2]).map((entry) => [entry.text(1), entry.text(2)]));
	const location = entries.get('location') ?? '';
	const refusal = (cause?: unknown) => new Problem(message('importing.problem.external', { file: location }), { cause });
	if (location === '' || location !== basename(location) || location.includes('\\') || location.startsWith('.')) throw refusal();
	const place = join(folder, location);
	const about = await stat(place).catch((error: unknown) => {
		throw refusal(error);
	});
	const offset = Number(entries.get('offset') ?? 0);
	const length = entries.has('length') ? Number(entries.get('length')) : count * widthOf(fields.number(2) ?? 0);
	if (!about.isFile() || !(offset >= 0) || !(length >= 0) || offset + length > about.size || length > count * 8) throw refusal();
	const handle = await open(place);
	try {
		const bytes = new Uint8Array(length);
		await handle.read(bytes, 0, length, offset);
		return bytes;
	} finally {
		await handle.close();
	}
}
