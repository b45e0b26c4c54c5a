import type { SystemMenu } from '#shared/ipc/contract.ts';
import { message } from '#shared/text/message.ts';
import { follow } from '../host/follow.ts';
import type { Host } from '../host.ts';
import { currentFormatter } from '../text/useText.ts';
import { actionGroups } from './action.ts';
import { onActionsChange } from './enabledStores.ts';
import { keysOf } from './keymap.ts';
import { actions, findAction } from './registry.ts';
import { runAction } from './runAction.ts';

const QUIET_MS = 100;

/** Shows the actions in the system's menu bar, where the shell has one, and runs what is chosen there. */
export function connectSystemMenu(host: Host): void {
	let sent = '';
	let timer: ReturnType<typeof setTimeout> | null = null;
	const send = (): void => {
		timer = null;
		const menu = describeMenu();
		const text = JSON.stringify(menu);
		if (text === sent) return;
		sent = text;
		host.app.setMenu(menu).catch(() => {
			sent = '';
		});
	};
	onActionsChange(() => {
		if (timer === null) timer = setTimeout(send, QUIET_MS);
	});
	send();
	follow(
		(options) => host.app.menu(undefined, options),
		({ action: name }) => {
			const action = findAction(name);
			if (action) runAction(action, { host });
		},
	);
}

/** All actions in the words and the state of this moment. */
export function describeMenu(): SystemMenu {
	const format = currentFormatter();
	return {
		menus: actionGroups.map((group) => ({
			group,
			label: format.text(message(`action.group.${group}`)),
			items: actions
				.filter((action) => action.group === group)
				.map((action) => ({
					action: action.name,
					label: format.text(message(`action.${action.name}.label`)),
					keys: action.isSystemKey || action.isCanvasKey ? null : (keysOf(action)[0] ?? null),
					isEnabled: action.isEnabled(),
				})),
		})),
	};
}
