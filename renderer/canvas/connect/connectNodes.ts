import { notifications } from '@mantine/notifications';
import type { GraphDocument, GraphEdge } from '#shared/graph/document.ts';
import { rewire } from '#shared/graph/groupWires.ts';
import { isSameEdge } from '#shared/graph/query.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { nameOf } from '../groups/nameOf.ts';
import { sceneOf } from '../groups/sceneNow.ts';
import type { PortVerdict } from './verdicts.ts';
import { wordVerdict } from './verdictText.ts';

/** Makes the wires that were judged, in place of `replaced` if an end of those was moved; what cannot exist is answered with its reason. */
export function connectNodes({ edges, instead, takes: count, verdict }: PortVerdict, replaced: readonly GraphEdge[] = []): void {
	const { document, edit } = useDocumentStore.getState();
	if (!document) return;
	const format = currentFormatter();
	if (verdict.verdict === 'refused') {
		const reason = format.text(verdict.reason);
		notifications.show({ message: reason, color: 'var(--text-3)', autoClose: 6000 });
		announce(reason);
		return;
	}
	const [first] = edges;
	const isAsBefore = edges.length === replaced.length && edges.every((edge) => replaced.some((old) => isSameEdge(edge, old)));
	if (!first || isAsBefore) return;
	const names = namesOf(document, first);
	edit(rewire(document, { edges, instead: [...instead, ...replaced] }), { label: message('history.connect', { ...names, count }) });
	announce(format.text(message('announce.connected', { ...names, count, verdict: wordVerdict(format, verdict) })));
}

/** Takes a wire away, all that it stands for in the document. */
export function unplug(edges: readonly GraphEdge[]): void {
	const label = message('history.disconnect');
	useDocumentStore.getState().edit(
		edges.map((edge) => ({ kind: 'disconnect', edge })),
		{ label },
	);
	announce(currentFormatter().text(label));
}

/** What one reads at the ends of the wire: names of layers, of folded groups where these hide them. */
function namesOf(document: GraphDocument, { source, target }: GraphEdge): { readonly source: string; readonly target: string } {
	const scene = sceneOf(document);
	return { source: nameOf(document, scene.cardOf(source) || source), target: nameOf(document, scene.cardOf(target) || target) };
}
