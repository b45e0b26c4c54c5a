import type { GraphNode } from '#shared/graph/document.ts';
import type { NodeInference } from '#shared/inference/inference.ts';
import { useDerivedStore } from '../../document/selectors.ts';
import { useText } from '../../text/useText.ts';
import styles from './LayerNode.module.css';

/** Share of the network's multiply-adds as a thin bar, and the number of weights. */
export function CardFooter({ node, facts }: { readonly node: GraphNode; readonly facts: NodeInference | null }) {
	const { t, format } = useText();
	const all = useDerivedStore((state) => state.inference?.totals.multiplyAdds ?? 0);
	const isKnown = facts?.output != null && facts.status !== 'unconnected';
	const share = isKnown && all > 0 ? facts.multiplyAdds / all : 0;
	return (
		<footer className={styles.footer}>
			<div className={styles.cost}>
				<div className={styles.bar}>
					<i style={{ width: `${share * 100}%` }} />
				</div>
				{share > 0 ? <span>{format.percent(share, share < 0.01 ? 1 : 0)}</span> : null}
			</div>
			<p className={styles.weights}>{footerText()}</p>
		</footer>
	);

	function footerText(): string {
		if (node.muted) return t('canvas.node.muted');
		if (facts?.status === 'unconnected') return t('canvas.node.unconnected');
		if (!isKnown) return t('canvas.node.unknown');
		return t('canvas.node.weights', { count: facts.weightCount, formatted: format.count(facts.weightCount) });
	}
}
