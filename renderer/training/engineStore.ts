import { useEffect } from 'react';
import { create } from 'zustand';
import type { Message } from '#shared/text/message.ts';
import type { EngineName } from '#shared/training/event.ts';
import { follow } from '../host/follow.ts';
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
	useEffect(
		() =>
			follow(
				(options) => host.app.engine(undefined, options),
				({ reasons, ...engine }) => useEngineStore.setState({ ...engine, reasons: reasons.map(asMessage) }),
			),
		[host],
	);
}
