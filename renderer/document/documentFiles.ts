import { notifications } from '@mantine/notifications';
import type { GraphDocument } from '#shared/graph/document.ts';
import { findTemplate, templateNameOf } from '#shared/templates/templates.ts';
import { message } from '#shared/text/message.ts';
import type { Host } from '../host.ts';
import { asMessage, problemOf } from '../hostProblem.ts';
import { choosePath } from '../shell/choosePath.ts';
import { askOverwrite, askUnsaved } from '../shell/dialogStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { useViewStore } from '../view/viewStore.ts';
import { hasUnsavedChanges, useDocumentStore } from './documentStore.ts';
import { recallHistory } from './keptHistory.ts';
import { newDocumentId } from './newId.ts';
import { forHost } from './wire.ts';

/** Puts a document on the canvas that is in no file yet: an empty one or a template. */
export function startDocument(document: GraphDocument): void {
	useDocumentStore.getState().open(document, null, { hasUnsavedChanges: true });
	showCanvas();
}

/** Opens a file; asks first when the document on the canvas has changes that are in no file. */
export async function openDocumentAt(host: Host, path: string): Promise<void> {
	const opened = await host.documents.open({ path });
	if (!(await leaveDocument(host))) return;
	useDocumentStore.getState().open(opened.document, opened.path, { hasUnsavedChanges: opened.repairs.length > 0 });
	showCanvas();
	await recallHistory(host, opened.document);
	if (opened.repairs.length > 0) tellRepairs(opened.repairs);
}

/** What the program was started with: a document's path, or `template:NAME`. */
export async function openRequested(host: Host, place: string): Promise<void> {
	const name = templateNameOf(place);
	if (name === null) return openDocumentAt(host, place);
	const template = findTemplate(name);
	if (template && (await leaveDocument(host))) startDocument(template.build(newDocumentId()));
}

/** Writes to the file that the document came from, or asks for one; false when the user backs out. */
export async function saveDocument(host: Host): Promise<boolean> {
	const { document, path } = useDocumentStore.getState();
	if (!document) return false;
	if (path === null) return saveDocumentAs(host);
	return writeOrAsk(host, path, document);
}

export async function saveDocumentAs(host: Host): Promise<boolean> {
	const { document } = useDocumentStore.getState();
	if (!document) return false;
	const path = await choosePath(host, 'saveDocument', `${document.name}.loom.json`);
	if (path === null) return false;
	return writeOrAsk(host, path, document);
}

/** Asks before another file, or another program's change to this one, is written over; false when the user backs out. */
async function writeOrAsk(host: Host, path: string, document: GraphDocument): Promise<boolean> {
	try {
		await write(host, path, document, false);
	} catch (error) {
		if (!wouldOverwrite(error)) throw error;
		if (!(await askOverwrite(path))) return false;
		await write(host, path, document, true);
	}
	return true;
}

/** Ends work on the document; true when it may go: nothing is unsaved, it was saved now, or the changes are given up. */
export async function leaveDocument(host: Host): Promise<boolean> {
	const state = useDocumentStore.getState();
	if (!state.document) return true;
	if (hasUnsavedChanges(state)) {
		const answer = await askUnsaved(state.document.name);
		if (answer === 'cancel') return false;
		if (answer === 'save' && !(await saveDocument(host))) return false;
	}
	const documentId = state.document.id;
	useDocumentStore.getState().close();
	await host.documents.forget({ documentId });
	return true;
}

async function write(host: Host, path: string, document: GraphDocument, overwrite: boolean): Promise<void> {
	const written = await host.documents.save({ path, document: forHost(document), overwrite });
	useDocumentStore.getState().markSaved(written.path, document);
}

function showCanvas(): void {
	useViewStore.getState().set({ page: 'canvas', mode: 'build', selection: new Set(), inside: null, run: null });
}

function tellRepairs(repairs: Awaited<ReturnType<Host['documents']['open']>>['repairs']): void {
	const format = currentFormatter();
	notifications.show({
		title: format.text(message('shell.repaired.title')),
		message: repairs
			.slice(0, 5)
			.map((repair) => format.text(asMessage(repair.message)))
			.join(' '),
		color: 'var(--warn)',
		autoClose: false,
	});
}

function wouldOverwrite(error: unknown): boolean {
	return ['documents.problem.exists', 'documents.problem.changedElsewhere'].includes(problemOf(error).id);
}
