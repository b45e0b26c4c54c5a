import { Button, Tooltip } from '@mantine/core';
import { stopTraining } from '../actions/stopTraining.ts';
import { train as startTraining } from '../actions/train.ts';
import { useActionTip } from '../actions/useActionTip.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useInference } from '../document/selectors.ts';
import { useHost } from '../host.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { useEngineStore } from './engineStore.ts';
import { type Obstacle, whyNotTrain } from './readiness.ts';
import { train } from './train.ts';
import { useIsTraining, useTrainingStore } from './trainingStore.ts';
import { useTrainingLink } from './useTrainingLink.ts';

/** Starts a run of the document, or stops the one under way. Says why when it cannot start. */
export function TrainButton() {
	useTrainingLink();
	return useIsTraining() ? <StopButton /> : <StartButton />;
}

function StartButton() {
	const host = useHost();
	const { t, format } = useText();
	const document = useDocumentStore((state) => state.document);
	const inference = useInference();
	const engine = useEngineStore();
	const isStarting = useTrainingStore((state) => state.isStarting);
	const obstacle = whyNotTrain(document, inference, engine);
	const reason = obstacle ? format.text(obstacle.message) : null;
	const isBlocked = obstacle !== null || isStarting;
	const { label, aria } = useActionTip(startTraining);
	return (
		<Tooltip label={reason ?? label} multiline maw={280} openDelay={reason === null ? 400 : 0} withArrow>
			<Button
				h={32}
				px={14}
				fz={13}
				leftSection={<Icon name="play" size={14} />}
				aria-disabled={isBlocked}
				data-disabled={isBlocked || undefined}
				aria-description={reason ?? t('training.start.help')}
				aria-keyshortcuts={aria}
				onClick={() => (isBlocked ? lead(obstacle) : void train(host))}
			>
				{isStarting ? t('training.start.starting') : t('training.start.label')}
			</Button>
		</Tooltip>
	);
}

/** Pressing the button in spite of the reason shows where the reason is. */
function lead(obstacle: Obstacle | null): void {
	const { set } = useViewStore.getState();
	if (obstacle?.leadsTo === 'data') set({ inspectorTab: 'data', ...(useViewStore.getState().mode === 'explain' ? { mode: 'build' } : {}) });
	if (obstacle?.leadsTo === 'problems') set({ mode: 'build', drawerTab: 'problems', isDrawerOpen: true });
}

function StopButton() {
	const host = useHost();
	const { t } = useText();
	const isStopping = useTrainingStore((state) => state.isStopping);
	const { label, aria } = useActionTip(stopTraining);
	return (
		<Tooltip label={label} openDelay={400} withArrow>
			<Button
				h={32}
				px={14}
				fz={13}
				variant="default"
				leftSection={<Icon name="stop" size={14} />}
				aria-description={t('training.stop.help')}
				aria-keyshortcuts={aria}
				aria-disabled={isStopping}
				data-disabled={isStopping || undefined}
				onClick={isStopping ? undefined : () => void useTrainingStore.getState().stop(host)}
			>
				{isStopping ? t('training.stop.stopping') : t('training.stop.label')}
			</Button>
		</Tooltip>
	);
}
