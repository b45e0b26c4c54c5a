import { Button, Group, Modal, ScrollArea, TextInput, UnstyledButton } from '@mantine/core';
import { Suspense, use, useState } from 'react';
import { useHost } from '../host.ts';
import { problemOf } from '../hostProblem.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { shownFor } from './choosePath.ts';
import type { DialogQuestion } from './dialogStore.ts';
import styles from './PathDialog.module.css';

type PathQuestion = Extract<DialogQuestion, { readonly kind: 'path' }>;
type Listing = Awaited<ReturnType<ReturnType<typeof useHost>['files']['list']>>;
type Answer = { readonly listing: Listing } | { readonly problem: unknown };

/** The window's own picker of files and folders, for a page in a browser, which may not ask the system for paths. */
export function PathDialog({ question }: { readonly question: PathQuestion }) {
	const { t } = useText();
	const host = useHost();
	const show = shownFor[question.purpose];
	const list = (path: string | null): Promise<Answer> =>
		host.files.list({ path, show }).then(
			(listing) => ({ listing }),
			(problem: unknown) => ({ problem }),
		);
	const [answer, setAnswer] = useState(() => list(null));
	return (
		<Modal
			opened
			size={560}
			onClose={() => question.answer(null)}
			title={t(`dialog.path.${question.purpose}`)}
			closeButtonProps={{ 'aria-label': t('dialog.cancel') }}
			centered
		>
			<Suspense fallback={<div className={styles.body} role="status" aria-label={t('dialog.path.reading')} />}>
				<Browser question={question} answer={answer} go={(path) => setAnswer(list(path))} />
			</Suspense>
		</Modal>
	);
}

/** The name is what most people change; it is ready to be typed over. */
function focusOnce(input: HTMLInputElement | null): void {
	input?.focus();
	input?.select();
}

interface BrowserProps {
	readonly question: PathQuestion;
	readonly answer: Promise<Answer>;
	readonly go: (path: string | null) => void;
}

function Browser({ question, answer, go }: BrowserProps) {
	const { t, format } = useText();
	const read = use(answer);
	const [name, setName] = useState(question.suggestedName);
	const [typed, setTyped] = useState<string | null>(null);
	if ('problem' in read) {
		return (
			<div className={styles.body}>
				<p role="alert">{format.text(problemOf(read.problem))}</p>
				<Button variant="default" mt="md" onClick={() => go(null)}>
					{t('dialog.path.home')}
				</Button>
			</div>
		);
	}
	const { path, parent, entries } = read.listing;
	const opensAtOnce = question.purpose === 'openDocument' || question.purpose === 'importModel';
	const separator = path.includes('\\') ? '\\' : '/';
	const inside = (file: string): string => (path.endsWith(separator) ? `${path}${file}` : `${path}${separator}${file}`);
	const choose = (): void => {
		if (question.purpose === 'folder') question.answer(path);
		else if (name.trim()) question.answer(inside(name.trim()));
	};
	return (
		<form
			className={styles.body}
			onSubmit={(event) => {
				event.preventDefault();
				if (typed === null) choose();
				else {
					go(typed);
					setTyped(null);
				}
			}}
		>
			<Group gap={8} wrap="nowrap">
				<Button variant="default" px={8} disabled={parent === null} aria-label={t('dialog.path.up')} onClick={() => go(parent)}>
					<Icon name="up" />
				</Button>
				<TextInput
					className={styles.path}
					aria-label={t('dialog.path.place')}
					value={typed ?? path}
					onChange={(event) => setTyped(event.currentTarget.value)}
				/>
			</Group>
			<ScrollArea h={280} mt={8} className={styles.list}>
				<ul>
					{entries.map((entry) => (
						<li key={entry.path}>
							<UnstyledButton
								className={styles.entry}
								onClick={() => {
									if (entry.kind === 'folder') go(entry.path);
									else if (opensAtOnce) question.answer(entry.path);
									else setName(entry.name);
								}}
							>
								<Icon name={entry.kind} />
								{entry.name}
							</UnstyledButton>
						</li>
					))}
				</ul>
				{entries.length === 0 ? <p className={styles.empty}>{t(`dialog.path.empty.${question.purpose}`)}</p> : null}
			</ScrollArea>
			{question.purpose === 'saveDocument' ? (
				<TextInput
					mt={12}
					label={t('dialog.path.name')}
					value={name}
					ref={focusOnce}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
			) : null}
			<Group justify="flex-end" mt={16} gap={8}>
				<Button variant="default" onClick={() => question.answer(null)}>
					{t('dialog.cancel')}
				</Button>
				{opensAtOnce ? null : (
					<Button type="submit" disabled={question.purpose === 'saveDocument' && name.trim() === ''}>
						{t(`dialog.path.${question.purpose}.choose`)}
					</Button>
				)}
			</Group>
		</form>
	);
}
