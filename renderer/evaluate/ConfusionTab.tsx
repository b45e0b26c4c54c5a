import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Evaluation, RunSummary } from '#shared/training/event.ts';
import { reportProblem } from '../host/report.ts';
import { type Host, useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
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
	const { evaluation, isTesting, test } = useEvaluation(run);
	if (run && evaluation) {
		return (
			<div className={styles.tab}>
				<div className={styles.scroll}>
					<ConfusionTable name={run.name} evaluation={evaluation} />
				</div>
				<Findings evaluation={evaluation} />
			</div>
		);
	}
	return (
		<EmptyNote title={t('evaluate.confusion.empty.title')} text={t('evaluate.confusion.empty.text')}>
			{run?.hasWeights ? (
				<Button h={28} size="xs" variant="default" loading={isTesting} onClick={test}>
					{t(isTesting ? 'evaluate.confusion.computing' : 'evaluate.confusion.compute')}
				</Button>
			) : null}
		</EmptyNote>
	);
}

/** The run's own test result, or one asked for now: a stopped run may have none. */
function useEvaluation(run: RunSummary | null): {
	readonly evaluation: Evaluation | null;
	readonly isTesting: boolean;
	readonly test: () => void;
} {
	const host: Host = useHost();
	const [tested, setTested] = useState<{ readonly run: string; readonly evaluation: Evaluation } | null>(null);
	const [isTesting, setIsTesting] = useState(false);
	const test = (): void => {
		if (!run) return;
		setIsTesting(true);
		host.evaluate
			.test({ run: run.id })
			.then((evaluation) => setTested({ run: run.id, evaluation }), reportProblem)
			.finally(() => setIsTesting(false));
	};
	return { evaluation: run?.evaluation ?? (tested && tested.run === run?.id ? tested.evaluation : null), isTesting, test };
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
