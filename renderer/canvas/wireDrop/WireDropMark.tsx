import { type ReactFlowState, useStore } from 'reactflow';
import { CARD_SIZE } from '#shared/picture/cardGeometry.ts';
import { routeWire } from '#shared/picture/wirePath.ts';
import { VerdictChip } from '../LayerNode/VerdictChip.tsx';
import styles from './WireDropMark.module.css';
import { useWireDropStore, type WireAim } from './wireDropStore.ts';

/** Lights the wire that something is held over, and says what it would be there or why it cannot. */
export function WireDropMark() {
	const aim = useWireDropStore((state) => state.aim);
	return aim ? <Mark aim={aim} /> : null;
}

const transformOf = ({ transform: [x, y, zoom] }: ReactFlowState): string => `translate(${x}px, ${y}px) scale(${zoom})`;
/** Clear of the picture that a drag from the palette carries. */
const LIFT = 28;

function Mark({ aim: { wire, track, verdict, spot } }: { readonly aim: WireAim }) {
	const transform = useStore(transformOf);
	const { path, label } = routeWire(wire.from, wire.to, track);
	const isCard = spot.moving !== undefined && spot.moving.length > 0;
	const chip = isCard && spot.at ? { x: spot.at.x + CARD_SIZE.width / 2, y: spot.at.y } : { x: label.x, y: label.y - LIFT };
	return (
		<div className={styles.layer}>
			<div className={styles.mark} style={{ transform }} data-wire-drop={verdict.verdict}>
				<svg className={styles.picture} aria-hidden>
					<path className={styles.wire} d={path} />
				</svg>
				<div className={styles.chip} style={{ left: chip.x, top: chip.y }}>
					<VerdictChip verdict={verdict} />
				</div>
			</div>
		</div>
	);
}
