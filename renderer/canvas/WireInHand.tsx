import type { ConnectionLineComponentProps } from 'reactflow';
import styles from './WireInHand.module.css';

/** The wire that is being drawn, from its port to the pointer. */
export function WireInHand({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
	const bend = Math.min(96, Math.max(24, Math.abs(toX - fromX) / 2));
	return <path className={styles.wire} d={`M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}`} />;
}
