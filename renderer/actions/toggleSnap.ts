import { message } from '#shared/text/message.ts';
import { useSnapStore } from '../canvas/layout/snapStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

/** Whether dragged cards line up with the grid and their neighbours. */
export const toggleSnap: Action = {
	name: 'toggleSnap',
	group: 'arrange',
	isEnabled: isOnCanvas,
	run: () => {
		const isOn = !useSnapStore.getState().isOn;
		useSnapStore.setState({ isOn });
		announce(currentFormatter().text(message(isOn ? 'announce.snapOn' : 'announce.snapOff')));
	},
};
