/** Runs that can be told apart in one chart: each has a colour of its own. */
export const MOST_SLOTS = 6;

/** Which run has which colour; a run keeps its colour as long as it is shown. */
export type RunSlots = readonly (string | null)[];

export const emptySlots: RunSlots = Array.from({ length: MOST_SLOTS }, () => null);

/** Drops runs that are gone. */
export function keepSlots(slots: RunSlots, runs: readonly string[]): RunSlots {
	return slots.map((run) => (run !== null && runs.includes(run) ? run : null));
}

/** Makes sure that `run` has a colour: a free one, else the last. */
export function showRun(slots: RunSlots, run: string | null): RunSlots {
	if (run === null || slots.includes(run)) return slots;
	const free = slots.indexOf(null);
	return replace(slots, free === -1 ? MOST_SLOTS - 1 : free, run);
}

/** Adds or removes a run beside the shown one, which always stays; with all colours taken, adding changes nothing. */
export function toggleSlot(slots: RunSlots, run: string, shown: string | null): RunSlots {
	const at = slots.indexOf(run);
	if (at !== -1) return run === shown ? slots : replace(slots, at, null);
	const free = slots.indexOf(null);
	return free === -1 ? slots : replace(slots, free, run);
}

function replace(slots: RunSlots, at: number, run: string | null): RunSlots {
	return slots.map((known, index) => (index === at ? run : known));
}
