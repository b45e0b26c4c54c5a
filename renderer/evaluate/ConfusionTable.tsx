import { type CSSProperties, memo } from 'react';
import type { Evaluation } from '#shared/training/event.ts';
import { useText } from '../text/useText.ts';
import styles from './ConfusionTab.module.css';
import { classAccuracy, rowTotal } from './confusion.ts';
import { useEvaluateStore } from './evaluateStore.ts';

/** Rows are true classes, columns the answers; the darker a cell, the larger its share of the row. Each number opens its images. */
export const ConfusionTable = memo(function ConfusionTable({
	name,
	evaluation,
}: {
	readonly name: string;
	readonly evaluation: Evaluation;
}) {
	const { t, format } = useText();
	const { confusion, classes } = evaluation;
	return (
		<table className={styles.table}>
			<caption className={styles.caption}>{t('evaluate.confusion.table', { name })}</caption>
			<thead>
				<tr>
					<th scope="col" className={styles.corner}>
						<span>{t('evaluate.confusion.rows')}</span>
						<span>{t('evaluate.confusion.columns')}</span>
					</th>
					{classes.map((answer) => (
						<th key={answer} scope="col" title={answer}>
							<span>{answer}</span>
						</th>
					))}
					<th scope="col">{t('evaluate.confusion.right')}</th>
				</tr>
			</thead>
			<tbody>
				{confusion.map((row, label) => {
					const share = classAccuracy(row, label);
					return (
						<tr key={classes[label] ?? label}>
							<th scope="row" title={classes[label]}>
								<span>{classes[label] ?? label}</span>
							</th>
							{row.map((count, answer) => (
								<Cell key={classes[answer] ?? answer} count={count} total={rowTotal(row)} label={label} answer={answer} classes={classes} />
							))}
							<td className={styles.share}>{share === null ? '–' : format.percent(share)}</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
});

/** Share of colour in the deepest cell, in percent: its number stays readable in both themes. */
const DEEPEST = 46;

function Cell({
	count,
	total,
	label,
	answer,
	classes,
}: {
	readonly count: number;
	readonly total: number;
	readonly label: number;
	readonly answer: number;
	readonly classes: readonly string[];
}) {
	const { t, format } = useText();
	const showCell = useEvaluateStore((state) => state.showCell);
	if (count === 0) return <td className={styles.none}>0</td>;
	const isRight = label === answer;
	const share = count / total;
	// Mistakes are rare in a good network: their scale is stretched so that one in twenty is already seen.
	const strength = isRight ? share : Math.min(1, Math.sqrt(share) * 1.4);
	const words = { count, label: classes[label] ?? String(label), answer: classes[answer] ?? String(answer) };
	return (
		<td>
			<button
				type="button"
				className={styles.cell}
				data-right={isRight || undefined}
				style={{ '--strength': `${Math.round(strength * DEEPEST)}%` } as CSSProperties}
				aria-label={t('evaluate.confusion.cell', words)}
				title={t('evaluate.confusion.cell', words)}
				onClick={() => showCell({ label, answer })}
			>
				{format.count(count)}
			</button>
		</td>
	);
}
