import { themes } from '#shared/preferences/preferences.ts';
import { message } from '#shared/text/message.ts';
import { changePreferences, usePreferencesStore } from '../preferences/preferencesStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import type { Action } from './action.ts';

export const toggleTheme: Action = {
	name: 'toggleTheme',
	group: 'view',
	keys: ['mod+shift+L'],
	isEnabled: () => true,
	run: ({ host }) => {
		const { theme } = usePreferencesStore.getState();
		const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
		announce(currentFormatter().text(message(`preferences.theme.${next}`)));
		return changePreferences(host, { theme: next });
	},
};
