import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { findNode } from '#shared/graph/query.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useViewStore } from '../../view/viewStore.ts';
import { canvasHandle } from '../canvasHandle.ts';
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
	const source = document && starts[0] ? findNode(document, starts[0].node) : undefined;
	const answers = useMemo(() => {
		const all = document ? [...judgeNow(document, starts).values()].flat() : [];
		return all.filter(({ node, edges }) => !selection.has(node) && edges.length === starts.length).sort(byVerdict);
	}, [document, starts, selection]);
	if (!document || !source) return null;
	const close = (): void => {
		set({ dialog: null });
		canvasHandle.current?.focus(source.id);
	};
	const nameOf = ({ node }: PortVerdict): string => findNode(document, node)?.name ?? '';
	const shown = answers.filter((answer) => nameOf(answer).toLowerCase().includes(query.trim().toLowerCase()));
	const choose = (answer: PortVerdict): void => {
		connectNodes(answer);
		close();
	};
	return (
		<Modal
			opened
			onClose={close}
			title={t('connect.title', { name: source.name, count: starts.length })}
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
					const { node, port, verdict } = answer;
					return (
						<li key={`${node}/${port}`}>
							<UnstyledButton
								className={styles.target}
								data-verdict={verdict.verdict}
								aria-disabled={verdict.verdict === 'refused'}
								onClick={() => {
									if (verdict.verdict !== 'refused') choose(answer);
								}}
							>
								<Icon name={icons[verdict.verdict]} />
								<b>{nameOf(answer)}</b>
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
