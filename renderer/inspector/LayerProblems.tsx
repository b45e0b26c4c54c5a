import { useId } from 'react';
import type { Diagnostic, Fix } from '#shared/inference/diagnostic.ts';
import { applyFix } from '../problems/applyFix.ts';
import { diagnosticKey } from '../problems/places.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './LayerProblems.module.css';
import { useCanEdit } from './useCanEdit.ts';

/** What is wrong with the layer, in whole sentences, and the ways to repair it. */
export function LayerProblems({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
	return diagnostics.map((diagnostic, index) => (
		<ProblemBlock key={diagnosticKey(diagnostic)} diagnostic={diagnostic} isFirst={index === 0} />
	));
}

function ProblemBlock({ diagnostic, isFirst }: { readonly diagnostic: Diagnostic; readonly isFirst: boolean }) {
	const { t, format } = useText();
	const canEdit = useCanEdit();
	const { severity, received, expected, fixes } = diagnostic;
	return (
		<section className={styles.section} aria-label={t(`problems.severity.${severity}`)}>
			<div className={styles.box} data-severity={severity}>
				<h2>
					<Icon name={severity === 'note' ? 'info' : 'warn'} label={t(`problems.severity.${severity}`)} />
					{format.text(diagnostic.title)}
				</h2>
				<p>{format.text(diagnostic.text)}</p>
				{(expected || received) && (
					<dl>
						{expected && (
							<div>
								<dt>{t('problems.expected')}</dt>
								<dd>{format.text(expected)}</dd>
							</div>
						)}
						{received && (
							<div>
								<dt>{t('problems.received')}</dt>
								<dd>{format.text(received)}</dd>
							</div>
						)}
					</dl>
				)}
			</div>
			{canEdit && fixes.length > 0 && (
				<>
					<header className={styles.head}>
						<h4>{t('problems.repairs.title')}</h4>
						<span>{t('problems.repairs.undo')}</span>
					</header>
					<ul className={styles.fixes}>
						{fixes.map((fix, index) => (
							<li key={fix.id}>
								<FixCard fix={fix} isBest={isFirst && index === 0 && severity === 'error'} />
							</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
}

/** One repair; the whole card is the button. */
function FixCard({ fix, isBest }: { readonly fix: Fix; readonly isBest: boolean }) {
	const { t, format } = useText();
	const id = useId();
	return (
		<button
			type="button"
			className={styles.fix}
			data-best={isBest || undefined}
			aria-labelledby={`${id}-label`}
			aria-describedby={fix.detail ? `${id}-detail` : undefined}
			onClick={() => applyFix(fix)}
		>
			<span className={styles.title}>
				<b id={`${id}-label`}>{format.text(fix.label)}</b>
				<span className={styles.apply} aria-hidden>
					{t('problems.repairs.apply')}
				</span>
			</span>
			{fix.detail && <span id={`${id}-detail`}>{format.text(fix.detail)}</span>}
		</button>
	);
}
