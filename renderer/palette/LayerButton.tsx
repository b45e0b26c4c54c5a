import { UnstyledButton } from '@mantine/core';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { kindColour } from '../glyph/layerColour.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { addLayerAfterSelection } from './addLayer.ts';
import { dragProps } from './draggedKind.ts';
import styles from './Palette.module.css';

/** One layer kind: drag it onto the canvas, or click to put it after the selected layer. */
export function LayerButton({ definition, isEnabled }: { readonly definition: LayerDefinition; readonly isEnabled: boolean }) {
	const { t } = useText();
	const { kind, icon } = definition;
	const title = t(`layer.${kind}.title`);
	return (
		<UnstyledButton
			className={styles.layer}
			style={{ '--category': kindColour(kind) }}
			title={`${title}: ${t(`layer.${kind}.summary`)}`}
			disabled={!isEnabled}
			{...dragProps(kind, isEnabled)}
			onClick={() => addLayerAfterSelection(kind)}
		>
			<Icon name={icon} />
			<span className={styles.layerTitle}>{title}</span>
		</UnstyledButton>
	);
}
