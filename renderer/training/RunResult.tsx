import { Button } from '@mantine/core';
import type { Message } from '#shared/text/message.ts';
import { message } from '#shared/text/message.ts';
import type { RunSummary } from '#shared/training/event.ts';
import type { Action } from '../actions/action.ts';
import { fineTune } from '../actions/fineTune.ts';
import { replaceHead } from '../actions/replaceHead.ts';
import { trainOn } from '../actions/trainOn.ts';
import { useIsEnabled, useRunAction } from '../actions/useAction.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useHost } from '../host.ts';
import { asMessage } from '../hostProblem.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelSection, ValueList } from '../ui/PanelSection.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { AdviceBoxes } from './AdviceBoxes.tsx';
import { RunDetailsSection } from './RunDetailsSection.tsx';
import { proposeRepairs } from './repairs.ts';
import { TestRunButton } from './TestRunButton.tsx';
import styles from './TrainingPanel.module.css';
import { useTrainingStore } from './trainingStore.ts';

/** How a run ended, in words and numbers, and what to do next. */
export function RunResult({ run }: { readonly run: RunSummary }) {
	const { t, format } = useText();
	const set = useViewStore((state) => state.set);
	const showMode = useViewStore((state) => state.showMode);
	const { evaluation } = run;
	return (
		<>
			<PanelSection title={run.name} remark={t(`runs.status.${run.status}`)}>
				{evaluation ? (
					<p className={styles.result}>
						<strong>{format.percent(evaluation.accuracy)}</strong>
						{t('training.result.testAccuracy', { count: countImages(evaluation.confusion) })}
					</p>
				) : null}
				<Ending run={run} />
				{!evaluation && run.hasWeights ? (
					<div className={styles.untested}>
						<span>{t('training.result.noTest')}</span>
						<TestRunButton run={run.id} />
					</div>
				) : null}
				{evaluation ? <ChanceHint run={run} accuracy={evaluation.accuracy} classes={evaluation.classes.length} /> : null}
				{run.canResume ? <ResumeButton run={run} /> : null}
				{run.hasWeights ? (
					<div className={styles.next}>
						<Button h={32} leftSection={<Icon name="eye" size={14} />} onClick={() => showMode('explain')}>
							{t('training.result.try')}
						</Button>
						<Button h={32} variant="default" leftSection={<Icon name="export" size={14} />} onClick={() => set({ dialog: 'export' })}>
							{t('training.result.export')}
						</Button>
					</div>
				) : null}
				{run.hasWeights ? (
					<div className={styles.further}>
						<ActionButton action={trainOn} />
						<ActionButton action={replaceHead} />
						<FineTuneHint />
					</div>
				) : null}
			</PanelSection>
			<AdviceBoxes advice={run.advice} isLive={false} />
			<Numbers run={run} />
			<RunDetailsSection run={run} />
		</>
	);
}

/** After the head has been trained on a frozen base. */
function FineTuneHint() {
	const { t } = useText();
	const isEnabled = useIsEnabled(fineTune);
	const run = useRunAction();
	if (!isEnabled) return null;
	return (
		<div className={styles.advice}>
			<p>{t('training.fineTune.text')}</p>
			<div className={styles.adviceButtons}>
				<Button h={28} size="xs" title={t('action.fineTune.help')} onClick={() => run(fineTune)}>
					{t('action.fineTune.label')}
				</Button>
			</div>
		</div>
	);
}

function ActionButton({ action }: { readonly action: Action }) {
	const { t } = useText();
	const isEnabled = useIsEnabled(action);
	const run = useRunAction();
	return (
		<Button h={28} size="xs" variant="default" title={t(`action.${action.name}.help`)} disabled={!isEnabled} onClick={() => run(action)}>
			{t(`action.${action.name}.label`)}
		</Button>
	);
}

/** Goes on where the run left off, with the same optimizer state. */
function ResumeButton({ run }: { readonly run: RunSummary }) {
	const host = useHost();
	const { t } = useText();
	const isStarting = useTrainingStore((state) => state.isStarting);
	return (
		<div className={styles.untested}>
			<span>{t('training.resume.note')}</span>
			<Button
				h={28}
				size="xs"
				variant="default"
				leftSection={<Icon name="play" size={12} />}
				disabled={isStarting}
				onClick={() => void useTrainingStore.getState().resume(host, run.id)}
			>
				{t('training.resume.label')}
			</Button>
		</div>
	);
}

function countImages(confusion: readonly (readonly number[])[]): number {
	return confusion.reduce((sum, row) => sum + row.reduce((rowSum, count) => rowSum + count, 0), 0);
}

function Ending({ run }: { readonly run: RunSummary }) {
	const { t, format } = useText();
	if (run.status === 'failed') return <FailureNote run={run} />;
	const words = endingOf(run);
	if (!words) return null;
	return (
		<p className={styles.ending}>
			{format.text(words)}
			{run.bestEpoch !== null && run.hasWeights ? (
				<> {t('training.result.bestNote', { hasValidation: String(run.epochs.some((epoch) => epoch.validation !== null)) })}</>
			) : null}
		</p>
	);
}

function endingOf(run: RunSummary): Message | null {
	switch (run.status) {
		case 'finished':
			return run.epochs.length === 0
				? message('training.result.adopted')
				: message('training.result.finished', { epochs: run.epochs.length });
		case 'stopped':
			return run.reason
				? asMessage(run.reason)
				: message('training.result.stopped', { epoch: Math.min(run.epochs.length + 1, run.settings.epochs), epochs: run.settings.epochs });
		case 'interrupted':
			return run.reason ? asMessage(run.reason) : message('training.result.interrupted');
		case 'failed':
		case 'queued':
		case 'running':
			return null;
	}
}

/** The reason in words, and the change that helps as a button. */
function FailureNote({ run }: { readonly run: RunSummary }) {
	const { t, format } = useText();
	return (
		<div className={styles.failure} role="alert">
			<strong>
				<Icon name="warn" />
				{t('training.result.failed')}
			</strong>
			{run.reason ? <p>{format.text(asMessage(run.reason))}</p> : null}
			<Repairs run={run} />
		</div>
	);
}

/** Changes of one click that make the next run end better. */
function Repairs({ run }: { readonly run: RunSummary }) {
	const { format } = useText();
	const edit = useDocumentStore((state) => state.edit);
	return proposeRepairs(run).map(({ label, edits }) => (
		<Button key={label.id} h={28} variant="default" size="xs" onClick={() => edit(edits, { label })}>
			{format.text(label)}
		</Button>
	));
}

/** Says so when the result is no better than guessing. */
function ChanceHint({ run, accuracy, classes }: { readonly run: RunSummary; readonly accuracy: number; readonly classes: number }) {
	const { t, format } = useText();
	const chance = 1 / classes;
	// A twentieth of the way from chance to perfect is luck.
	if (accuracy > chance + (1 - chance) * 0.05) return null;
	return (
		<div className={styles.hint}>
			<p>{t('training.result.chance', { percent: format.percent(chance, 0) })}</p>
			<Repairs run={run} />
		</div>
	);
}

function Numbers({ run }: { readonly run: RunSummary }) {
	const { t, format } = useText();
	const best = run.epochs.find((epoch) => epoch.epoch === run.bestEpoch);
	const seconds = run.epochs.reduce((sum, epoch) => sum + epoch.seconds, 0);
	const speed = run.epochs.at(-1)?.imagesPerSecond ?? null;
	const percent = (share: number | null | undefined): string | null => (share == null ? null : format.percent(share));
	return (
		<PanelSection>
			<ValueList
				values={[
					[t('training.result.best'), best ? t('training.result.bestValue', { epoch: best.epoch + 1, epochs: run.epochs.length }) : null],
					[t('training.result.validation'), percent(best?.validation?.accuracy)],
					[t('training.result.train'), percent(best?.train.accuracy)],
					[t('training.result.testLoss'), run.evaluation ? run.evaluation.loss.toFixed(3) : null],
					[t('training.result.time'), seconds > 0 ? format.duration(seconds) : null],
					[t('training.result.speed'), speed === null ? null : t('training.result.speedValue', { speed: format.count(speed) })],
					[t('training.result.engine'), run.engine ? t(`engine.chip.name.${run.engine}`) : null],
					[t('training.result.weights'), format.count(run.weights)],
				]}
			/>
		</PanelSection>
	);
}
