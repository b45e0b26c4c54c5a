import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { NameInput } from '../ui/NameInput.tsx';
import { addLayerAfterSelection } from './addLayer.ts';
import { dragProps } from './draggedKind.ts';
import { type Insertable, ownToInsert, piecesToInsert } from './insertable.ts';
import { removePiece, renamePiece } from './ownPieces.tsx';
import styles from './Palette.module.css';
import { PieceGlyph } from './PieceGlyph.tsx';
import pieceStyles from './Pieces.module.css';
import { type SavedPiece, useSavedPieces } from './savedPieces.ts';

/** Blocks of layers to put networks together from: the user's own first. */
export function Pieces({ isEnabled }: { readonly isEnabled: boolean }) {
	const { t, format } = useText();
	const saved = useSavedPieces();
	const own = useMemo(() => ownToInsert(format, saved), [format, saved]);
	const all = useMemo(() => piecesToInsert(format), [format]);
	return (
		<details className={styles.group}>
			<summary>
				<Icon name="down" size={12} />
				<h3>{t('pieces.title')}</h3>
				<span>{own.length + all.length}</span>
			</summary>
			{own.length === 0 ? null : (
				<ul className={styles.list} aria-label={t('pieces.own')}>
					{saved.map((piece, index) => {
						const item = own[index];
						return item ? <OwnPiece key={piece.id} piece={piece} item={item} isEnabled={isEnabled} /> : null;
					})}
				</ul>
			)}
			<ul className={styles.list} aria-label={t('pieces.title')}>
				{all.map((item) => (
					<li key={item.id}>
						<PieceButton item={item} isEnabled={isEnabled} />
					</li>
				))}
			</ul>
		</details>
	);
}

/** One block: drag it onto the canvas, or click to put it after what is selected. */
export function PieceButton({ item, isEnabled }: { readonly item: Insertable; readonly isEnabled: boolean }) {
	const { id, title, summary, body, icon } = item;
	return (
		<UnstyledButton
			className={pieceStyles.piece}
			aria-label={title}
			aria-description={summary}
			title={`${title}: ${summary}`}
			disabled={!isEnabled}
			{...dragProps(id, isEnabled)}
			onClick={() => addLayerAfterSelection(id)}
		>
			{body ? <PieceGlyph body={body} /> : <Icon name={icon} />}
			<span className={pieceStyles.words}>
				<b>{title}</b>
				<small>{summary}</small>
			</span>
		</UnstyledButton>
	);
}

interface OwnPieceProps {
	readonly piece: SavedPiece;
	readonly item: Insertable;
	readonly isEnabled: boolean;
}

function OwnPiece({ piece, item, isEnabled }: OwnPieceProps) {
	const { t } = useText();
	const host = useHost();
	const saved = useSavedPieces();
	const [isRenaming, setRenaming] = useState(false);
	const refuse = (name: string): string | null => {
		if (name === '') return t('pieces.own.name.empty');
		return saved.some((other) => other.id !== piece.id && other.name === name) ? t('pieces.own.name.taken', { name }) : null;
	};
	return (
		<li className={pieceStyles.own}>
			{isRenaming ? (
				<NameInput
					label={t('pieces.own.name')}
					name={piece.name}
					className={pieceStyles.name}
					refuse={refuse}
					onTake={(name) => void renamePiece(host, piece, name).catch(reportProblem)}
					onEnd={() => setRenaming(false)}
				/>
			) : (
				<PieceButton item={item} isEnabled={isEnabled} />
			)}
			<Menu position="bottom-end" shadow="md" width={160} returnFocus={false}>
				<Menu.Target>
					<ActionIcon variant="subtle" size={24} aria-label={t('pieces.own.menu', { name: piece.name })}>
						<Icon name="more" size={14} />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.Item onClick={() => setRenaming(true)}>{t('pieces.own.rename')}</Menu.Item>
					<Menu.Item onClick={() => void removePiece(host, piece).catch(reportProblem)}>{t('pieces.own.delete')}</Menu.Item>
				</Menu.Dropdown>
			</Menu>
		</li>
	);
}
