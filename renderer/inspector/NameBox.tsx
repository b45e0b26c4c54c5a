import { useId, useState } from 'react';
import type { GraphGroup, GraphNode } from '#shared/graph/document.ts';
import type { Edit } from '#shared/graph/edit.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import styles from './LayerHeader.module.css';
import { useCanEdit } from './useCanEdit.ts';

type Named = { readonly kind: 'layer'; readonly node: GraphNode } | { readonly kind: 'group'; readonly group: GraphGroup };

/** The name of a layer or group, changed in place: Enter or leaving takes it, Escape gives it up. Empty and taken names are refused. */
export function NameBox({ thing }: { readonly thing: Named }) {
	const { id: ownId, name: before } = thing.kind === 'layer' ? thing.node : thing.group;
	const { t } = useText();
	const canEdit = useCanEdit();
	const [draft, setDraft] = useState<string | null>(null);
	const id = useId();
	const isTaken = useDocumentStore(
		({ document }) =>
			draft !== null &&
			((thing.kind === 'layer' ? document?.nodes : document?.groups)?.some((other) => other.id !== ownId && other.name === draft.trim()) ??
				false),
	);
	const isEmpty = draft !== null && draft.trim() === '';
	const problem = isTaken
		? t(thing.kind === 'layer' ? 'inspector.name.taken' : 'group.name.taken', { name: draft?.trim() ?? '' })
		: isEmpty
			? t(thing.kind === 'layer' ? 'inspector.name.empty' : 'group.name.empty')
			: null;
	const take = (): void => {
		const name = draft?.trim();
		setDraft(null);
		if (problem !== null || name === undefined || name === before) return;
		const changes = { name };
		const edit: Edit = thing.kind === 'layer' ? { kind: 'setNode', node: ownId, changes } : { kind: 'setGroup', group: ownId, changes };
		useDocumentStore.getState().edit([edit], { label: message('history.rename', { before, after: name }) });
	};
	return (
		<>
			<input
				className={styles.name}
				type="text"
				aria-label={t(thing.kind === 'layer' ? 'inspector.name.label' : 'group.name')}
				aria-invalid={problem !== null}
				aria-describedby={problem === null ? undefined : id}
				maxLength={80}
				spellCheck={false}
				autoComplete="off"
				disabled={!canEdit}
				value={draft ?? before}
				onChange={(event) => setDraft(event.currentTarget.value)}
				onBlur={take}
				onKeyDown={(event) => {
					if (event.key === 'Enter') event.currentTarget.blur();
					if (event.key === 'Escape') {
						event.stopPropagation();
						setDraft(null);
					}
				}}
			/>
			{problem !== null && (
				<p id={id} className={styles.problem} role="alert">
					{problem}
				</p>
			)}
		</>
	);
}
