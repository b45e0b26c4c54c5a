import { useMemo } from 'react';
import { type InternalNode, useReactFlow, useStore } from 'reactflow';
import type { Position } from '#shared/graph/document.ts';
import type { CanvasFlowNode } from '../flowAdapter.ts';
import { shownEnd } from '../groups/sceneEnds.ts';
import { sceneNow } from '../groups/sceneNow.ts';
import { bow, svgTransformOf } from './bow.ts';
import { useConnectStore } from './connectStore.ts';
import { bestVerdict } from './verdicts.ts';
import styles from './WireInHand.module.css';
import type { WireStart } from './wireStart.ts';

/** The wires that are being drawn, from their ports to the pointer, or to the port where they would end. */
export function WireInHand() {
	const isShown = useConnectStore((state) => state.starts.length > 0);
	return isShown ? <Wires /> : null;
}

function Wires() {
	const { starts, verdicts, end, over } = useConnectStore();
	const transform = useStore(svgTransformOf);
	const { getInternalNode } = useReactFlow<CanvasFlowNode>();
	const scene = useMemo(() => (starts.length > 0 ? sceneNow() : null), [starts]);
	const answer = over === null ? null : bestVerdict(verdicts?.get(over));
	const isTaken = answer !== null && answer.verdict.verdict !== 'refused';
	const goesBack = starts[0]?.side === 'target';
	const free = (isTaken && portPlace(getInternalNode(answer.card), answer.port, goesBack ? 'source' : 'target')) || end;
	const drawn = isTaken && !goesBack ? starts.filter(({ node }) => answer.edges.some((edge) => edge.source === node)) : starts;
	return (
		<svg className={styles.layer} aria-hidden>
			<g transform={transform}>
				{drawn.map((start) => {
					const port = portOf(start);
					if (!port) return null;
					const [from, to] = goesBack ? [free, port] : [port, free];
					return (
						<path key={`${start.node}/${start.port}`} className={styles.wire} data-verdict={answer?.verdict.verdict} d={bow(from, to)} />
					);
				})}
				<circle className={styles.end} data-verdict={answer?.verdict.verdict} cx={free.x} cy={free.y} r={5} />
			</g>
		</svg>
	);

	function portOf(start: WireStart): Position | null {
		const shown = scene && shownEnd(scene, start);
		return shown && portPlace(getInternalNode(shown.card), shown.port, start.side);
	}
}

/** Middle of a port on the canvas, as it was measured. */
function portPlace(node: InternalNode<CanvasFlowNode> | undefined, port: string, side: 'source' | 'target'): Position | null {
	const handle = node?.internals.handleBounds?.[side]?.find(({ id }) => id === port);
	if (!node || !handle) return null;
	const { x, y } = node.internals.positionAbsolute;
	return { x: x + handle.x + handle.width / 2, y: y + handle.y + handle.height / 2 };
}
