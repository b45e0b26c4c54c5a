import { Menu } from '@mantine/core';
import { useText } from '../text/useText.ts';
import type { Action } from './action.ts';
import { ariaShortcut } from './chord.ts';
import { useKeys } from './keymap.ts';
import { keyText } from './keyText.ts';
import { useIsEnabled, useRunAction } from './useAction.ts';

/** An action as a line of a menu, with its key at the right. */
export function ActionMenuItem({ action }: { readonly action: Action }) {
	const { t } = useText();
	const isEnabled = useIsEnabled(action);
	const run = useRunAction();
	const [key] = useKeys(action);
	return (
		<Menu.Item
			aria-keyshortcuts={key && ariaShortcut(key)}
			disabled={!isEnabled}
			onClick={() => run(action)}
			rightSection={key ? <kbd aria-hidden>{keyText(key)}</kbd> : undefined}
		>
			{t(`action.${action.name}.label`)}
		</Menu.Item>
	);
}
