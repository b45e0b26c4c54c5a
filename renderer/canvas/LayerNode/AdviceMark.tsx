import { ActionIcon, Tooltip } from '@mantine/core';
import type { RunAdvice } from '#shared/training/event.ts';
import { asMessage } from '../../hostProblem.ts';
import { useText } from '../../text/useText.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useViewStore } from '../../view/viewStore.ts';
import styles from './LayerNode.module.css';

/** On the card of a layer that the watchdog speaks of: what is wrong when pointed at or focused; a press shows the advice in the panel. */
export function AdviceMark({ advice }: { readonly advice: RunAdvice }) {
	const { t, format } = useText();
	const title = t(`training.advice.${advice.advice}.title`);
	const text = format.text(asMessage(advice.message));
	return (
		<Tooltip
			multiline
			maw={280}
			withArrow
			events={{ hover: true, focus: true, touch: true }}
			label={
				<>
					<strong>{title}</strong>
					<br />
					{text}
				</>
			}
		>
			<ActionIcon
				className={`${styles.advice} nodrag`}
				variant="subtle"
				size={20}
				aria-label={t('canvas.node.advice', { title, text })}
				onClick={() => useViewStore.getState().set({ inspectorTab: 'training' })}
			>
				<Icon name="warn" size={14} />
			</ActionIcon>
		</Tooltip>
	);
}
