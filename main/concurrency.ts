/**
 * Maps with at most `limit` calls under way, in order of the items. Stops taking new items after the first error
 * or when the signal fires, and then throws.
 */
export async function mapConcurrently<Item, Value>(
	items: readonly Item[],
	limit: number,
	work: (item: Item, index: number) => Promise<Value>,
	signal?: AbortSignal,
): Promise<Value[]> {
	const values: Value[] = new Array<Value>(items.length);
	let next = 0;
	let failed = false;
	const run = async (): Promise<void> => {
		while (next < items.length && !failed) {
			signal?.throwIfAborted();
			const index = next++;
			try {
				values[index] = await work(items[index] as Item, index);
			} catch (error) {
				failed = true;
				throw error;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, items.length) }, run));
	signal?.throwIfAborted();
	return values;
}
