import { memo } from 'react';
import { BaseEdge, type EdgeProps } from 'reactflow';
import type { GraphDocument, NodeId } from '#shared/graph/document.ts';
import { routeWire, wireWidth } from '#shared/picture/wirePath.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useNodeInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import { useConnectStore } from './connect/connectStore.ts';
import { edgeId, type LayerFlowEdge } from './flowAdapter.ts';
import { nameOf } from './groups/nameOf.ts';
import styles from './LayerEdge.module.css';

const WAITING_WIDTH = 1.5;
/** From a port to the grip by which the wire's end is taken up. */
const GRIP_OFFSET = 18;

/** A wire with the size that it carries above it; as thick as the number of values is large. */
export const LayerEdge = memo(function LayerEdge({
	id,
	source,
	target,
	sourceX,
	sourceY,
	targetX,
	targetY,
	selected,
	data,
}: EdgeProps<LayerFlowEdge>) {
	const { t, format } = useText();
	const shape = useNodeInference(data?.edge.source ?? source)?.output ?? null;
	const targetStatus = useNodeInference(data?.edge.target ?? target)?.status;
	const names = useDocumentStore(
		({ document }) => document && `${endName(document, source, data?.edge.source)}\n${endName(document, target, data?.edge.target)}`,
	);
	const [sourceName = '', targetName = ''] = names?.split('\n') ?? [];
	const { path, label } = routeWire({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, data?.track);
	const state = shape === null ? 'waiting' : targetStatus === 'error' ? 'error' : 'fine';
	const size = format.shape(shape);
	const isLifted = useConnectStore(({ replaced }) => replaced.some((edge) => edgeId(edge) === id));
	return (
		<g className={styles.wire} data-state={state} data-selected={selected || undefined} data-lifted={isLifted || undefined} data-wire={id}>
			<BaseEdge
				path={path}
				className={styles.line ?? ''}
				interactionWidth={16}
				style={{ strokeWidth: shape ? wireWidth(countValues(shape)) : WAITING_WIDTH }}
			/>
			<circle className={styles.grip} data-grip="source" cx={sourceX + GRIP_OFFSET} cy={sourceY} />
			<circle className={styles.grip} data-grip="target" cx={targetX - GRIP_OFFSET} cy={targetY} />
			{/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an SVG group is no control */}
			<g
				role="img"
				tabIndex={-1}
				className={styles.label}
				aria-label={t('canvas.edge.label', { source: sourceName, target: targetName, shape: size })}
			>
				<text className={styles.size} x={label.x} y={label.y}>
					{size}
				</text>
			</g>
		</g>
	);
});

/** What stands at the end of a wire: a folded group, or the layer. */
function endName(document: GraphDocument, key: string, node: NodeId | undefined): string {
	return nameOf(document, key) || nameOf(document, node ?? '');
}
