import { Button, Modal, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { defaultPreferences, type Preferences, themes } from '#shared/preferences/preferences.ts';
import { useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { useViewStore } from '../view/viewStore.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import styles from './PreferencesDialog.module.css';
import { changePreferences, usePreferencesStore } from './preferencesStore.ts';

/** The shortcuts have a way back of their own, where they are seen. */
const { keys: _, ...shownDefaults } = defaultPreferences;

/** What the person chose for the program as a whole; every change holds at once. */
export function PreferencesDialog() {
	const { t } = useText();
	const host = useHost();
	const set = useViewStore((state) => state.set);
	return (
		<Modal
			opened
			centered
			size={560}
			title={t('preferences.title')}
			closeButtonProps={{ 'aria-label': t('dialog.close') }}
			onClose={() => set({ dialog: null })}
		>
			<div className={styles.rows}>
				<Row label={t('preferences.language')} help={t('preferences.language.help')}>
					<LanguageChoice label={t('preferences.language')} />
				</Row>
				<Choice name="theme" options={themes} />
				<Choice name="contrast" options={['auto', 'more']} />
				<Choice name="motion" options={['auto', 'reduced']} />
				<Row label={t('preferences.keys')} help={t('preferences.keys.help')}>
					<Button variant="default" onClick={() => set({ dialog: 'shortcuts' })}>
						{t('preferences.keys.change')}
					</Button>
				</Row>
			</div>
			<footer className={styles.foot}>
				<Button variant="default" h={32} onClick={() => void changePreferences(host, shownDefaults)}>
					{t('preferences.reset')}
				</Button>
				<span className={styles.hint}>{t('preferences.where')}</span>
				<Button h={32} onClick={() => set({ dialog: null })}>
					{t('preferences.done')}
				</Button>
			</footer>
		</Modal>
	);
}

interface RowProps {
	readonly label: string;
	readonly help: string;
	readonly labelId?: string;
	readonly children: ReactNode;
}

/** One preference: what it is called, what it does, and its control. */
function Row({ label, help, labelId, children }: RowProps) {
	return (
		<div className={styles.row}>
			<div className={styles.words}>
				<span id={labelId} className={styles.label}>
					{label}
				</span>
				<span className={styles.help}>{help}</span>
			</div>
			{children}
		</div>
	);
}

type ChoiceName = 'theme' | 'contrast' | 'motion';

interface ChoiceProps<Name extends ChoiceName> {
	readonly name: Name;
	readonly options: readonly Preferences[Name][];
}

/** A preference with a few values, side by side. */
function Choice<Name extends ChoiceName>({ name, options }: ChoiceProps<Name>) {
	const { t } = useText();
	const host = useHost();
	const value = usePreferencesStore((state) => state[name]);
	const labelId = `preference-${name}`;
	return (
		<Row label={t(`preferences.${name}`)} help={t(`preferences.${name}.help`)} labelId={labelId}>
			<SegmentedControl<Preferences[Name]>
				aria-labelledby={labelId}
				value={value}
				data={options.map((option) => ({ value: option, label: t(`preferences.${name}.${option}`) }))}
				onChange={(chosen) => void changePreferences(host, { [name]: chosen })}
			/>
		</Row>
	);
}
