import { useEffect } from 'react';
import { create } from 'zustand';
import type { Message } from '#shared/text/message.ts';
import type { EngineName } from '#shared/training/event.ts';
import { useConnectionStore } from '../host/connectionStore.ts';
import { useHost } from '../host.ts';
import { asMessage } from '../hostProblem.ts';

export interface EngineState {
	readonly state: 'starting' | 'ready' | 'missing';
	readonly name: EngineName | null;
	readonly description: string | null;
	readonly threads: number | null;
	/** Why faster engines are not used. */
	readonly reasons: readonly Message[];
}

/** Which engine trains on this machine, as the host last said. */
export const useEngineStore = create<EngineState>()(() => ({
	state: 'starting',
	name: null,
	description: null,
	threads: null,
	reasons: [],
}));

/** Keeps the engine's state up to date as long as the caller is shown. */
export function useEngineLink(): void {
	const host = useHost();
	const generation = useConnectionStore((state) => state.generation);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new connection needs a new stream
	useEffect(() => {
		const controller = new AbortController();
		const follow = async (): Promise<void> => {
			const events = await host.app.engine(undefined, { signal: controller.signal });
			for await (const { reasons, ...engine } of events) {
				useEngineStore.setState({ ...engine, reasons: reasons.map(asMessage) });
			}
		};
		// A lost connection is told by the shell and brings a new generation.
		follow().catch(() => undefined);
		return () => controller.abort();
	}, [host, generation]);
}
