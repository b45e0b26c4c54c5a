import { create } from 'zustand';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Message } from '#shared/text/message.ts';
import type { Evaluation, RunSummary } from '#shared/training/event.ts';
import { forHost } from '../document/wire.ts';
import { useConnectionStore } from '../host/connectionStore.ts';
import type { Host } from '../host.ts';
import { isAbort, problemOf } from '../hostProblem.ts';
import { useViewStore } from '../view/viewStore.ts';
import { findBestEpoch, type LiveRun, reduceTraining, startLiveRun } from './liveRun.ts';
import { emptySlots, keepSlots, showRun, toggleSlot } from './runSlots.ts';

/** What a person changes about a run. */
export type RunChanges = Partial<Pick<RunSummary, 'name' | 'isStarred' | 'notes'>>;

export interface TrainingState {
	/** Document that the runs belong to. */
	readonly documentId: string | null;
	/** Runs of the document, newest first; `null` while they are being read. */
	readonly runs: readonly RunSummary[] | null;
	/** The run that is under way or has ended in this window. */
	readonly live: LiveRun | null;
	/** True between pressing Train and the answer. */
	readonly isStarting: boolean;
	/** True between pressing Stop and the end of the run. */
	readonly isStopping: boolean;
	/** Why the last request was refused. */
	readonly problem: Message | null;
	/** Run of each colour in the curves; `null` is free. */
	readonly slots: readonly (string | null)[];
	/** Reads the runs of a document and follows the one that is under way, if any; called again after a lost connection. */
	open(host: Host, documentId: string | null): Promise<void>;
	/** Trains the document as it is; the run id, or `null` when the host refuses. */
	start(host: Host, document: GraphDocument): Promise<string | null>;
	/** Ends the current run within one batch. */
	stop(host: Host): Promise<void>;
	/** Holds the current run before its next batch, lets it go on, or lets one batch through. */
	control(host: Host, action: 'pause' | 'continue' | 'step'): Promise<void>;
	/** Goes on with a run that ended before it was done. */
	resume(host: Host, run: string): Promise<void>;
	/** Names, stars or describes a run. */
	annotate(host: Host, run: string, changes: RunChanges): Promise<void>;
	remove(host: Host, run: string): Promise<void>;
	/** Keeps the test result of a run that ended without one. */
	noteEvaluation(run: string, evaluation: Evaluation): void;
	/** Looks at a run: curves, test and export. */
	show(run: string): void;
	/** Lays a run's curves beside the shown one, or takes them away. */
	toggleCompared(run: string): void;
	dismissProblem(): void;
}

/** Ends the event stream that is being followed. */
let following: AbortController | null = null;

export const useTrainingStore = create<TrainingState>()((set, get) => {
	const reload = async (host: Host, documentId: string): Promise<void> => {
		const runs = await host.runs.list({ documentId });
		if (get().documentId !== documentId) return;
		const sorted = [...runs].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
		const shown = useViewStore.getState().run;
		const kept = sorted.some((run) => run.id === shown) ? shown : (sorted[0]?.id ?? null);
		if (kept !== shown) useViewStore.getState().set({ run: kept });
		set(({ slots }) => ({
			runs: sorted,
			slots: showRun(
				keepSlots(
					slots,
					sorted.map((run) => run.id),
				),
				kept,
			),
		}));
	};

	/** Follows a run to its end; resumes when the connection breaks, since the host replays the events. */
	const follow = async (host: Host, run: string): Promise<void> => {
		following?.abort();
		const controller = new AbortController();
		following = controller;
		if (get().live?.run !== run) set({ live: startLiveRun(run), isStopping: false });
		try {
			const events = await host.runs.events({ run }, { signal: controller.signal });
			let live = startLiveRun(run);
			for await (const event of events) {
				if (controller.signal.aborted) return;
				live = reduceTraining(live, event);
				set({ live });
			}
		} catch (error) {
			// A lost connection is told by the shell; the next one opens the runs again.
			if (controller.signal.aborted || isAbort(error) || useConnectionStore.getState().state === 'lost') return;
			set({ problem: problemOf(error) });
		}
		const { documentId } = get();
		set({ isStopping: false });
		if (documentId) await reload(host, documentId).catch((error: unknown) => set({ problem: problemOf(error) }));
	};

	const attempt = async (work: () => Promise<void>): Promise<void> => {
		try {
			await work();
		} catch (error) {
			set({ problem: problemOf(error) });
		}
	};

	return {
		documentId: null,
		runs: null,
		live: null,
		isStarting: false,
		isStopping: false,
		problem: null,
		slots: emptySlots,
		open: async (host, documentId) => {
			following?.abort();
			following = null;
			if (documentId !== get().documentId) {
				set({ documentId, runs: documentId === null ? [] : null, live: null, problem: null, slots: emptySlots, isStopping: false });
			}
			if (documentId === null) return;
			await attempt(async () => {
				await reload(host, documentId);
				const running = get().runs?.find(isUnderWay);
				if (running && get().documentId === documentId) {
					get().show(running.id);
					void follow(host, running.id);
				}
			});
			if (get().runs === null) set({ runs: [] });
		},
		start: async (host, document) => {
			if (get().isStarting || isTraining(get())) return null;
			set({ isStarting: true, problem: null });
			try {
				const { run } = await host.runs.start({ document: forHost(document), engine: null });
				set({ isStarting: false });
				get().show(run);
				void follow(host, run);
				void reload(host, document.id).catch(() => undefined);
				return run;
			} catch (error) {
				set({ isStarting: false, problem: problemOf(error) });
				return null;
			}
		},
		stop: async (host) => {
			const { live } = get();
			if (!live || live.phase === 'ended') return;
			set({ isStopping: true });
			await attempt(() => host.runs.stop({ run: live.run }).then(() => undefined));
		},
		control: async (host, action) => {
			const { live } = get();
			if (!live || live.phase === 'ended') return;
			await attempt(() => host.runs[action]({ run: live.run }).then(() => undefined));
		},
		resume: async (host, run) => {
			if (get().isStarting || isTraining(get())) return;
			set({ isStarting: true, problem: null });
			await attempt(async () => {
				await host.runs.resume({ run });
				get().show(run);
				// What was heard of its first part comes again, up to its checkpoint.
				set({ live: startLiveRun(run), isStopping: false });
				void follow(host, run);
			});
			set({ isStarting: false });
		},
		annotate: async (host, run, changes) => {
			set(({ runs }) => ({ runs: runs?.map((summary) => (summary.id === run ? { ...summary, ...changes } : summary)) ?? null }));
			await attempt(() => host.runs.annotate({ run, changes }).then(() => undefined));
		},
		remove: async (host, run) => {
			await attempt(async () => {
				await host.runs.remove({ run });
				const { documentId, live } = get();
				if (live?.run === run) set({ live: null });
				if (documentId) await reload(host, documentId);
			});
		},
		noteEvaluation: (run, evaluation) =>
			set(({ runs }) => ({ runs: runs?.map((summary) => (summary.id === run ? { ...summary, evaluation } : summary)) ?? null })),
		show: (run) => {
			useViewStore.getState().set({ run });
			set(({ slots }) => ({ slots: showRun(slots, run) }));
		},
		toggleCompared: (run) => set(({ slots }) => ({ slots: toggleSlot(slots, run, useViewStore.getState().run) })),
		dismissProblem: () => set({ problem: null }),
	};
});

function isUnderWay(run: RunSummary): boolean {
	return run.status === 'running' || run.status === 'queued';
}

/** A run is under way, so the network and its settings are locked. */
export function isTraining(state: Pick<TrainingState, 'live'>): boolean {
	return state.live !== null && state.live.phase !== 'ended';
}

export function useIsTraining(): boolean {
	return useTrainingStore(isTraining);
}

/** A listed run brought up to date with the events that have come since it was listed. */
export function withLive(summary: RunSummary, live: LiveRun | null): RunSummary {
	if (!live || live.run !== summary.id) return summary;
	const advice = live.advice.length > 0 ? [...live.advice] : summary.advice;
	const bestEpoch = findBestEpoch(live.results)?.epoch ?? summary.bestEpoch;
	if (!live.end) return { ...summary, status: live.started ? 'running' : summary.status, epochs: [...live.results], bestEpoch, advice };
	const { status, reason, evaluation } = live.end;
	return {
		...summary,
		status,
		reason,
		evaluation: evaluation ?? summary.evaluation,
		epochs: [...live.results],
		bestEpoch,
		advice,
	};
}

/** The run that curves, test and export are about, brought up to date with its live events. */
export function useShownRun(): RunSummary | null {
	const shown = useViewStore((state) => state.run);
	const summary = useTrainingStore((state) => state.runs?.find((run) => run.id === shown) ?? null);
	const live = useTrainingStore((state) => (state.live?.run === shown ? state.live : null));
	return summary ? withLive(summary, live) : null;
}
