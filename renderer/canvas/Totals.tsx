import { useInference } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';
import styles from './CanvasPanels.module.css';

/** What the whole network costs, at the top of the canvas. */
export function Totals() {
	const { t, format } = useText();
	const totals = useInference()?.totals;
	if (!totals) return null;
	return (
		<ul className={styles.totals} aria-label={t('canvas.totals')}>
			<li>{t('canvas.totals.weights', { count: totals.weights, formatted: format.count(totals.weights) })}</li>
			<li>{t('canvas.totals.multiplyAdds', { formatted: format.shortCount(totals.multiplyAdds) })}</li>
			<li>{t('canvas.totals.file', { bytes: format.bytes(totals.fileBytes) })}</li>
		</ul>
	);
}
