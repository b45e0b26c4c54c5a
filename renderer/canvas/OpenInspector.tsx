import { ActionIconButton } from '../actions/ActionIconButton.tsx';
import { toggleInspector } from '../actions/toggleInspector.ts';
import { useIsInspectorOpen } from '../shell/useWindowClass.ts';
import styles from './CanvasPanels.module.css';

/** Brings the inspector back; only while it is away. */
export function OpenInspector() {
	if (useIsInspectorOpen()) return null;
	return (
		<div className={styles.call}>
			<ActionIconButton action={toggleInspector} icon="info" />
		</div>
	);
}
