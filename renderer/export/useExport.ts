import { useEffect, useRef, useState } from 'react';
import type { Message } from '#shared/text/message.ts';
import { type Host, useHost } from '../host.ts';
import { asMessage, isAbort, problemOf } from '../hostProblem.ts';

type ExportStream = Awaited<ReturnType<Host['export']['run']>>;
type ExportEvent = ExportStream extends AsyncIterable<infer Event> ? Event : never;
export type ExportResult = Extract<ExportEvent, { readonly kind: 'done' }>;

export type ExportState =
	| { readonly kind: 'idle' }
	| { readonly kind: 'running'; readonly stage: Message | null; readonly share: number }
	/** An earlier export lies in the folder: replace it? */
	| { readonly kind: 'asksReplace' }
	| { readonly kind: 'refused'; readonly problem: Message }
	| { readonly kind: 'done'; readonly result: ExportResult };

export interface ExportRequest {
	readonly run: string;
	readonly target: string;
	readonly directory: string;
}

const EXISTS = 'exporting.problem.exists';

/** Runs one export at a time; leaving the dialog or `stop` ends it and nothing is left behind. */
export function useExport(): {
	readonly state: ExportState;
	readonly start: (request: ExportRequest, overwrite: boolean) => void;
	readonly stop: () => void;
	readonly reset: () => void;
} {
	const host = useHost();
	const [state, setState] = useState<ExportState>({ kind: 'idle' });
	const controller = useRef<AbortController | null>(null);
	useEffect(() => () => controller.current?.abort(), []);
	const run = async (request: ExportRequest, overwrite: boolean, signal: AbortSignal): Promise<void> => {
		try {
			for await (const event of await host.export.run({ ...request, overwrite }, { signal })) {
				if (signal.aborted) return;
				setState(
					event.kind === 'done' ? { kind: 'done', result: event } : { kind: 'running', stage: asMessage(event.stage), share: event.share },
				);
			}
		} catch (error) {
			if (signal.aborted || isAbort(error)) return;
			const problem = problemOf(error);
			setState(problem.id === EXISTS ? { kind: 'asksReplace' } : { kind: 'refused', problem });
		}
	};
	return {
		state,
		start: (request, overwrite) => {
			controller.current?.abort();
			controller.current = new AbortController();
			setState({ kind: 'running', stage: null, share: 0 });
			void run(request, overwrite, controller.current.signal);
		},
		stop: () => {
			controller.current?.abort();
			setState({ kind: 'idle' });
		},
		reset: () => setState({ kind: 'idle' }),
	};
}
