import { z } from 'zod';

const jsonSchema = z.record(z.string(), z.unknown());

/** A tensor that a call names. */
export interface Reference {
	readonly layer: string;
	readonly call: number;
	readonly output: number;
}

const NESTED_LISTS = 8;

/** Tensors that a call names, in order: `["conv", 0, 0]` of Keras 2, `__keras_tensor__` of Keras 3. */
export function referencesIn(value: unknown, depth = 0): readonly Reference[] {
	if (depth > NESTED_LISTS || typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) {
		const [layer, call, output] = value;
		if (typeof layer === 'string' && typeof call === 'number' && typeof output === 'number') {
			// Tensors may also be given by name, as the last part of a reference.
			return [{ layer, call, output }, ...referencesIn(value[3], depth + 1)];
		}
		return value.flatMap((item) => referencesIn(item, depth + 1));
	}
	const { config } = value as { readonly config?: unknown };
	const history = jsonSchema.safeParse(config).data?.keras_history;
	if (history !== undefined) return referencesIn(history, depth + 1);
	return Object.values(value).flatMap((item) => referencesIn(item, depth + 1));
}

/**
 * Numbers among the arguments of a call: `{"args": [x, 127.5]}` of Keras 3; `["x", 0, 0, {"y": 127.5}]` of Keras 2, where what is called
 * on the right comes second.
 */
export function operandsIn(node: unknown): readonly (number | null)[] {
	if (Array.isArray(node)) {
		const first = Array.isArray(node[0]) ? node[0] : node;
		const { y } = jsonSchema.safeParse(first[3]).data ?? {};
		return typeof y === 'number' ? [null, y] : [];
	}
	const { args, kwargs } = jsonSchema.safeParse(node).data ?? {};
	const named = Object.entries(jsonSchema.safeParse(kwargs).data ?? {}).flatMap(([name, value]) => (/^x[12]$/.test(name) ? [value] : []));
	return [...(Array.isArray(args) ? args : []), ...named].map((value) => (typeof value === 'number' ? value : null));
}
