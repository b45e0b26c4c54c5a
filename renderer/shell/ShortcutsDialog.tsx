import { Button, Modal } from '@mantine/core';
import { actionGroups } from '../actions/action.ts';
import { chooseKeys } from '../actions/keymap.ts';
import { actions } from '../actions/registry.ts';
import { useHost } from '../host.ts';
import { usePreferencesStore } from '../preferences/preferencesStore.ts';
import { useText } from '../text/useText.ts';
import { useViewStore } from '../view/viewStore.ts';
import { ShortcutRow } from './ShortcutRow.tsx';
import styles from './ShortcutsDialog.module.css';

/** Every command with its shortcut, by what it is about; the keys can be changed here. */
export function ShortcutsDialog() {
	const { t } = useText();
	const host = useHost();
	const hasChoices = usePreferencesStore((state) => Object.keys(state.keys).length > 0);
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
			<div className={styles.head}>
				<p>{t('shortcuts.lead')}</p>
				<Button variant="default" disabled={!hasChoices} onClick={() => void chooseKeys(host, {})}>
					{t('shortcuts.resetAll')}
				</Button>
			</div>
			<div className={styles.columns}>
				{actionGroups.map((group) => (
					<section key={group} className={styles.group}>
						<h3>{t(`action.group.${group}`)}</h3>
						<ul>
							{actions
								.filter((action) => action.group === group)
								.map((action) => (
									<ShortcutRow key={action.name} action={action} />
								))}
						</ul>
					</section>
				))}
				<section className={styles.group}>
					<h3>{t('shortcuts.canvas')}</h3>
					<dl>
						{(['inspect', 'next', 'pan', 'onWire', 'branch', 'branchWire', 'scrub'] as const).map((name) => (
							<div key={name} className={styles.line}>
								<dt>{t(`shortcuts.canvas.${name}`)}</dt>
								<dd className={styles.value}>
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
