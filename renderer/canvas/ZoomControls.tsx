import { type ReactFlowState, useStore } from 'reactflow';
import { ActionIconButton } from '../actions/ActionIconButton.tsx';
import { fitView } from '../actions/fitView.ts';
import { zoomIn } from '../actions/zoomIn.ts';
import { zoomOut } from '../actions/zoomOut.ts';
import { useText } from '../text/useText.ts';
import styles from './CanvasPanels.module.css';

const percentOf = (state: ReactFlowState): number => Math.round(state.transform[2] * 100);

export function ZoomControls() {
	return (
		<div className={styles.zoom}>
			<ActionIconButton action={zoomOut} icon="minus" />
			<Level />
			<ActionIconButton action={zoomIn} icon="plus" />
			<ActionIconButton action={fitView} icon="fit" />
		</div>
	);
}

/** On its own, so that the buttons are not drawn again with each turn of the wheel. */
function Level() {
	const { t } = useText();
	const percent = useStore(percentOf);
	return <span>{t('canvas.zoom.level', { percent })}</span>;
}
