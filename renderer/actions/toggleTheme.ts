import { message } from '#shared/text/message.ts';
import { currentFormatter } from '../text/useText.ts';
import { nextColorScheme, useColorSchemeStore } from '../theme/colorScheme.ts';
import { announce } from '../view/announce.ts';
import type { Action } from './action.ts';

export const toggleTheme: Action = {
	name: 'toggleTheme',
	group: 'view',
	keys: ['mod+shift+L'],
	isEnabled: () => true,
	run: () => {
		const { choice, choose } = useColorSchemeStore.getState();
		const next = nextColorScheme(choice);
		choose(next);
		announce(currentFormatter().text(message(`theme.${next}`)));
	},
};
