import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { selectedNodes } from '../../actions/guards.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useViewStore } from '../../view/viewStore.ts';
import { canvasHandle } from '../canvasHandle.ts';
import { nameOf, namesAround } from '../groups/nameOf.ts';
import styles from './ConnectDialog.module.css';
import { connectNodes } from './connectNodes.ts';
import { judgeNow } from './connectStore.ts';
import { byVerdict, type PortVerdict } from './verdicts.ts';
import { wordVerdict } from './verdictText.ts';
import { outputsOf } from './wireGrip.ts';

const icons = { fits: 'check', problem: 'warn', refused: 'no' } as const;

/** Wires the selected layers without a mouse: every target, what would come of it, and why some cannot be. */
export function ConnectDialog() {
	const { t, format } = useText();
	const set = useViewStore((state) => state.set);
	const selection = useViewStore((state) => state.selection);
	const document = useDocumentStore((state) => state.document);
	const [query, setQuery] = useState('');
	const starts = useMemo(() => (document ? outputsOf(document, [...selection]) : []), [document, selection]);
	const answers = useMemo(() => {
		const all = document ? [...judgeNow(document, starts).values()].flat() : [];
		const chosen = new Set([...selection, ...selectedNodes().map(({ id }) => id)]);
		const isOffered = ({ card, takes }: PortVerdict): boolean =>
			document !== null && nameOf(document, card) !== '' && !chosen.has(card) && takes === starts.length;
		return all.filter(isOffered).sort(byVerdict);
	}, [document, starts, selection]);
	const [source] = selection;
	if (!document || source === undefined || starts.length === 0) return null;
	const close = (): void => {
		set({ dialog: null });
		canvasHandle.current?.focus(source);
	};
	const around = ({ card }: PortVerdict): string => namesAround(document, card).join(' › ');
	const wordsOf = (answer: PortVerdict): string => `${nameOf(document, answer.card)} ${around(answer)}`.toLowerCase();
	const shown = answers.filter((answer) => wordsOf(answer).includes(query.trim().toLowerCase()));
	const choose = (answer: PortVerdict): void => {
		connectNodes(answer);
		close();
	};
	return (
		<Modal
			opened
			onClose={close}
			title={t('connect.title', { name: nameOf(document, source), count: starts.length })}
			closeButtonProps={{ 'aria-label': t('dialog.cancel') }}
			returnFocus={false}
			centered
		>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					const [best] = shown;
					if (best && best.verdict.verdict !== 'refused') choose(best);
				}}
			>
				<TextInput
					data-autofocus
					aria-label={t('connect.search')}
					placeholder={t('connect.search')}
					leftSection={<Icon name="search" />}
					value={query}
					onChange={(event) => setQuery(event.currentTarget.value)}
				/>
			</form>
			<ul className={styles.list}>
				{shown.map((answer) => {
					const { card, port, verdict } = answer;
					return (
						<li key={`${card}/${port}`}>
							<UnstyledButton
								className={styles.target}
								data-verdict={verdict.verdict}
								aria-disabled={verdict.verdict === 'refused'}
								onClick={() => {
									if (verdict.verdict !== 'refused') choose(answer);
								}}
							>
								<Icon name={icons[verdict.verdict]} />
								<b>
									{nameOf(document, card)}
									{around(answer) === '' ? null : <small>{t('connect.within', { group: around(answer) })}</small>}
								</b>
								<span>{wordVerdict(format, verdict)}</span>
							</UnstyledButton>
						</li>
					);
				})}
			</ul>
			{shown.length === 0 ? <p className={styles.none}>{t('connect.none')}</p> : null}
		</Modal>
	);
}
