import type { GraphNode } from '#shared/graph/document.ts';
import { findNode } from '#shared/graph/query.ts';
import type { NodeInference } from '#shared/inference/inference.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useText } from '../../text/useText.ts';

/** What a screen reader says of a card: name, kind, state with the numbers, marks. */
export function useNodeLabel(node: GraphNode, facts: NodeInference | null): { readonly role: string; readonly text: string } {
	const { t, format } = useText();
	const waitsFor = useDocumentStore((state) =>
		state.document && facts?.waitsFor ? findNode(state.document, facts.waitsFor)?.name : undefined,
	);
	const marks = (['muted', 'frozen', 'pinned'] as const).filter((mark) => node[mark]).map((mark) => t(`canvas.node.${mark}`));
	return {
		role: t('canvas.node.roledescription'),
		text: [t('canvas.node.label', { name: node.name, kind: t(`layer.${node.kind}.title`), status: status() }), ...marks].join(', '),
	};

	function status(): string {
		const problem = facts?.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
		if (facts?.status === 'error' && problem) return t('canvas.node.error', { problem: problem.title });
		if (facts?.status === 'blocked' && waitsFor !== undefined) return t('canvas.node.blocked', { name: waitsFor });
		if (facts?.status === 'unconnected') return t('canvas.node.unconnected');
		if (!facts?.output) return t('canvas.node.unknown');
		const weights = t('canvas.node.weights', { count: facts.weightCount, formatted: format.count(facts.weightCount) });
		return t('canvas.node.fine', { shape: facts.output, weights });
	}
}
