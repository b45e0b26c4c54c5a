import type { Evaluation } from '#shared/training/event.ts';
import { useText } from '../text/useText.ts';
import { TestRunButton } from '../training/TestRunButton.tsx';
import { useShownRun } from '../training/trainingStore.ts';
import { EmptyNote } from '../ui/PanelSection.tsx';
import styles from './ConfusionTab.module.css';
import { ConfusionTable } from './ConfusionTable.tsx';
import { countRight, countTested, findMixUps } from './confusion.ts';
import { useEvaluateStore } from './evaluateStore.ts';

/** Which classes the shown run's network mixes up on the test images. */
export function ConfusionTab() {
	const { t } = useText();
	const run = useShownRun();
	if (run?.evaluation) {
		return (
			<div className={styles.tab}>
				<div className={styles.scroll}>
					<ConfusionTable name={run.name} evaluation={run.evaluation} />
				</div>
				<Findings evaluation={run.evaluation} />
			</div>
		);
	}
	return (
		<EmptyNote title={t('evaluate.confusion.empty.title')} text={t('evaluate.confusion.empty.text')}>
			{run?.hasWeights ? <TestRunButton run={run.id} /> : null}
		</EmptyNote>
	);
}

/** The table in words: how much is right, and what is mixed up most. */
function Findings({ evaluation }: { readonly evaluation: Evaluation }) {
	const { t, format } = useText();
	const showCell = useEvaluateStore((state) => state.showCell);
	const { confusion, classes } = evaluation;
	const right = countRight(confusion);
	const total = countTested(confusion);
	const mixUps = findMixUps(confusion, 4);
	const nameOf = (index: number): string => classes[index] ?? String(index);
	return (
		<aside className={styles.findings} aria-label={t('evaluate.confusion.findings')}>
			<p>
				<strong>{format.percent(total === 0 ? 0 : right / total)}</strong>
				{t('evaluate.confusion.summary', { right, total })}
			</p>
			{mixUps.length === 0 ? <p>{t('evaluate.confusion.perfect')}</p> : <h3>{t('evaluate.confusion.worst')}</h3>}
			<ul>
				{mixUps.map(({ label, answer, count }) => (
					<li key={`${label} ${answer}`}>
						<button type="button" onClick={() => showCell({ label, answer })}>
							{t('evaluate.confusion.mixUp', { label: nameOf(label), answer: nameOf(answer), count })}
						</button>
					</li>
				))}
			</ul>
			<p className={styles.note}>{t('evaluate.confusion.note')}</p>
		</aside>
	);
}
