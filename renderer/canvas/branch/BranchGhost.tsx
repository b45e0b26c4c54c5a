import { useMemo } from 'react';
import { useStore } from 'reactflow';
import { useText } from '../../text/useText.ts';
import { bow, svgTransformOf } from '../connect/bow.ts';
import hand from '../connect/WireInHand.module.css';
import { boxesOf } from '../groups/boxesOf.ts';
import type { DragPositions } from '../groups/moveScene.ts';
import { sceneNow } from '../groups/sceneNow.ts';
import styles from './BranchGhost.module.css';
import { useBranchStore } from './branchStore.ts';

const LABEL_LIFT = 8;

/** The outlines of copies that are dragged off their originals, with the wires that they would have. */
export function BranchGhost() {
	const positions = useBranchStore((state) => state.positions);
	return positions && positions.size > 0 ? <Ghost positions={positions} /> : null;
}

function Ghost({ positions }: { readonly positions: DragPositions }) {
	const { t } = useText();
	const transform = useStore(svgTransformOf);
	// The document stays as it is while something is dragged.
	const scene = useMemo(sceneNow, []);
	const boxes = useMemo(() => (scene ? boxesOf(scene) : new Map()), [scene]);
	const [first] = positions.values();
	if (!scene || !first) return null;
	return (
		<svg className={hand.layer} data-branch aria-hidden>
			<g transform={transform}>
				{scene.wires
					.filter(({ source, target }) => positions.has(target) && !positions.has(source))
					.map(({ from, to, source, target, targetPort }) => {
						const [at, box] = [positions.get(target), boxes.get(target)];
						if (!at || !box) return null;
						const end = { x: to.x + at.x - box.x, y: to.y + at.y - box.y };
						return <path key={`${source} ${target} ${targetPort}`} className={hand.wire} d={bow(from, end)} />;
					})}
				{[...positions].map(([key, { x, y }]) => {
					const box = boxes.get(key);
					return box ? <rect key={key} className={styles.card} x={x} y={y} width={box.width} height={box.height} rx={8} /> : null;
				})}
				<text className={styles.words} x={first.x} y={first.y - LABEL_LIFT}>
					{t('canvas.branch', { count: positions.size })}
				</text>
			</g>
		</svg>
	);
}
