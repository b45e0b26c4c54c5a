import { useText } from '../text/useText.ts';
import styles from './Skeleton.module.css';

/** The window's outline while the program answers for the first time. */
export function Skeleton() {
	const { t } = useText();
	return (
		<div className={styles.window} role="status" aria-label={t('shell.loading')}>
			<div className={styles.top} />
			<div className={styles.left}>
				{Array.from({ length: 9 }, (_, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: nine equal rows that never change
					<span key={index} className={styles.row} />
				))}
			</div>
			<div className={styles.canvas} />
			<div className={styles.right} />
		</div>
	);
}
