import { Button, CloseButton } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { openDocument } from '../actions/openDocument.ts';
import { useRunAction } from '../actions/useAction.ts';
import { openDocumentAt } from '../document/documentFiles.ts';
import { reportProblem } from '../host/report.ts';
import { type Host, useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { dayWord } from './dayWord.ts';
import styles from './StartPage.module.css';

type RecentFile = Awaited<ReturnType<Host['documents']['recent']>>[number];

/** What was open before, newest first, and the way to any other file. */
export function RecentFiles() {
	const { t } = useText();
	const host = useHost();
	const run = useRunAction();
	const [files, setFiles] = useState<readonly RecentFile[] | null>(null);
	const load = useCallback(() => host.documents.recent().then(setFiles, reportProblem), [host]);
	useEffect(() => {
		void load();
	}, [load]);
	const open = (file: RecentFile): void => {
		// A file that went missing in the meantime is marked after the reason was told.
		openDocumentAt(host, file.path).catch((error: unknown) => {
			reportProblem(error);
			return load();
		});
	};
	const remove = (file: RecentFile): void => {
		host.documents.removeRecent({ path: file.path }).then(load, reportProblem);
	};
	return (
		<section className={styles.recent} aria-labelledby="start-recent">
			<header className={styles.head}>
				<h2 id="start-recent">{t('start.recent')}</h2>
				<Button variant="default" size="xs" h={28} leftSection={<Icon name="file" size={14} />} onClick={() => run(openDocument)}>
					{t('start.open')}
				</Button>
			</header>
			{files?.length === 0 && <p className={styles.none}>{t('start.recent.none')}</p>}
			<ul className={styles.files} aria-busy={files === null}>
				{files?.map((file) => (
					<li key={file.path}>
						<FileRow file={file} onOpen={() => open(file)} onRemove={() => remove(file)} />
					</li>
				))}
			</ul>
		</section>
	);
}

interface FileRowProps {
	readonly file: RecentFile;
	readonly onOpen: () => void;
	readonly onRemove: () => void;
}

function FileRow({ file, onOpen, onRemove }: FileRowProps) {
	const { t, format } = useText();
	const { name, path, openedAt, weights, isMissing } = file;
	return (
		<div className={styles.file} data-missing={isMissing || undefined}>
			<button type="button" className={styles.open} title={path} disabled={isMissing} onClick={onOpen}>
				<span className={styles.icon}>
					<Icon name={isMissing ? 'no' : 'file'} />
				</span>
				<span className={styles.name}>
					<b>{name}</b>
					<span>
						{isMissing
							? t('start.recent.missing')
							: weights === null
								? path
								: t('start.recent.weights', { weights: format.count(weights) })}
					</span>
				</span>
				<span className={styles.when}>{dayWord(openedAt, new Date(), format.locale)}</span>
			</button>
			<CloseButton className={styles.remove} size={24} iconSize={14} aria-label={t('start.recent.remove', { name })} onClick={onRemove} />
		</div>
	);
}
