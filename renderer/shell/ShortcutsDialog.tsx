import { Modal } from '@mantine/core';
import type { ActionGroup } from '../actions/action.ts';
import { keyCaps } from '../actions/keyText.ts';
import { actions } from '../actions/registry.ts';
import { useText } from '../text/useText.ts';
import { useViewStore } from '../view/viewStore.ts';
import styles from './ShortcutsDialog.module.css';

const groups: readonly ActionGroup[] = ['file', 'edit', 'add', 'network', 'view', 'train', 'help'];

/** Every shortcut, by what it is about. */
export function ShortcutsDialog() {
	const { t } = useText();
	const set = useViewStore((state) => state.set);
	return (
		<Modal
			opened
			onClose={() => set({ dialog: null })}
			size={760}
			title={t('shortcuts.title')}
			closeButtonProps={{ 'aria-label': t('dialog.close') }}
			centered
		>
			<div className={styles.columns}>
				{groups.map((group) => (
					<section key={group} className={styles.group}>
						<h3>{t(`action.group.${group}`)}</h3>
						<dl>
							{actions
								.filter((action) => action.group === group && action.keys)
								.map((action) => (
									<div key={action.name} className={styles.line}>
										<dt>{t(`action.${action.name}.label`)}</dt>
										<dd>
											{keyCaps(action.keys?.[0] ?? '').map((cap) => (
												<kbd key={cap}>{cap}</kbd>
											))}
										</dd>
									</div>
								))}
						</dl>
					</section>
				))}
				<section className={styles.group}>
					<h3>{t('shortcuts.canvas')}</h3>
					<dl>
						{(['move', 'inspect', 'next', 'pan'] as const).map((name) => (
							<div key={name} className={styles.line}>
								<dt>{t(`shortcuts.canvas.${name}`)}</dt>
								<dd>
									<kbd>{t(`shortcuts.canvas.${name}.key`)}</kbd>
								</dd>
							</div>
						))}
					</dl>
				</section>
			</div>
		</Modal>
	);
}
