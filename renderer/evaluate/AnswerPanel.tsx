import type { RunSummary } from '#shared/training/event.ts';
import { useText } from '../text/useText.ts';
import { useShownRun } from '../training/trainingStore.ts';
import { EmptyNote, PanelSection } from '../ui/PanelSection.tsx';
import { Picture } from '../ui/Picture.tsx';
import styles from './AnswerPanel.module.css';
import { type Picked, useEvaluateStore } from './evaluateStore.ts';
import { type Prediction, usePrediction } from './usePrediction.ts';
import { bestClass, explainAnswer } from './verdict.ts';

/** What the network says about the chosen picture: one bar per class, and a sentence. */
export function AnswerPanel() {
	const { t } = useText();
	const run = useShownRun();
	const picked = useEvaluateStore((state) => state.picked);
	if (!run?.hasWeights || !picked) return <EmptyNote title={t('evaluate.answer.empty.title')} text={t('evaluate.answer.empty.text')} />;
	return <AnswerTo run={run} picked={picked} />;
}

function AnswerTo({ run, picked }: { readonly run: RunSummary; readonly picked: Picked }) {
	const { t, format } = useText();
	const { prediction, problem, isWorking } = usePrediction(run.id, picked);
	const title =
		picked.kind === 'file'
			? picked.name
			: picked.kind === 'sample'
				? t('evaluate.answer.picture.sample', { number: picked.index + 1 })
				: t('evaluate.answer.picture.drawing');
	return (
		<>
			<PanelSection title={title}>
				<div className={styles.picture}>
					<Picture pixels={picked.pixels} label={title} />
				</div>
			</PanelSection>
			{problem ? (
				<PanelSection>
					<p className={styles.problem} role="alert">
						{format.text(problem)}
					</p>
				</PanelSection>
			) : null}
			{prediction ? <Probabilities prediction={prediction} isOld={isWorking} /> : null}
			{!prediction && isWorking ? (
				<PanelSection>
					<p className={styles.sentence} aria-busy="true">
						{t('evaluate.answer.working')}
					</p>
				</PanelSection>
			) : null}
		</>
	);
}

/** Longer lists show the likeliest classes only. */
const MOST_CLASSES = 20;

function Probabilities({ prediction, isOld }: { readonly prediction: Prediction; readonly isOld: boolean }) {
	const { t, format } = useText();
	const { probabilities, classes, label } = prediction;
	const answer = bestClass(probabilities);
	const rows = pickRows(probabilities);
	const least = Math.min(...rows.map((index) => probabilities[index] ?? 0));
	return (
		<PanelSection title={t('evaluate.answer.title')} remark={<LabelRemark classes={classes} label={label} answer={answer} />}>
			<ul className={styles.bars} aria-label={t('evaluate.answer.probabilities')} data-old={isOld || undefined}>
				{rows.map((index) => {
					const probability = probabilities[index] ?? 0;
					return (
						<li
							key={classes[index] ?? index}
							data-answer={index === answer || undefined}
							data-other={(index !== answer && probability >= 0.05) || undefined}
						>
							<span title={classes[index]}>{classes[index] ?? index}</span>
							<i aria-hidden="true">
								<i style={{ width: `${probability * 100}%` }} />
							</i>
							<b>{format.percent(probability)}</b>
						</li>
					);
				})}
			</ul>
			{rows.length < probabilities.length ? (
				<p className={styles.sentence}>
					{t('evaluate.answer.more', { count: probabilities.length - rows.length, percent: format.percent(least) })}
				</p>
			) : null}
			<p className={styles.sentence} aria-live="polite">
				{explainAnswer({ probabilities, classes, label }, format.percent)
					.map((sentence) => format.text(sentence))
					.join(' ')}
			</p>
		</PanelSection>
	);
}

function LabelRemark({
	classes,
	label,
	answer,
}: {
	readonly classes: readonly string[];
	readonly label: number | null;
	readonly answer: number;
}) {
	const { t } = useText();
	if (label === null) return t('evaluate.answer.noLabel');
	const isRight = label === answer;
	return (
		<span className={isRight ? styles.right : styles.wrong}>
			{t('evaluate.answer.label', { label: classes[label] ?? String(label), isRight: String(isRight) })}
		</span>
	);
}

/** Classes to show, in class order. */
function pickRows(probabilities: readonly number[]): readonly number[] {
	const all = probabilities.map((_, index) => index);
	if (all.length <= MOST_CLASSES) return all;
	return [...all]
		.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0))
		.slice(0, MOST_CLASSES)
		.sort((a, b) => a - b);
}
