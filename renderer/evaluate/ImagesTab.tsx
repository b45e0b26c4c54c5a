import { Button, SegmentedControl } from '@mantine/core';
import type { RunSummary } from '#shared/training/event.ts';
import { useText } from '../text/useText.ts';
import { Picture } from '../ui/Picture.tsx';
import { countRight, countTested } from './confusion.ts';
import { type AnswerFilter, useEvaluateStore } from './evaluateStore.ts';
import styles from './TryPanel.module.css';
import { type ShownAnswer, useAnswers } from './useAnswers.ts';

/** Test images, each with the answer of the network and how sure it is. */
export function ImagesTab({ run, classes }: { readonly run: RunSummary; readonly classes: readonly string[] }) {
	const { t, format } = useText();
	const filter = useEvaluateStore((state) => state.filter);
	const { answers, total, isLoading, hasMore, problem, more } = useAnswers(run.id, filter);
	return (
		<div className={styles.images}>
			<Filter run={run} classes={classes} filter={filter} total={total} />
			{problem ? (
				<p className={styles.note} data-problem role="alert">
					{format.text(problem)}
				</p>
			) : null}
			{answers.length === 0 && !isLoading && !problem ? (
				<p className={styles.note}>{t(filter === 'wrong' ? 'evaluate.images.noneWrong' : 'evaluate.images.noneInCell')}</p>
			) : null}
			<ul className={styles.grid} aria-label={t('evaluate.images.label')} aria-busy={isLoading}>
				{answers.map((answer) => (
					<Answer key={answer.index} answer={answer} classes={classes} />
				))}
			</ul>
			{isLoading && answers.length === 0 ? <p className={styles.note}>{t('evaluate.images.loading')}</p> : null}
			{hasMore && answers.length > 0 ? (
				<Button className={styles.more} h={28} size="xs" variant="default" loading={isLoading} onClick={more}>
					{t('evaluate.images.more')}
				</Button>
			) : null}
			<p className={styles.note}>{t('evaluate.images.note')}</p>
		</div>
	);
}

function Filter({
	run,
	classes,
	filter,
	total,
}: {
	readonly run: RunSummary;
	readonly classes: readonly string[];
	readonly filter: AnswerFilter;
	readonly total: number | null;
}) {
	const { t } = useText();
	const set = useEvaluateStore((state) => state.set);
	if (typeof filter === 'object') {
		return (
			<div className={styles.cell}>
				<span>{t('evaluate.filter.cell', { label: classes[filter.label] ?? '?', answer: classes[filter.answer] ?? '?' })}</span>
				<Button variant="subtle" size="compact-xs" onClick={() => set({ filter: 'all' })}>
					{t('evaluate.filter.cell.clear')}
				</Button>
			</div>
		);
	}
	const tested = run.evaluation ? countTested(run.evaluation.confusion) : null;
	const wrong = run.evaluation && tested !== null ? tested - countRight(run.evaluation.confusion) : null;
	const label = (kind: 'all' | 'wrong', known: number | null): string =>
		t(`evaluate.filter.${kind}`, { count: known ?? (filter === kind ? (total ?? 0) : 0) });
	return (
		<SegmentedControl
			className={styles.filter}
			fullWidth
			size="xs"
			aria-label={t('evaluate.filter.label')}
			value={filter}
			data={[
				{ value: 'all', label: label('all', tested) },
				{ value: 'wrong', label: label('wrong', wrong) },
			]}
			onChange={(value) => set({ filter: value === 'wrong' ? 'wrong' : 'all' })}
		/>
	);
}

/** Longer class names get a line of their own under the picture. */
const SHORT_NAME = 3;

function Answer({ answer, classes }: { readonly answer: ShownAnswer; readonly classes: readonly string[] }) {
	const { t, format } = useText();
	const isPicked = useEvaluateStore((state) => state.picked?.kind === 'sample' && state.picked.index === answer.index);
	const pick = useEvaluateStore((state) => state.pick);
	const isRight = answer.answer === answer.label;
	const isStacked = classes.some((name) => name.length > SHORT_NAME);
	const words = {
		number: answer.index + 1,
		answer: classes[answer.answer] ?? String(answer.answer),
		label: classes[answer.label] ?? String(answer.label),
		percent: format.percent(answer.probability, 0),
	};
	return (
		<li>
			<button
				type="button"
				className={styles.answer}
				data-wrong={!isRight || undefined}
				aria-pressed={isPicked}
				aria-label={t(isRight ? 'evaluate.images.rightLabel' : 'evaluate.images.wrongLabel', words)}
				onClick={() => pick({ kind: 'sample', index: answer.index, label: answer.label, pixels: answer.pixels })}
			>
				<Picture pixels={answer.pixels} />
				{isStacked ? (
					<span>
						{words.answer}
						<br />
						{isRight ? words.percent : t('evaluate.images.not', words)}
					</span>
				) : (
					<span>{t(isRight ? 'evaluate.images.right' : 'evaluate.images.wrong', words)}</span>
				)}
			</button>
		</li>
	);
}
