import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { findNode } from '#shared/graph/query.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useViewStore } from '../../view/viewStore.ts';
import { canvasHandle } from '../canvasHandle.ts';
import styles from './ConnectDialog.module.css';
import { connectNodes } from './connectNodes.ts';
import { judgeAll, type PortVerdict } from './connectStore.ts';
import { wordVerdict } from './verdictText.ts';

const order = { fits: 0, problem: 1, refused: 2 } as const;
const icons = { fits: 'check', problem: 'warn', refused: 'no' } as const;

/** Wires the selected layer without a mouse: every target, what would come of it, and why some cannot be. */
export function ConnectDialog() {
	const { t, format } = useText();
	const set = useViewStore((state) => state.set);
	const [selected] = useViewStore((state) => state.selection);
	const document = useDocumentStore((state) => state.document);
	const [query, setQuery] = useState('');
	const source = document && selected !== undefined ? findNode(document, selected) : undefined;
	const answers = useMemo(() => {
		const ports = source ? (layerDefinition(source.kind)?.outputs ?? []) : [];
		if (!document || !source) return [];
		const all = ports.flatMap((port) => [...judgeAll(document, { node: source.id, port: port.name, side: 'source' }).values()].flat());
		return all.filter(({ edge }) => edge.target !== source.id).sort((a, b) => order[a.verdict.verdict] - order[b.verdict.verdict]);
	}, [document, source]);
	if (!document || !source) return null;
	const close = (): void => {
		set({ dialog: null });
		canvasHandle.current?.focus(source.id);
	};
	const nameOf = ({ edge }: PortVerdict): string => findNode(document, edge.target)?.name ?? '';
	const shown = answers.filter((answer) => nameOf(answer).toLowerCase().includes(query.trim().toLowerCase()));
	const choose = (answer: PortVerdict): void => {
		connectNodes(answer);
		close();
	};
	return (
		<Modal
			opened
			onClose={close}
			title={t('connect.title', { name: source.name })}
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
					const { edge, verdict } = answer;
					return (
						<li key={`${edge.target}/${edge.targetPort}`}>
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
