import { openLayerSearch } from '../palette/searchStore.ts';
import type { Action } from './action.ts';
import { canEdit } from './guards.ts';

/** Opens the search for a layer where the pointer is. */
export const addLayer: Action = {
	name: 'addLayer',
	group: 'add',
	keys: ['Tab', '/'],
	isEnabled: canEdit,
	run: () => openLayerSearch(),
};
