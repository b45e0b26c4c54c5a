import { spotlight } from '@mantine/spotlight';
import type { Action } from './action.ts';

/** The list of everything that can be done, searched by typing. */
export const showCommands: Action = {
	name: 'showCommands',
	group: 'help',
	keys: ['mod+K'],
	worksInFields: true,
	isEnabled: () => true,
	run: () => spotlight.open(),
};
