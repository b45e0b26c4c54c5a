import { useDocumentStore } from '../document/documentStore.ts';
import { jumpTo } from '../problems/places.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ExportDialog.module.css';
import type { ExportTarget } from './useTargets.ts';

/** What the chosen format writes and how that is proved; or why it cannot say the network, with the way to the layer. */
export function TargetDetails({ target, onLeave }: { readonly target: ExportTarget; readonly onLeave: () => void }) {
	const { t, format } = useText();
	const { obstacle, description, files, provesWeightsAlone } = target;
	const node = useDocumentStore((state) => state.document?.nodes.find(({ id }) => id === obstacle?.node)) ?? null;
	if (obstacle) {
		return (
			<div className={styles.obstacle} role="status">
				<Icon name="warn" />
				<p>{format.text(obstacle.reason)}</p>
				{node ? (
					<button
						type="button"
						className={styles.jump}
						onClick={() => {
							onLeave();
							jumpTo(node.id);
						}}
					>
						{t('exporting.refused.show', { node: node.name })}
					</button>
				) : null}
			</div>
		);
	}
	return (
		<div className={styles.details}>
			<p>{format.text(description)}</p>
			<p className={styles.quiet}>{t('exporting.format.files', { files: files.join(', ') })}</p>
			<p className={styles.quiet}>{t(provesWeightsAlone ? 'exporting.proof.weights' : 'exporting.proof.answers')}</p>
		</div>
	);
}
