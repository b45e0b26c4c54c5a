import { notifications } from '@mantine/notifications';
import { findNode } from '#shared/graph/query.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import type { PortVerdict } from './connectStore.ts';
import { wordVerdict } from './verdictText.ts';

/** Makes the wire that was judged, as one step; one that cannot exist is answered with its reason. */
export function connectNodes({ edge, verdict }: PortVerdict): void {
	const { document, edit } = useDocumentStore.getState();
	if (!document) return;
	const format = currentFormatter();
	if (verdict.verdict === 'refused') {
		const reason = format.text(verdict.reason);
		notifications.show({ message: reason, color: 'var(--text-3)', autoClose: 6000 });
		announce(reason);
		return;
	}
	const names = { source: findNode(document, edge.source)?.name ?? '', target: findNode(document, edge.target)?.name ?? '' };
	edit([{ kind: 'connect', edge }], { label: message('history.connect', names) });
	announce(format.text(message('announce.connected', { ...names, verdict: wordVerdict(format, verdict) })));
}
