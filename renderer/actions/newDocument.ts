import { createDocument } from '#shared/graph/create.ts';
import { message } from '#shared/text/message.ts';
import { leaveDocument, startDocument } from '../document/documentFiles.ts';
import { newDocumentId } from '../document/newId.ts';
import { currentFormatter } from '../text/useText.ts';
import type { Action } from './action.ts';

export const newDocument: Action = {
	name: 'newDocument',
	group: 'file',
	keys: ['alt+N'],
	isEnabled: () => true,
	run: async ({ host }) => {
		if (!(await leaveDocument(host))) return;
		startDocument(createDocument({ id: newDocumentId(), name: currentFormatter().text(message('document.untitled')) }));
	},
};
