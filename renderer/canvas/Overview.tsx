import { MiniMap } from 'reactflow';
import { kindColour } from '../glyph/layerColour.ts';
import { useText } from '../text/useText.ts';
import styles from './CanvasPanels.module.css';
import type { CanvasFlowNode } from './flowAdapter.ts';

function colourOf(node: CanvasFlowNode): string {
	if (node.type === 'layer') return kindColour(node.data.node.kind);
	return node.type === 'folded' ? 'var(--text-3)' : 'color-mix(in srgb, var(--text-3) 18%, transparent)';
}

/** The whole network in small; drag in it to move the view. */
export function Overview() {
	const { t } = useText();
	return (
		<MiniMap<CanvasFlowNode>
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
