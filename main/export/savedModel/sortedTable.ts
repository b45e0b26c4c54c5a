import { maskedCrc32c } from '#main/crc32c.ts';

export interface TableEntry {
	readonly key: Uint8Array;
	readonly value: Uint8Array;
}

/** Every so many entries a key is written whole; the ones between leave out what they share with the one before. */
const RESTART_INTERVAL = 16;
/** A block ends after the entry that makes it this long. */
const BLOCK_BYTES = 262_144;
const FOOTER_BYTES = 48;
const MAGIC = 0xdb4775248b80fb57n;
const UNCOMPRESSED = 0;

/**
 * A table of LevelDB's format, uncompressed, as TensorFlow keeps the index of a checkpoint (tensorflow/core/lib/io/table_format.txt):
 * blocks of entries, an empty block of metadata, an index of the blocks, a footer. Keys are given in the order of their bytes.
 */
export function encodeTable(entries: readonly TableEntry[]): Uint8Array {
	const parts: Uint8Array[] = [];
	let length = 0;
	const place = (content: Uint8Array): Uint8Array => {
		const handle = Buffer.concat([varint(length), varint(content.length)]);
		const typed = Buffer.concat([content, Uint8Array.of(UNCOMPRESSED)]);
		const checksum = Buffer.alloc(4);
		checksum.writeUInt32LE(maskedCrc32c(typed));
		parts.push(typed, checksum);
		length += typed.length + checksum.length;
		return handle;
	};
	const blocks = divide(entries);
	const index = blocks.map((block, number): TableEntry => {
		const last = block.at(-1)?.key ?? new Uint8Array();
		// Any key will do that is not before the block's last one and is before the next block's first.
		const key = number === blocks.length - 1 ? shortSuccessor(last) : last;
		return { key, value: place(encodeBlock(block, RESTART_INTERVAL)) };
	});
	const metadata = place(encodeBlock([], RESTART_INTERVAL));
	const indexPlace = place(encodeBlock(index, 1));
	const footer = Buffer.alloc(FOOTER_BYTES);
	footer.set(metadata, 0);
	footer.set(indexPlace, metadata.length);
	footer.writeBigUInt64LE(MAGIC, FOOTER_BYTES - 8);
	return Buffer.concat([...parts, footer]);
}

function divide(entries: readonly TableEntry[]): readonly (readonly TableEntry[])[] {
	const blocks: TableEntry[][] = [];
	let room = 0;
	for (const entry of entries) {
		if (room <= 0) {
			blocks.push([]);
			room = BLOCK_BYTES;
		}
		blocks.at(-1)?.push(entry);
		room -= entry.key.length + entry.value.length;
	}
	return blocks;
}

function encodeBlock(entries: readonly TableEntry[], interval: number): Uint8Array {
	const parts: Uint8Array[] = [];
	const restarts: number[] = entries.length === 0 ? [0] : [];
	let length = 0;
	let before: Uint8Array = new Uint8Array();
	for (const [number, { key, value }] of entries.entries()) {
		const startsAnew = number % interval === 0;
		if (startsAnew) restarts.push(length);
		const shared = startsAnew ? 0 : sharedLength(before, key);
		const part = Buffer.concat([varint(shared), varint(key.length - shared), varint(value.length), key.subarray(shared), value]);
		parts.push(part);
		length += part.length;
		before = key;
	}
	const tail = Buffer.alloc(4 * (restarts.length + 1));
	for (const [at, restart] of restarts.entries()) tail.writeUInt32LE(restart, at * 4);
	tail.writeUInt32LE(restarts.length, restarts.length * 4);
	return Buffer.concat([...parts, tail]);
}

/** A short key that is not before the given one. */
function shortSuccessor(key: Uint8Array): Uint8Array {
	const at = key.findIndex((byte) => byte !== 0xff);
	if (at < 0) return key;
	// A copy of its own: a Buffer's `slice` shares memory.
	const made = Uint8Array.from(key.subarray(0, at + 1));
	made[at] = (made[at] ?? 0) + 1;
	return made;
}

function sharedLength(a: Uint8Array, b: Uint8Array): number {
	let at = 0;
	while (at < a.length && at < b.length && a[at] === b[at]) at++;
	return at;
}

/** Seven bits a byte, low ones first; the high bit says that more follow. */
function varint(value: number): Uint8Array {
	const bytes: number[] = [];
	let rest = value;
	for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
	bytes.push(rest);
	return Uint8Array.from(bytes);
}
