import type { File, Group } from 'h5wasm/node';
import { z } from 'zod';
import type { StoredWeight } from './kerasNetwork.ts';

/** HDF5 keeps an attribute in the header of its object, which holds 64 KiB; each name takes 16 bytes of it. */
const NAMES_PER_ATTRIBUTE = 4000;
const namesSchema = z.array(z.string());

/** Writes an HDF5 file; it is closed whatever happens. */
export async function writeHdf5(path: string, write: (file: File) => void): Promise<void> {
	await openFile(path, 'w', write, atNoTime);
}

/** Reads an HDF5 file; what is read must not be kept as views of it. */
export async function readHdf5<T>(path: string, read: (file: File) => T): Promise<T> {
	return openFile(path, 'r', read);
}

async function openFile<T>(
	path: string,
	mode: 'r' | 'w',
	work: (file: File) => T,
	around: (use: () => T) => T = (use) => use(),
): Promise<T> {
	// Loaded when it is wanted: it brings WebAssembly of its own.
	const hdf5 = await import('h5wasm/node');
	await hdf5.ready;
	return around(() => {
		const file = new hdf5.File(path, mode);
		try {
			return work(file);
		} finally {
			file.close();
		}
	});
}

/**
 * HDF5 notes in every object the second in which it was made, and its library has no way to leave that out, so that the same network
 * would not give the same file. Nothing else runs while the clock stands still.
 */
function atNoTime<T>(use: () => T): T {
	const { now } = Date;
	Date.now = () => 0;
	try {
		return use();
	} finally {
		Date.now = now;
	}
}

export function writeDataset(group: Group, name: string, { shape, values }: Pick<StoredWeight, 'shape' | 'values'>): void {
	group.create_dataset({ name, data: values, shape: [...shape], dtype: '<f4' });
}

export function readDataset(file: File, path: string): Omit<StoredWeight, 'name'> {
	const found = file.get(path);
	if (!found || !('shape' in found) || !(found.value instanceof Float32Array)) throw new Error(`${path} holds no numbers of 32 bits`);
	return { shape: found.shape ?? [], values: found.value.slice() };
}

/** A list of names in as many attributes as it needs, the way Keras does it: `layer_names`, or `layer_names0`, `layer_names1`. */
export function writeNames(group: Group, name: string, names: readonly string[]): void {
	// Strings of one byte, as there is nothing to tell their kind from.
	if (names.length === 0) group.create_attribute(name, [], [0], 'S1');
	else if (names.length <= NAMES_PER_ATTRIBUTE) group.create_attribute(name, [...names], [names.length]);
	else {
		for (let part = 0; part * NAMES_PER_ATTRIBUTE < names.length; part++) {
			const some = names.slice(part * NAMES_PER_ATTRIBUTE, (part + 1) * NAMES_PER_ATTRIBUTE);
			group.create_attribute(`${name}${part}`, some, [some.length]);
		}
	}
}

/** What `writeNames` or Keras has written. */
export function readNames(file: File, path: string, name: string): readonly string[] {
	const group = file.get(path);
	const attributes = group && 'attrs' in group ? group.attrs : {};
	const namesIn = (attribute: string) => namesSchema.parse(attributes[attribute]?.value ?? []);
	if (name in attributes) return namesIn(name);
	const names: string[] = [];
	for (let part = 0; `${name}${part}` in attributes; part++) names.push(...namesIn(`${name}${part}`));
	return names;
}

/** A group at `layers/dense/vars`, and those on the way to it that are not there yet. */
export function createGroups(file: File, path: string): Group {
	return path.split('/').reduce<Group>((parent, name) => {
		const found = parent.keys().includes(name) ? parent.get(name) : null;
		return found && 'create_group' in found ? found : parent.create_group(name);
	}, file);
}
