import type { NodeId } from '#shared/graph/document.ts';
import { useNodeInference } from '../document/selectors.ts';
import { useCanEdit } from '../inspector/useCanEdit.ts';
import { useText } from '../text/useText.ts';
import { applyFix } from './applyFix.ts';
import styles from './NodeRepairs.module.css';

const MOST_BUTTONS = 2;

/** Inside the card of a failing layer: what it needs, what it gets, and up to two repairs of one click. */
export function NodeRepairs({ node }: { readonly node: NodeId }) {
	const { t, format } = useText();
	const canEdit = useCanEdit();
	const problem = useNodeInference(node)?.diagnostics.find(({ severity }) => severity === 'error');
	if (!problem) return null;
	const { received, fixes } = problem;
	return (
		<div className={styles.message}>
			<p className={styles.title}>{format.text(problem.title)}</p>
			{received && (
				<p>
					{t('problems.card.gets')} <span className={styles.received}>{format.text(received)}</span>
				</p>
			)}
			{canEdit && fixes.length > 0 && (
				<div className={styles.buttons}>
					{fixes.slice(0, MOST_BUTTONS).map((fix) => (
						// `nodrag` keeps React Flow from taking the press for a move of the card.
						<button
							key={fix.id}
							type="button"
							className={`${styles.repair} nodrag nopan`}
							title={fix.detail ? format.text(fix.detail) : undefined}
							onClick={(event) => {
								event.stopPropagation();
								applyFix(fix);
							}}
						>
							{format.text(fix.label)}
						</button>
					))}
				</div>
			)}
		</div>
	);
}
