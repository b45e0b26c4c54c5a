import type { RunAdvice } from '#shared/training/event.ts';
import { useViewStore } from '../view/viewStore.ts';
import { useTrainingStore } from './trainingStore.ts';

/** What the watchdog of the shown run says of one layer, the latest; `null` outside of Train and where it says nothing. */
export function useNodeAdvice(node: string): RunAdvice | null {
	const run = useViewStore((state) => (state.mode === 'train' ? state.run : null));
	return useTrainingStore(({ live, runs }) => {
		if (run === null) return null;
		const advice = live?.run === run && live.advice.length > 0 ? live.advice : runs?.find(({ id }) => id === run)?.advice;
		return advice?.filter((one) => one.node === node).at(-1) ?? null;
	});
}
