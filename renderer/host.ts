import type { ContractRouterClient } from '@orpc/contract';
import { createContext, useContext } from 'react';
import type { Contract } from '#shared/ipc/contract.ts';

/** The program behind the window, typed; the same over Electron's MessagePort and the browser's WebSocket. */
export type Host = ContractRouterClient<Contract>;

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
	const host = useContext(HostContext);
	if (!host) throw new Error('useHost is called outside HostContext');
	return host;
}
