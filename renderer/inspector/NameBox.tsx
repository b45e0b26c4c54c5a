import { useId, useState } from 'react';
import type { GraphNode } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import styles from './LayerHeader.module.css';
import { useCanEdit } from './useCanEdit.ts';

/** A layer's name, changed in place: Enter or leaving takes it, Escape gives it up. Empty and taken names are refused. */
export function NameBox({ node }: { readonly node: GraphNode }) {
	const { t } = useText();
	const canEdit = useCanEdit();
	const [draft, setDraft] = useState<string | null>(null);
	const id = useId();
	const isTaken = useDocumentStore(
		({ document }) => draft !== null && (document?.nodes.some((other) => other.id !== node.id && other.name === draft.trim()) ?? false),
	);
	const isEmpty = draft !== null && draft.trim() === '';
	const problem = isTaken ? t('inspector.name.taken', { name: draft?.trim() ?? '' }) : isEmpty ? t('inspector.name.empty') : null;
	const take = (): void => {
		const name = draft?.trim();
		setDraft(null);
		if (problem !== null || name === undefined || name === node.name) return;
		useDocumentStore.getState().edit([{ kind: 'setNode', node: node.id, changes: { name } }], {
			label: message('history.rename', { before: node.name, after: name }),
		});
	};
	return (
		<>
			<input
				className={styles.name}
				type="text"
				aria-label={t('inspector.name.label')}
				aria-invalid={problem !== null}
				aria-describedby={problem === null ? undefined : id}
				maxLength={80}
				spellCheck={false}
				autoComplete="off"
				disabled={!canEdit}
				value={draft ?? node.name}
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
