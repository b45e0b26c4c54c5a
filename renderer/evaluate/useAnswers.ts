import { useCallback, useEffect, useState } from 'react';
import type { Message } from '#shared/text/message.ts';
import { type Host, useHost } from '../host.ts';
import { isAbort, problemOf } from '../hostProblem.ts';
import type { WirePixels } from '../ui/pixels.ts';
import type { AnswerFilter, Cell } from './evaluateStore.ts';

export interface ShownAnswer {
	readonly index: number;
	readonly label: number;
	readonly answer: number;
	readonly probability: number;
	readonly pixels: WirePixels;
}

export interface Answers {
	readonly answers: readonly ShownAnswer[];
	/** How many there are of this kind; `null` where only looking through all of them would tell. */
	readonly total: number | null;
	readonly isLoading: boolean;
	readonly hasMore: boolean;
	readonly problem: Message | null;
	readonly more: () => void;
}

const PAGE = 60;
/** The contract's largest page, for looking through many. */
const LONG_PAGE = 200;

interface Loaded {
	readonly of: string;
	readonly answers: readonly ShownAnswer[];
	/** Where the next page begins. */
	readonly offset: number;
	readonly total: number | null;
	readonly isDone: boolean;
	readonly problem: Message | null;
}

/** Test images and what a run's network answers, page by page. */
export function useAnswers(run: string, filter: AnswerFilter): Answers {
	const host = useHost();
	const key = `${run} ${JSON.stringify(filter)}`;
	const [wanted, setWanted] = useState({ of: key, count: PAGE });
	const [loaded, setLoaded] = useState<Loaded>(() => nothing(key));
	const count = wanted.of === key ? wanted.count : PAGE;
	const current = loaded.of === key ? loaded : nothing(key);
	const isLoading = !current.isDone && current.problem === null && current.answers.length < count;
	const { offset } = current;
	useEffect(() => {
		if (!isLoading) return;
		const controller = new AbortController();
		readPage(host, run, filter, offset, controller.signal).then(
			(page) =>
				setLoaded((before) => {
					const base = before.of === key ? before : nothing(key);
					// A page that was asked for twice is taken once.
					return base.offset === offset ? { ...base, ...page, answers: [...base.answers, ...page.answers] } : base;
				}),
			(error: unknown) => {
				if (!controller.signal.aborted && !isAbort(error)) setLoaded({ ...nothing(key), problem: problemOf(error) });
			},
		);
		return () => controller.abort();
	}, [host, run, filter, key, offset, isLoading]);
	const more = useCallback(() => setWanted({ of: key, count: count + PAGE }), [key, count]);
	return { answers: current.answers, total: current.total, isLoading, hasMore: !current.isDone, problem: current.problem, more };
}

function nothing(key: string): Loaded {
	return { of: key, answers: [], offset: 0, total: null, isDone: false, problem: null };
}

async function readPage(
	host: Host,
	run: string,
	filter: AnswerFilter,
	offset: number,
	signal: AbortSignal,
): Promise<Pick<Loaded, 'answers' | 'offset' | 'total' | 'isDone'>> {
	const isCell = typeof filter === 'object';
	const only = isCell ? (filter.label === filter.answer ? 'all' : 'wrong') : filter;
	const count = isCell ? LONG_PAGE : PAGE;
	const { total, answers } = await host.runs.answers({ run, offset, count, only }, { signal });
	const next = offset + answers.length;
	return {
		answers: isCell ? answers.filter((answer) => isOfCell(answer, filter)) : answers,
		offset: next,
		total: isCell ? null : total,
		isDone: next >= total || answers.length === 0,
	};
}

function isOfCell(answer: ShownAnswer, cell: Cell): boolean {
	return answer.label === cell.label && answer.answer === cell.answer;
}
