import type { Verdict } from '#shared/graph/connect.ts';
import { isAsked, useConnectStore } from './connectStore.ts';
import { bestVerdict } from './verdicts.ts';

/** What a card shows while a wire is drawn: what would come of letting go there, and the marks that make it glow or fade. */
export function useVerdict(card: string): {
	readonly verdict: Verdict | null;
	readonly marks: { readonly 'data-verdict': Verdict['verdict'] | undefined; readonly 'data-aimed': true | undefined };
} {
	const isShown = useConnectStore((state) => isAsked(state, card));
	const answers = useConnectStore((state) => (isShown ? state.verdicts?.get(card) : undefined));
	const isAimedAt = useConnectStore((state) => isShown && state.over === card);
	const verdict = bestVerdict(answers)?.verdict ?? null;
	return {
		verdict,
		marks: { 'data-verdict': isShown ? (verdict?.verdict ?? 'refused') : undefined, 'data-aimed': isAimedAt || undefined },
	};
}
