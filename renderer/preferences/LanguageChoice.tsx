import { Button, FileButton, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { bundledLanguages } from '#shared/text/languages.ts';
import { reportProblem } from '../host/report.ts';
import { type Host, useHost } from '../host.ts';
import { systemLanguage } from '../text/language.ts';
import { useText } from '../text/useText.ts';
import styles from './PreferencesDialog.module.css';
import { changePreferences, usePreferencesStore } from './preferencesStore.ts';

const FOLLOWS_SYSTEM = '';

type AddedLanguage = Awaited<ReturnType<Host['languages']['list']>>[number];

/** The languages, each named in its own words, so that one is found again from any other; and a file that adds one. */
export function LanguageChoice({ label }: { readonly label: string }) {
	const { t, format } = useText();
	const host = useHost();
	const value = usePreferencesStore((state) => state.language);
	const [added, setAdded] = useState<readonly AddedLanguage[]>([]);
	const resetFile = useRef<() => void>(null);
	useEffect(() => {
		host.languages.list().then(setAdded, reportProblem);
	}, [host]);
	const choose = (language: string | null): void => void changePreferences(host, { language });
	const add = async (file: File | null): Promise<void> => {
		if (!file) return;
		resetFile.current?.();
		try {
			const { code, name, total, missing } = await host.languages.add({ text: await file.text() });
			setAdded(await host.languages.list());
			choose(code);
			notifications.show({ message: t('language.added', { name, count: total - missing, total }) });
		} catch (error) {
			reportProblem(error, 'language.problem.title');
		}
	};
	const followed = bundledLanguages.find(({ code }) => code === systemLanguage())?.name ?? '';
	const share = ({ name, total, missing }: AddedLanguage): string =>
		missing === 0 ? name : t('preferences.language.partly', { name, share: format.percent((total - missing) / total, 0) });
	return (
		<div className={styles.language}>
			<NativeSelect
				aria-label={label}
				value={value ?? FOLLOWS_SYSTEM}
				data={[
					{ value: FOLLOWS_SYSTEM, label: t('preferences.language.system', { name: followed }) },
					...bundledLanguages.map(({ code, name }) => ({ value: code, label: name })),
					...added.map((language) => ({ value: language.code, label: share(language) })),
				]}
				onChange={({ currentTarget }) => choose(currentTarget.value === FOLLOWS_SYSTEM ? null : currentTarget.value)}
			/>
			<FileButton accept=".json,application/json" resetRef={resetFile} onChange={(file) => void add(file)}>
				{(props) => (
					<Button {...props} variant="subtle" size="compact-sm">
						{t('preferences.language.add')}
					</Button>
				)}
			</FileButton>
		</div>
	);
}
