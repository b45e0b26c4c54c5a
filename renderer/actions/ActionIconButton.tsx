import { ActionIcon, Tooltip } from '@mantine/core';
import { useText } from '../text/useText.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import type { Action } from './action.ts';
import { ariaShortcut } from './chord.ts';
import { useKeys } from './keymap.ts';
import { keyText } from './keyText.ts';
import { useIsEnabled, useRunAction } from './useAction.ts';

/** An action as a small square button; its name and key come up when it is pointed at. */
export function ActionIconButton({ action, icon, isOn }: { readonly action: Action; readonly icon: IconName; readonly isOn?: boolean }) {
	const { t } = useText();
	const isEnabled = useIsEnabled(action);
	const run = useRunAction();
	const label = t(`action.${action.name}.label`);
	const [key] = useKeys(action);
	return (
		<Tooltip label={key ? t('action.tooltip', { label, key: keyText(key) }) : label} openDelay={400}>
			<ActionIcon
				variant="subtle"
				color="var(--text-2)"
				size={28}
				radius={6}
				aria-label={label}
				aria-keyshortcuts={key && ariaShortcut(key)}
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
