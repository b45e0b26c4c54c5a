import { useMemo } from 'react';
import { type Message, message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useCanEdit } from '../inspector/useCanEdit.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { EmptyNote } from '../ui/PanelSection.tsx';
import styles from './HistoryTab.module.css';

/** Every step since the document was opened, newest first; a click goes there and forgets nothing. */
export function HistoryTab() {
	const { t, format } = useText();
	const past = useDocumentStore((state) => state.past);
	const future = useDocumentStore((state) => state.future);
	const canEdit = useCanEdit();
	const now = past.length;
	const labels = useMemo<readonly Message[]>(
		() => [message('history.opened'), ...past.map((step) => step.label), ...future.map((step) => step.label).reverse()],
		[past, future],
	);
	if (labels.length === 1) return <EmptyNote title={t('history.empty.title')} text={t('history.empty.text')} />;
	return (
		<ol className={styles.steps} reversed>
			{labels
				.map((label, steps) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the history.
					<li key={steps}>
						<button
							type="button"
							className={styles.step}
							data-undone={steps > now || undefined}
							aria-current={steps === now ? 'step' : undefined}
							disabled={!canEdit}
							onClick={() => useDocumentStore.getState().jumpTo(steps)}
						>
							<span className={styles.mark}>{steps === now && <Icon name="right" size={12} />}</span>
							<span className={styles.number}>{steps}</span>
							{format.text(label)}
							{steps > now && <span className={styles.undone}>{t('history.undone')}</span>}
						</button>
					</li>
				))
				.reverse()}
		</ol>
	);
}
