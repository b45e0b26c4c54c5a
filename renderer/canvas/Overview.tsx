import { MiniMap } from 'reactflow';
import { kindColour } from '../glyph/layerColour.ts';
import { useText } from '../text/useText.ts';
import styles from './CanvasPanels.module.css';
import type { LayerFlowNode } from './flowAdapter.ts';

const colourOf = ({ data }: LayerFlowNode): string => kindColour(data.node.kind);

/** The whole network in small; drag in it to move the view. */
export function Overview() {
	const { t } = useText();
	return (
		<MiniMap<LayerFlowNode>
			className={styles.overview ?? ''}
			ariaLabel={t('canvas.minimap')}
			nodeColor={colourOf}
			nodeBorderRadius={12}
			maskColor="color-mix(in srgb, var(--canvas) 60%, transparent)"
			maskStrokeColor="var(--accent)"
			maskStrokeWidth={3}
			bgColor="var(--surface)"
			style={{ width: 160, height: 104 }}
			pannable
			zoomable
		/>
	);
}
