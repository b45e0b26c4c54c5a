/** Sends values to any number of listeners; a late one may first get what was sent before. Ends when closed. */
export class Broadcast<Value> {
	private readonly listeners = new Set<(value: Value) => void>();
	private readonly closers = new Set<() => void>();
	private isClosed = false;

	/** Values of the past that a new listener gets first. */
	constructor(private readonly replay: () => readonly Value[] = () => []) {}

	/** Returns how many listeners it reached. */
	send(value: Value): number {
		for (const listener of this.listeners) listener(value);
		return this.listeners.size;
	}

	/** Ends every listener's stream; nothing can be sent any more. */
	close(): void {
		this.isClosed = true;
		for (const closer of [...this.closers]) closer();
	}

	/** The past, then the present, until the signal fires or the broadcast is closed. */
	async *listen(signal?: AbortSignal): AsyncGenerator<Value, void, void> {
		const waiting: Value[] = [...this.replay()];
		let wake: () => void = () => undefined;
		const listener = (value: Value): void => {
			waiting.push(value);
			wake();
		};
		const end = (): void => wake();
		this.listeners.add(listener);
		this.closers.add(end);
		signal?.addEventListener('abort', end);
		try {
			while (!signal?.aborted) {
				const value = waiting.shift();
				if (value !== undefined) {
					yield value;
				} else if (this.isClosed) {
					return;
				} else {
					await new Promise<void>((resolve) => {
						wake = resolve;
					});
				}
			}
		} finally {
			this.listeners.delete(listener);
			this.closers.delete(end);
			signal?.removeEventListener('abort', end);
		}
	}
}
