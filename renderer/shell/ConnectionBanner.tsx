import { useConnectionStore } from '../host/connectionStore.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ConnectionBanner.module.css';

/** Says quietly that the program behind the page is gone, and that nothing is lost by waiting. */
export function ConnectionBanner() {
	const { t } = useText();
	const isLost = useConnectionStore((state) => state.state === 'lost');
	return (
		<div className={styles.place} role="status">
			{isLost ? (
				<p className={styles.banner}>
					<Icon name="warn" size={14} />
					{t('shell.lost')}
				</p>
			) : null}
		</div>
	);
}
