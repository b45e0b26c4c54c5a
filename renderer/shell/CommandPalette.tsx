import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useState } from 'react';
import { addLayer } from '../actions/addLayer.ts';
import { resolveKeys } from '../actions/keymap.ts';
import { keyText } from '../actions/keyText.ts';
import { actions } from '../actions/registry.ts';
import { useRunAction } from '../actions/useAction.ts';
import { addLayerAfterSelection } from '../palette/addLayer.ts';
import { useSavedPieces } from '../palette/savedPieces.ts';
import { searchLayers } from '../palette/searchLayers.ts';
import { usePreferencesStore } from '../preferences/preferencesStore.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './CommandPalette.module.css';

/** Everything that can be done or put on the canvas, found by typing; what cannot be done now is grey. */
export function CommandPalette() {
	const { t, format } = useText();
	const run = useRunAction();
	const choices = usePreferencesStore((state) => state.keys);
	// Read when the list opens: whether an action can run does not change while it is shown.
	const [enabled, setEnabled] = useState<ReadonlySet<string>>(new Set());
	const data: SpotlightActionData[] = actions.map((action) => {
		const [key] = resolveKeys(action, choices);
		return {
			id: action.name,
			label: t(`action.${action.name}.label`),
			description: t(`action.${action.name}.help`),
			disabled: !enabled.has(action.name),
			rightSection: key ? <kbd>{keyText(key)}</kbd> : undefined,
			onClick: () => run(action),
		};
	});
	const saved = useSavedPieces();
	const insertable = searchLayers('', format, saved).map(
		(item): SpotlightActionData => ({
			id: `add ${item.id}`,
			label: item.section === 'templates' ? t('history.insertTemplate', { name: item.title }) : t('palette.add', { name: item.title }),
			description: item.summary,
			keywords: [...item.synonyms],
			disabled: !enabled.has(addLayer.name),
			onClick: () => addLayerAfterSelection(item.id),
		}),
	);
	return (
		<Spotlight
			actions={[
				{ group: t('commands.group'), actions: data },
				{ group: t('commands.add'), actions: insertable },
			]}
			shortcut={null}
			onSpotlightOpen={() => setEnabled(new Set(actions.filter((action) => action.isEnabled()).map((action) => action.name)))}
			nothingFound={t('commands.nothing')}
			scrollable
			overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
			classNames={{ action: styles.action }}
			maxHeight={420}
			searchProps={{ placeholder: t('commands.placeholder'), leftSection: <Icon name="search" />, 'aria-label': t('commands.placeholder') }}
		/>
	);
}
