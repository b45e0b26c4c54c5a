import type { GraphGroup, GraphNode } from '#shared/graph/document.ts';
import type { Edit } from '#shared/graph/edit.ts';
import { message } from '#shared/text/message.ts';
import { useText } from '../text/useText.ts';
import { useDocumentStore } from './documentStore.ts';

export type Named = { readonly kind: 'layer'; readonly node: GraphNode } | { readonly kind: 'group'; readonly group: GraphGroup };

interface Naming {
	readonly label: string;
	readonly name: string;
	readonly refuse: (name: string) => string | null;
	readonly onTake: (name: string) => void;
}

/** What a layer or a group may be called: layers are told apart by their names in every export, groups in messages. */
export function useNaming(thing: Named): Naming {
	const { t } = useText();
	const { id, name: before } = thing.kind === 'layer' ? thing.node : thing.group;
	const isLayer = thing.kind === 'layer';
	return {
		label: t(isLayer ? 'inspector.name.label' : 'group.name'),
		name: before,
		refuse: (name) => {
			if (name === '') return t(isLayer ? 'inspector.name.empty' : 'group.name.empty');
			const { document } = useDocumentStore.getState();
			const others: readonly { readonly id: string; readonly name: string }[] = (isLayer ? document?.nodes : document?.groups) ?? [];
			const isTaken = others.some((other) => other.id !== id && other.name === name);
			return isTaken ? t(isLayer ? 'inspector.name.taken' : 'group.name.taken', { name }) : null;
		},
		onTake: (name) => {
			const edit: Edit = isLayer ? { kind: 'setNode', node: id, changes: { name } } : { kind: 'setGroup', group: id, changes: { name } };
			useDocumentStore.getState().edit([edit], { label: message('history.rename', { before, after: name }) });
		},
	};
}
