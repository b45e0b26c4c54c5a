import { Tooltip, UnstyledButton } from '@mantine/core';
import { catalogue } from '#shared/layers/catalogue.ts';
import { ActionIconButton } from '../actions/ActionIconButton.tsx';
import { addLayer } from '../actions/addLayer.ts';
import { useIsEnabled } from '../actions/useAction.ts';
import { kindColour } from '../glyph/layerColour.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { addLayerAfterSelection } from './addLayer.ts';
import { dragProps } from './draggedKind.ts';
import styles from './Palette.module.css';

/** The palette as a column of icons, for windows with little room. */
export function PaletteStrip() {
	const { t } = useText();
	const isEnabled = useIsEnabled(addLayer);
	return (
		<div className={styles.strip}>
			<ActionIconButton action={addLayer} icon="search" />
			{catalogue.map(({ kind, icon }) => (
				<Tooltip key={kind} label={t(`layer.${kind}.title`)} position="right">
					<UnstyledButton
						className={styles.stripLayer}
						style={{ '--category': kindColour(kind) }}
						aria-label={t(`layer.${kind}.title`)}
						disabled={!isEnabled}
						{...dragProps(kind, isEnabled)}
						onClick={() => addLayerAfterSelection(kind)}
					>
						<Icon name={icon} />
					</UnstyledButton>
				</Tooltip>
			))}
		</div>
	);
}
