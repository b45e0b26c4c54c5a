import { CloseButton } from '@mantine/core';
import type { RunSummary } from '#shared/training/event.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelSection, ValueList } from '../ui/PanelSection.tsx';
import { RunProgress } from './RunProgress.tsx';
import { RunResult } from './RunResult.tsx';
import { StartSection } from './StartSection.tsx';
import styles from './TrainingPanel.module.css';
import { TrainingSettings } from './TrainingSettings.tsx';
import { isTraining, useShownRun, useTrainingStore } from './trainingStore.ts';

/** How the network is trained: settings before, progress during, the result after a run. */
export function TrainingPanel() {
	const live = useTrainingStore((state) => (isTraining(state) ? state.live : null));
	const running = useTrainingStore((state) => state.runs?.find((run) => run.id === state.live?.run) ?? null);
	const shown = useShownRun();
	return (
		<div className={styles.panel}>
			<Refusal />
			{live ? (
				<>
					<RunProgress live={live} batchSize={running?.settings.batchSize ?? 1} />
					{running ? <LockedSettings settings={running.settings} /> : null}
				</>
			) : (
				<>
					{shown ? <RunResult run={shown} /> : null}
					<StartSection />
					<TrainingSettings />
				</>
			)}
		</div>
	);
}

/** Why the last request was refused. */
function Refusal() {
	const { t, format } = useText();
	const problem = useTrainingStore((state) => state.problem);
	const dismiss = useTrainingStore((state) => state.dismissProblem);
	if (!problem) return null;
	return (
		<PanelSection>
			<div className={styles.failure} role="alert">
				<strong>
					<Icon name="warn" />
					{t('training.problem.title')}
					<CloseButton className={styles.dismiss} size={24} aria-label={t('training.problem.dismiss')} onClick={dismiss} />
				</strong>
				<p>{format.text(problem)}</p>
			</div>
		</PanelSection>
	);
}

function LockedSettings({ settings }: { readonly settings: RunSummary['settings'] }) {
	const { t, format } = useText();
	return (
		<PanelSection
			title={t('training.settings.locked')}
			remark={
				<span className={styles.locked}>
					<Icon name="lock" size={12} />
					{t('training.settings.lockedNote')}
				</span>
			}
		>
			<ValueList
				values={[
					[t('training.optimizer.label'), t(`training.optimizer.option.${settings.optimizer}`)],
					[t('training.learningRate.label'), String(settings.learningRate)],
					[t('training.batchSize.label'), format.count(settings.batchSize)],
					[t('training.epochs.label'), format.count(settings.epochs)],
					[t('training.seed.label'), String(settings.seed)],
				]}
			/>
		</PanelSection>
	);
}
