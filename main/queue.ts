/** Runs tasks of one key one after the other, in the order asked; tasks of different keys do not wait for each other. */
export class KeyedQueue {
	private readonly tails = new Map<string, Promise<unknown>>();

	/** Until nothing is under way any more. */
	async settle(): Promise<void> {
		while (this.tails.size > 0) await Promise.all(this.tails.values());
	}

	run<Value>(key: string, task: () => Promise<Value>): Promise<Value> {
		const before = this.tails.get(key) ?? Promise.resolve();
		const result = before.then(task, task);
		const tail = result
			.catch(() => undefined)
			.finally(() => {
				if (this.tails.get(key) === tail) this.tails.delete(key);
			});
		this.tails.set(key, tail);
		return result;
	}
}
