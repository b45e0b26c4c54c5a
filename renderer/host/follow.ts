import { isAbort } from '../hostProblem.ts';
import { useConnectionStore } from './connectionStore.ts';

/**
 * Listens to an endless stream of the host and asks for it again after the connection was lost.
 * Returns how to stop.
 */
export function follow<Event>(
	open: (options: { readonly signal: AbortSignal }) => Promise<AsyncIterable<Event>>,
	onEvent: (event: Event) => void,
): () => void {
	const stop = new AbortController();
	const listen = async (): Promise<void> => {
		while (!stop.signal.aborted) {
			const { generation } = useConnectionStore.getState();
			try {
				for await (const event of await open({ signal: stop.signal })) onEvent(event);
			} catch (error) {
				if (isAbort(error)) return;
			}
			await nextConnection(generation, stop.signal);
		}
	};
	void listen();
	return () => stop.abort();
}

/** Resolves when a connection newer than `generation` stands. */
function nextConnection(generation: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (useConnectionStore.getState().generation > generation) return resolve();
		const end = (): void => {
			unsubscribe();
			resolve();
		};
		const unsubscribe = useConnectionStore.subscribe((state) => {
			if (state.generation > generation) end();
		});
		signal.addEventListener('abort', end, { once: true });
	});
}
