import { SegmentedControl, Tooltip } from '@mantine/core';
import type { Action } from '../actions/action.ts';
import { showBuild } from '../actions/showBuild.ts';
import { showExplain } from '../actions/showExplain.ts';
import { showTrain } from '../actions/showTrain.ts';
import { useRunAction } from '../actions/useAction.ts';
import { useActionTip } from '../actions/useActionTip.ts';
import { useText } from '../text/useText.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { useViewStore } from '../view/viewStore.ts';
import styles from './ModeSwitch.module.css';

const modes = [
	{ value: 'build', icon: 'build', action: showBuild },
	{ value: 'train', icon: 'chart', action: showTrain },
	{ value: 'explain', icon: 'eye', action: showExplain },
] as const satisfies readonly { readonly value: string; readonly icon: IconName; readonly action: Action }[];

/** Build, Train, Explain: the same canvas with other panels around it. */
export function ModeSwitch() {
	const { t } = useText();
	const mode = useViewStore((state) => state.mode);
	const run = useRunAction();
	return (
		<SegmentedControl
			aria-label={t('shell.modes')}
			classNames={{ root: styles.root, label: styles.label, indicator: styles.indicator, control: styles.control }}
			withItemsBorders={false}
			value={mode}
			onChange={(value) => {
				const chosen = modes.find((entry) => entry.value === value);
				if (chosen) run(chosen.action);
			}}
			data={modes.map(({ value, icon, action }) => ({
				value,
				label: <Mode value={value} icon={icon} action={action} />,
			}))}
		/>
	);
}

function Mode({ value, icon, action }: { readonly value: string; readonly icon: IconName; readonly action: Action }) {
	const { t } = useText();
	const { label } = useActionTip(action);
	return (
		<Tooltip label={label} openDelay={400}>
			<span className={styles.mode}>
				<Icon name={icon} />
				<span className={styles.text}>{t(`shell.mode.${value}`)}</span>
			</span>
		</Tooltip>
	);
}
