import { describe, expect, it, vi } from 'vitest';
import type { SystemMenu } from '#shared/ipc/contract.ts';
import { acceleratorOf, menuTemplate } from './menu.ts';

const menu: SystemMenu = {
	menus: [
		{ group: 'file', label: 'File', items: [{ action: 'save', label: 'Save', keys: 'mod+S', isEnabled: true }] },
		{ group: 'edit', label: 'Edit', items: [{ action: 'undo', label: 'Undo', keys: 'mod+Z', isEnabled: false }] },
	],
};
const labels = (items: unknown): unknown[] =>
	Array.isArray(items) ? items.map(({ label, role, type }: { label?: string; role?: string; type?: string }) => label ?? role ?? type) : [];

describe('menuTemplate', () => {
	it('shows the actions of the page and adds what the system needs', () => {
		const [file, edit] = menuTemplate(menu, 'linux', () => {});
		expect(labels(file?.submenu)).toEqual(['Save', 'separator', 'quit']);
		expect(labels(edit?.submenu)).toEqual(['Undo', 'separator', 'cut', 'copy', 'paste']);
	});

	it('puts the application menu first on a Mac', () => {
		expect(labels(menuTemplate(menu, 'darwin', () => {}))).toEqual(['appMenu', 'File', 'Edit', 'windowMenu']);
	});

	it('tells the name of the chosen action, and leaves the shortcut to the page', () => {
		const choose = vi.fn();
		const [file] = menuTemplate(menu, 'linux', choose);
		const [save] = Array.isArray(file?.submenu) ? file.submenu : [];
		expect(save).toMatchObject({ accelerator: 'CmdOrCtrl+S', registerAccelerator: false, enabled: true });
		(save?.click as (() => void) | undefined)?.();
		expect(choose).toHaveBeenCalledWith('save');
	});
});

it.each([
	['mod+shift+Z', 'CmdOrCtrl+Shift+Z'],
	['mod+.', 'CmdOrCtrl+.'],
	['Delete', 'Delete'],
	['shift+?', null],
	['=', '='],
	['alt+N', 'Alt+N'],
])('the shortcut %s is shown as %s', (keys, accelerator) => {
	expect(acceleratorOf(keys)).toBe(accelerator);
});
