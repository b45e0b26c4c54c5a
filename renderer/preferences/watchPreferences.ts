import { notifications } from '@mantine/notifications';
import { message } from '#shared/text/message.ts';
import { follow } from '../host/follow.ts';
import type { Host } from '../host.ts';
import { asMessage } from '../hostProblem.ts';
import { currentFormatter } from '../text/useText.ts';
import { acceptPreferences } from './preferencesStore.ts';

/** Reads the preferences before the window shows anything else, says what was wrong with their file, then follows other windows. */
export async function watchPreferences(host: Host): Promise<void> {
	const { preferences, problem } = await host.preferences.read();
	acceptPreferences(preferences);
	follow((options) => host.preferences.changed(undefined, options), acceptPreferences);
	if (!problem) return;
	const format = currentFormatter();
	notifications.show({
		title: format.text(message('preferences.problem.title')),
		message: format.text(asMessage(problem)),
		color: 'var(--warn)',
		autoClose: false,
	});
}
