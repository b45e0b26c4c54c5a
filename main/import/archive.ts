import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { assertFileSize, LIMITS } from './limits.ts';

/**
 * Entries of a zip by their plain names, unpacked into memory and never onto the disk, so that no name leads anywhere. `wanted` decides
 * by the name; sizes are checked before anything is unpacked. Of two entries of one name in different folders, the first counts.
 */
export function unpackZip(
	name: string,
	bytes: Uint8Array,
	wanted: (entry: string) => { readonly limit: number } | null,
): ReadonlyMap<string, Uint8Array> {
	const names = new Map<string, string>();
	let total = 0;
	const entries = unzipSync(bytes, {
		filter: (entry) => {
			const plain = basename(entry.name.replaceAll('\\', '/'));
			const found = names.has(plain) ? null : wanted(plain);
			if (!found) return false;
			assertFileSize(`${name}: ${plain}`, entry.originalSize, found.limit);
			total += entry.originalSize;
			assertFileSize(name, total, LIMITS.file);
			names.set(plain, entry.name);
			return true;
		},
	});
	return new Map([...names].flatMap(([plain, full]) => (entries[full] ? [[plain, entries[full]] as const] : [])));
}
