import { notifications } from '@mantine/notifications';
import type { GraphDocument, GraphEdge } from '#shared/graph/document.ts';
import type { Edit } from '#shared/graph/edit.ts';
import { findNode, isSameEdge } from '#shared/graph/query.ts';
import { type Message, message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import type { PortVerdict } from './verdicts.ts';
import { wordVerdict } from './verdictText.ts';

/** Makes the wires that were judged, in place of `replaced` if one end of that was moved; what cannot exist is answered with its reason. */
export function connectNodes({ edges, verdict }: PortVerdict, replaced: GraphEdge | null = null): void {
	const { document, edit } = useDocumentStore.getState();
	const [first] = edges;
	if (!document || !first) return;
	const format = currentFormatter();
	if (verdict.verdict === 'refused') {
		const reason = format.text(verdict.reason);
		notifications.show({ message: reason, color: 'var(--text-3)', autoClose: 6000 });
		announce(reason);
		return;
	}
	if (replaced && isSameEdge(first, replaced)) return;
	edit(editsFor(document, edges, replaced), { label: labelFor(document, edges) });
	const names = namesOf(document, first);
	announce(format.text(message('announce.connected', { ...names, count: edges.length, verdict: wordVerdict(format, verdict) })));
}

/** Takes a wire away whose end was let go on empty canvas. */
export function unplug(edge: GraphEdge): void {
	const label = message('history.disconnect');
	useDocumentStore.getState().edit([{ kind: 'disconnect', edge }], { label });
	announce(currentFormatter().text(label));
}

/** A wire that keeps its end keeps its place among the wires there. */
function editsFor(document: GraphDocument, edges: readonly GraphEdge[], replaced: GraphEdge | null): readonly Edit[] {
	const wires: readonly Edit[] = edges.map((edge) => ({ kind: 'connect', edge }));
	if (!replaced) return wires;
	const [edge] = edges;
	const siblings = document.edges.filter((other) => other.target === replaced.target && other.targetPort === replaced.targetPort);
	const keepsEnd = edge?.target === replaced.target && edge.targetPort === replaced.targetPort;
	return [
		{ kind: 'disconnect', edge: replaced },
		...(keepsEnd ? [{ kind: 'connect', edge, at: siblings.findIndex((other) => isSameEdge(other, replaced)) } as const] : wires),
	];
}

function labelFor(document: GraphDocument, edges: readonly GraphEdge[]): Message {
	const [first] = edges;
	return message('history.connect', { ...(first ? namesOf(document, first) : {}), count: edges.length });
}

function namesOf(document: GraphDocument, { source, target }: GraphEdge): { readonly source: string; readonly target: string } {
	return { source: findNode(document, source)?.name ?? '', target: findNode(document, target)?.name ?? '' };
}
