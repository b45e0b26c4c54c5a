import { notifications } from '@mantine/notifications';
import { message } from '#shared/text/message.ts';
import { problemOf } from '../hostProblem.ts';
import { currentFormatter } from '../text/useText.ts';

/** Tells the user why something did not happen: a refused request in its own words, anything else with the technical reason. */
export function reportProblem(error: unknown, titleId = 'shell.problem.title'): void {
	const format = currentFormatter();
	notifications.show({
		title: format.text(message(titleId)),
		message: format.text(problemOf(error)),
		color: 'var(--err)',
		autoClose: 12_000,
	});
}
