import { ActionIcon, Tooltip } from '@mantine/core';
import { Icon, type IconName } from '../ui/Icon.tsx';
import type { Action } from './action.ts';
import { useIsEnabled, useRunAction } from './useAction.ts';
import { useActionTip } from './useActionTip.ts';

/** An action as a small square button; its name and key come up when it is pointed at. */
export function ActionIconButton({ action, icon, isOn }: { readonly action: Action; readonly icon: IconName; readonly isOn?: boolean }) {
	const isEnabled = useIsEnabled(action);
	const run = useRunAction();
	const { name, label, aria } = useActionTip(action);
	return (
		<Tooltip label={label} openDelay={400}>
			<ActionIcon
				variant="subtle"
				color="var(--text-2)"
				size={28}
				radius={6}
				aria-label={name}
				aria-keyshortcuts={aria}
				aria-disabled={!isEnabled}
				data-disabled={!isEnabled || undefined}
				aria-pressed={isOn}
				onClick={() => {
					if (isEnabled) run(action);
				}}
			>
				<Icon name={icon} />
			</ActionIcon>
		</Tooltip>
	);
}
