import type { MenuItemConstructorOptions } from 'electron';
import type { SystemMenu } from '#shared/ipc/contract.ts';

/**
 * The system's menu bar from the page's actions. Shortcuts are shown but not registered, because the page listens to
 * them itself; where the system needs its own items (the application menu of a Mac, cut and paste), it gets them.
 */
export function menuTemplate(
	{ menus }: SystemMenu,
	platform: NodeJS.Platform,
	choose: (action: string) => void,
): MenuItemConstructorOptions[] {
	const isMac = platform === 'darwin';
	const ours = menus.map(({ group, label, items }): MenuItemConstructorOptions => {
		const actions = items.map(({ action, label, keys, isEnabled }): MenuItemConstructorOptions => {
			const accelerator = keys === null ? null : acceleratorOf(keys);
			return {
				id: action,
				label,
				enabled: isEnabled,
				...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
				click: () => choose(action),
			};
		});
		if (group === 'edit')
			return { label, submenu: [...actions, { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }] };
		if (group === 'file' && !isMac) return { label, submenu: [...actions, { type: 'separator' }, { role: 'quit' }] };
		return { label, submenu: actions };
	});
	return isMac ? [{ role: 'appMenu' }, ...ours, { role: 'windowMenu' }] : ours;
}

const names: Readonly<Record<string, string>> = { mod: 'CmdOrCtrl', ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift', meta: 'Super', '+': 'Plus' };

/** `mod+shift+Z` as Electron writes it, `CmdOrCtrl+Shift+Z`; `null` for what it cannot show. */
export function acceleratorOf(keys: string): string | null {
	const parts = keys.split('+').map((part) => (part === '' ? '+' : part));
	const shown = parts.map((part) => names[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part));
	return shown.every((part) => /^(?:[A-Z0-9]|[.,/=\-[\];'`\\]|[A-Z][A-Za-z0-9]+)$/.test(part)) ? shown.join('+') : null;
}
