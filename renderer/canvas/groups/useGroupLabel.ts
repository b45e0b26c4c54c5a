import type { GraphGroup } from '#shared/graph/document.ts';
import { findNode } from '#shared/graph/query.ts';
import type { GroupFacts } from '#shared/inference/groupFacts.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useText } from '../../text/useText.ts';

/** What a screen reader says of a group: name, number of layers and copies, state with the numbers, marks. */
export function useGroupLabel(group: GraphGroup, facts: GroupFacts | null): { readonly role: string; readonly text: string } {
	const { t, format } = useText();
	const waitsFor = useDocumentStore((state) =>
		state.document && facts?.waitsFor ? findNode(state.document, facts.waitsFor)?.name : undefined,
	);
	const marks = (['muted', 'frozen'] as const).filter((mark) => group[mark]).map((mark) => t(`canvas.node.${mark}`));
	const layers = t('group.layers', { count: facts?.members.length ?? 0 });
	return {
		role: t('group.roledescription'),
		text: [t('group.label', { name: group.name, layers, repeat: group.repeat, status: status() }), ...marks].join(', '),
	};

	function status(): string {
		const problem = facts?.diagnostics.find(({ severity }) => severity === 'error');
		if (facts?.status === 'error' && problem) return t('canvas.node.error', { problem: problem.title });
		if (facts?.status === 'blocked' && waitsFor !== undefined) return t('canvas.node.blocked', { name: waitsFor });
		if (facts?.status === 'unconnected') return t('canvas.node.unconnected');
		const output = facts?.outputs[0];
		if (!facts || !output) return t('canvas.node.unknown');
		const weights = t('canvas.node.weights', { count: facts.weightCount, formatted: format.count(facts.weightCount) });
		return t('canvas.node.fine', { shape: output, weights });
	}
}
