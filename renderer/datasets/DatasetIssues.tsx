import type { DatasetDescription, DatasetProblem } from '#shared/datasets/dataset.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import styles from './DataPanel.module.css';

const kinds: readonly DatasetProblem['kind'][] = ['unreadable', 'notAnImage', 'emptyClass', 'resized'];

/** Files that were left out or changed, by name, what matters most first. */
export function DatasetIssues({ description }: { readonly description: DatasetDescription }) {
	const { t } = useText();
	const { problems, problemCount } = description;
	return (
		<PanelSection title={t('datasets.issues.title')} remark={t('datasets.issues.total', { count: problemCount })}>
			<div className={styles.issues}>
				{kinds.map((kind) => {
					const files = problems.filter((problem) => problem.kind === kind);
					return files.length === 0 ? null : (
						<details key={kind} open={kind !== 'resized' && files.length <= 5}>
							<summary>
								<Icon name={kind === 'resized' ? 'info' : 'warn'} size={14} />
								{t(`datasets.issues.${kind}`, { count: files.length })}
							</summary>
							<ul>
								{files.map((problem) => (
									<li key={problem.file}>
										<b>{problem.file}</b>
										{problem.detail}
									</li>
								))}
							</ul>
						</details>
					);
				})}
				{problemCount > problems.length ? <p>{t('datasets.issues.more', { count: problemCount - problems.length })}</p> : null}
			</div>
		</PanelSection>
	);
}
