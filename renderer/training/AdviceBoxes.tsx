import { Button } from '@mantine/core';
import type { RunAdvice } from '#shared/training/event.ts';
import { useHost } from '../host.ts';
import { asMessage } from '../hostProblem.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { useViewStore } from '../view/viewStore.ts';
import styles from './TrainingPanel.module.css';
import { useTrainingStore } from './trainingStore.ts';

/** What the watchdog says of a run, with the layer concerned and what can be done at once. */
export function AdviceBoxes({ advice, isLive }: { readonly advice: readonly RunAdvice[]; readonly isLive: boolean }) {
	if (advice.length === 0) return null;
	return (
		<PanelSection>
			<div aria-live="polite">
				{advice.map((one) => (
					<AdviceBox key={one.advice} advice={one} isLive={isLive} />
				))}
			</div>
		</PanelSection>
	);
}

function AdviceBox({ advice: { advice, node, message }, isLive }: { readonly advice: RunAdvice; readonly isLive: boolean }) {
	const host = useHost();
	const { t, format } = useText();
	const select = useViewStore((state) => state.select);
	return (
		<div className={styles.advice}>
			<strong>
				<Icon name="warn" size={14} />
				{t(`training.advice.${advice}.title`)}
			</strong>
			<p>{format.text(asMessage(message))}</p>
			{node !== null || (isLive && advice === 'memorizing') ? (
				<div className={styles.adviceButtons}>
					{node === null ? null : (
						<Button h={28} size="xs" variant="default" onClick={() => select([node])}>
							{t('training.advice.showLayer')}
						</Button>
					)}
					{isLive && advice === 'memorizing' ? (
						<Button h={28} size="xs" variant="default" onClick={() => void useTrainingStore.getState().stop(host)}>
							{t('training.advice.stopAtBest')}
						</Button>
					) : null}
				</div>
			) : null}
		</div>
	);
}
