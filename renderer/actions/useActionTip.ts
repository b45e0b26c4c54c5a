import { useText } from '../text/useText.ts';
import type { Action } from './action.ts';
import { ariaShortcut } from './chord.ts';
import { useKeys } from './keymap.ts';
import { keyText } from './keyText.ts';

/** What comes up when a button of an action is pointed at, with its key; `aria` is the key for screen readers. */
export function useActionTip(action: Action): { readonly name: string; readonly label: string; readonly aria: string | undefined } {
	const { t } = useText();
	const name = t(`action.${action.name}.label`);
	const [key] = useKeys(action);
	return { name, label: key ? t('action.tooltip', { label: name, key: keyText(key) }) : name, aria: key && ariaShortcut(key) };
}
