import { lazy, Suspense, useState } from 'react';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './OutlinePanel.module.css';
import type { OutlineState } from './outlineSync.ts';

// The editor is fetched when it is first asked for, so that the window opens without it.
const OutlineEditor = lazy(async () => ({ default: (await import('./OutlineEditor.tsx')).OutlineEditor }));

/** The network as text beside the canvas; either changes the other. */
export function OutlinePanel() {
	const { t } = useText();
	const [problem, report] = useState<OutlineState>(null);
	return (
		<div className={styles.panel}>
			<Suspense fallback={<div className={styles.editor} aria-busy />}>
				<OutlineEditor report={report} />
			</Suspense>
			<p className={styles.state} role="status" data-wrong={problem !== null || undefined}>
				<Icon name={problem ? 'warn' : 'check'} size={14} />
				{problem ? t('outline.state.problem', problem) : t('outline.state.same')}
			</p>
			<details className={styles.help}>
				<summary>{t('outline.help.title')}</summary>
				<dl>
					{(['layer', 'setting', 'input', 'group', 'flag'] as const).map((part) => (
						<div key={part}>
							<dt>
								<code>{t(`outline.help.${part}.example`)}</code>
							</dt>
							<dd>{t(`outline.help.${part}.text`)}</dd>
						</div>
					))}
				</dl>
			</details>
		</div>
	);
}
