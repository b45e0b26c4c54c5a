import os from 'node:os';

/** Gives a busy neighbour three quarters of a processor that both want; 10 would give it nine tenths. Windows knows only a few classes. */
const NICENESS = 5;

/**
 * Training lets everything else go first: the window, and whatever else the person does. Called before the engine is loaded, since its
 * threads take over the priority of the one that starts them. Where the engine has the machine to itself it costs nothing.
 */
export function giveWay(isThread: boolean, platform: NodeJS.Platform = process.platform): void {
	// Only on Linux does "the caller" mean the thread; elsewhere it is the program, whose window must not wait.
	if (isThread && platform !== 'linux') return;
	try {
		os.setPriority(0, platform === 'win32' ? os.constants.priority.PRIORITY_BELOW_NORMAL : NICENESS);
	} catch {
		// A system that allows no change trains as before.
	}
}
