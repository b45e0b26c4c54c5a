import { Tooltip } from '@mantine/core';
import { useState } from 'react';
import { message } from '#shared/text/message.ts';
import { hasUnsavedChanges, useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import styles from './TopBar.module.css';

/** The document's name, renamed in place, and whether it is in its file. */
export function DocumentName() {
	const { t } = useText();
	const name = useDocumentStore((state) => state.document?.name ?? '');
	const path = useDocumentStore((state) => state.path);
	const isUnsaved = useDocumentStore(hasUnsavedChanges);
	const edit = useDocumentStore((state) => state.edit);
	const [draft, setDraft] = useState<string | null>(null);
	const state = isUnsaved ? (path === null ? 'draft' : 'edited') : 'saved';
	const finish = (): void => {
		const next = draft?.trim();
		setDraft(null);
		if (next && next !== name) edit([{ kind: 'renameDocument', name: next }], { label: message('history.renameDocument', { name: next }) });
	};
	return (
		<div className={styles.document}>
			<input
				className={styles.name}
				aria-label={t('shell.documentName')}
				value={draft ?? name}
				size={Math.max(6, (draft ?? name).length)}
				maxLength={120}
				spellCheck={false}
				onFocus={() => setDraft(name)}
				onChange={(event) => setDraft(event.currentTarget.value)}
				onBlur={finish}
				onKeyDown={(event) => {
					if (event.key === 'Enter') event.currentTarget.blur();
					if (event.key === 'Escape') {
						setDraft(null);
						requestAnimationFrame(() => (globalThis.document.activeElement as HTMLElement | null)?.blur());
					}
				}}
			/>
			<Tooltip label={t(`shell.saved.${state}.help`, { path: path ?? '' })} multiline maw={320} openDelay={300}>
				<small className={styles.saved} role="status">
					{t(`shell.saved.${state}`)}
				</small>
			</Tooltip>
		</div>
	);
}
