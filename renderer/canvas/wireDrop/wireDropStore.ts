import { create } from 'zustand';
import type { Maker, WireSpot } from '#shared/graph/insert.ts';
import type { WireDrop } from '#shared/graph/wireDrop.ts';
import type { RoutedWire } from './wireAt.ts';

/** The wire that something is held over, what it would be there, and how it would get there. */
export interface WireAim extends WireDrop, RoutedWire {
	readonly make: Maker;
	readonly spot: WireSpot;
}

export const useWireDropStore = create<{ readonly aim: WireAim | null }>()(() => ({ aim: null }));
