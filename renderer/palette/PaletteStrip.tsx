import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { ActionIconButton } from '../actions/ActionIconButton.tsx';
import { addLayer } from '../actions/addLayer.ts';
import { useIsEnabled } from '../actions/useAction.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { addLayerAfterSelection } from './addLayer.ts';
import { dragProps } from './draggedKind.ts';
import { type Insertable, layersToInsert, ownToInsert, piecesToInsert } from './insertable.ts';
import styles from './Palette.module.css';
import { PieceGlyph } from './PieceGlyph.tsx';
import { useSavedPieces } from './savedPieces.ts';
import { TemplateMenu } from './TemplateMenu.tsx';

/** The palette as a column of icons, for windows with little room: layers, then pieces, then whole networks. */
export function PaletteStrip() {
	const { format } = useText();
	const isEnabled = useIsEnabled(addLayer);
	const saved = useSavedPieces();
	const layers = useMemo(() => layersToInsert(format), [format]);
	const pieces = useMemo(() => [...ownToInsert(format, saved), ...piecesToInsert(format)], [format, saved]);
	return (
		<div className={styles.strip}>
			<ActionIconButton action={addLayer} icon="search" />
			{layers.map((item) => (
				<StripButton key={item.id} item={item} isEnabled={isEnabled} />
			))}
			<hr className={styles.stripLine} />
			{pieces.map((item) => (
				<StripButton key={item.id} item={item} isEnabled={isEnabled} />
			))}
			<hr className={styles.stripLine} />
			<TemplateMenu look="icon" />
		</div>
	);
}

function StripButton({ item: { id, title, icon, colour, body }, isEnabled }: { readonly item: Insertable; readonly isEnabled: boolean }) {
	return (
		<Tooltip label={title} position="right">
			<UnstyledButton
				className={styles.stripLayer}
				style={{ '--category': colour }}
				aria-label={title}
				disabled={!isEnabled}
				{...dragProps(id, isEnabled)}
				onClick={() => addLayerAfterSelection(id)}
			>
				{body ? <PieceGlyph body={body} /> : <Icon name={icon} />}
			</UnstyledButton>
		</Tooltip>
	);
}
