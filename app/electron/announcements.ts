/** Values that happen now and then, for listeners that come and go. What nobody has heard yet waits for the first listener. */
export class Announcements<Value> {
	private readonly listeners = new Set<(value: Value) => void>();
	private readonly unheard: Value[] = [];

	announce(value: Value): void {
		if (this.listeners.size === 0) this.unheard.push(value);
		for (const listener of this.listeners) listener(value);
	}

	/** Yields each value until the signal fires. */
	async *listen(signal?: AbortSignal): AsyncGenerator<Value, void, void> {
		const waiting: Value[] = this.unheard.splice(0);
		let wake = (): void => {};
		const listener = (value: Value): void => {
			waiting.push(value);
			wake();
		};
		const stop = (): void => wake();
		this.listeners.add(listener);
		signal?.addEventListener('abort', stop);
		try {
			while (!signal?.aborted) {
				const next = waiting.shift();
				if (next !== undefined) yield next;
				else
					await new Promise<void>((resolve) => {
						wake = resolve;
					});
			}
		} finally {
			this.listeners.delete(listener);
			signal?.removeEventListener('abort', stop);
		}
	}
}
