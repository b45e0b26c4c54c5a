import { Position as Side, useNodeId } from 'reactflow';
import cards from './LayerNode/LayerNode.module.css';

interface Props {
	readonly id: string;
	readonly type: 'source' | 'target';
	/** From the top of the card, in canvas pixels. */
	readonly top?: number | undefined;
}

/**
 * Where a wire begins or ends. Marked as React Flow marks its handles, so that it measures them; its own `Handle` listens to the whole
 * store to draw wires, which we do ourselves, and with hundreds of cards that alone fills a frame.
 */
export function Port({ id, type, top }: Props) {
	const node = useNodeId();
	const side = type === 'target' ? Side.Left : Side.Right;
	return (
		<div
			className={`react-flow__handle react-flow__handle-${side} nodrag nopan ${type} ${cards.port}`}
			data-handleid={id}
			data-nodeid={node}
			data-handlepos={side}
			style={top === undefined ? undefined : { top }}
		/>
	);
}
