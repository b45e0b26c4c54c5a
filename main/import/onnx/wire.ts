import { Reader } from 'protobufjs/light.js';

/** Fields of a whole file that are looked at: far above any network, far below what would fill the memory. */
const MOST_FIELDS = 1_000_000;

/** Counts fields before objects are made of them: two bytes of a hostile file could stand for a hundred of memory. */
export class FieldBudget {
	#left = MOST_FIELDS;

	take(): void {
		if (--this.#left < 0) throw new Error('more fields than a network has');
	}
}

/**
 * The fields of one protocol buffer message by their numbers, unread: bytes stay in the file until they are asked for, so that nothing
 * nests deeper than the reader goes by itself.
 */
export class Fields {
	private constructor(
		private readonly numbers: ReadonlyMap<number, readonly number[]>,
		private readonly parts: ReadonlyMap<number, readonly Uint8Array[]>,
		private readonly budget: FieldBudget,
	) {}

	/** `wanted`: the fields that are kept; the others are stepped over. */
	static read(bytes: Uint8Array, wanted: readonly number[], budget: FieldBudget): Fields {
		const numbers = new Map<number, number[]>();
		const parts = new Map<number, Uint8Array[]>();
		const keep = new Set(wanted);
		const reader = Reader.create(bytes);
		while (reader.pos < reader.len) {
			const tag = reader.uint32();
			const field = tag >>> 3;
			const type = tag & 7;
			budget.take();
			if (!keep.has(field)) {
				// Groups, which could nest without end, were given up before ONNX began.
				if (type === 3 || type === 4) throw new Error('a group among the fields');
				reader.skipType(type);
			} else if (type === 2) push(parts, field, reader.bytes());
			else if (type === 0) push(numbers, field, wholeNumber(reader));
			else if (type === 5) push(numbers, field, reader.float());
			else if (type === 1) push(numbers, field, reader.double());
			else throw new Error(`wire type ${type}`);
		}
		return new Fields(numbers, parts, budget);
	}

	number(field: number): number | undefined {
		return this.numbers.get(field)?.at(-1);
	}

	/** Whole numbers, one by one or packed. */
	integers(field: number): readonly number[] {
		const values = [...(this.numbers.get(field) ?? [])];
		for (const part of this.parts.get(field) ?? []) {
			const reader = Reader.create(part);
			while (reader.pos < reader.len) {
				this.budget.take();
				values.push(wholeNumber(reader));
			}
		}
		return values;
	}

	/** Floats, one by one or packed. */
	floats(field: number): Float32Array {
		const packed = this.parts.get(field) ?? [];
		const single = this.numbers.get(field) ?? [];
		if (packed.length === 0) return Float32Array.from(single);
		return new Float32Array(joined(packed).buffer);
	}

	doubles(field: number): Float64Array {
		const packed = this.parts.get(field) ?? [];
		return packed.length === 0 ? Float64Array.from(this.numbers.get(field) ?? []) : new Float64Array(joined(packed).buffer);
	}

	text(field: number): string {
		const part = this.parts.get(field)?.at(-1);
		return part ? Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8') : '';
	}

	texts(field: number): readonly string[] {
		return this.bytesOf(field).map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8'));
	}

	bytes(field: number): Uint8Array | undefined {
		return this.parts.get(field)?.at(-1);
	}

	bytesOf(field: number): readonly Uint8Array[] {
		return this.parts.get(field) ?? [];
	}

	message(field: number, wanted: readonly number[]): Fields | undefined {
		const part = this.bytes(field);
		return part && Fields.read(part, wanted, this.budget);
	}

	messages(field: number, wanted: readonly number[]): readonly Fields[] {
		return this.bytesOf(field).map((part) => Fields.read(part, wanted, this.budget));
	}
}

function push<Value>(map: Map<number, Value[]>, field: number, value: Value): void {
	const list = map.get(field);
	if (list) list.push(value);
	else map.set(field, [value]);
}

function wholeNumber(reader: Reader): number {
	// A number, or Long's object of two halves where that package is there.
	return Number(reader.int64().toString());
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
