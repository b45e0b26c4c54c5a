import { maskedCrc32c } from '#main/crc32c.ts';

const LENGTH_BYTES = 8;
const CRC_BYTES = 4;

/** One TFRecord: length (8 bytes), CRC of the length (4), the bytes, their CRC (4); little-endian. */
export function encodeRecord(data: Uint8Array): Uint8Array {
	const record = new Uint8Array(LENGTH_BYTES + CRC_BYTES + data.length + CRC_BYTES);
	const view = new DataView(record.buffer);
	view.setBigUint64(0, BigInt(data.length), true);
	view.setUint32(LENGTH_BYTES, maskedCrc32c(record.subarray(0, LENGTH_BYTES)), true);
	record.set(data, LENGTH_BYTES + CRC_BYTES);
	view.setUint32(LENGTH_BYTES + CRC_BYTES + data.length, maskedCrc32c(data), true);
	return record;
}
