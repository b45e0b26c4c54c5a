import { notifications } from '@mantine/notifications';
import { message } from '#shared/text/message.ts';
import { connectSystemMenu } from '../actions/systemMenu.ts';
import { watchAutosave } from '../document/autosave.ts';
import { watchDataset } from '../document/datasetSync.ts';
import { openRequested } from '../document/documentFiles.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { recallHistory, watchHistory } from '../document/keptHistory.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { follow } from '../host/follow.ts';
import { reportProblem } from '../host/report.ts';
import type { Host } from '../host.ts';
import { watchPreferences } from '../preferences/watchPreferences.ts';
import { currentFormatter } from '../text/useText.ts';
import { watchPreparation } from '../training/watchPreparation.ts';
import { recallView, watchView } from '../view/viewMemory.ts';
import { useViewStore } from '../view/viewStore.ts';
import { useSessionStore } from './sessionStore.ts';

/** What happens once when the window opens: learn what the host can do, bring back the work, then keep it safe. */
export async function startSession(host: Host): Promise<void> {
	const [info] = await Promise.all([host.app.info(), watchPreferences(host)]);
	useSessionStore.setState({ info });
	useDerivedStore.getState().setMemoryBudget(info.memoryBytes);
	await bringBack(host);
	watchView();
	watchAutosave(host);
	watchHistory(host);
	watchDataset(host);
	watchPreparation(host);
	if (info.shell === 'electron') connectSystemMenu(host);
	follow(
		(options) => host.documents.requested(undefined, options),
		({ path }) => openRequested(host, path).catch(reportProblem),
	);
}

/** A reloaded window finds its document again; a new one finds what a crash left unsaved. */
async function bringBack(host: Host): Promise<void> {
	const kept = await host.documents.recover();
	const view = recallView();
	const own = view && kept.find((entry) => entry.document.id === view.documentId);
	const entry = own ?? (view ? undefined : kept.find((candidate) => candidate.hasUnsavedChanges));
	if (!entry) return;
	useDocumentStore.getState().open(entry.document, entry.path, { hasUnsavedChanges: entry.hasUnsavedChanges });
	await recallHistory(host, entry.document);
	if (own) {
		const { documentId: _, selection, ...rest } = view;
		useViewStore.getState().set({ ...rest, page: 'canvas', selection: new Set(selection) });
		return;
	}
	useViewStore.getState().set({ page: 'canvas' });
	const format = currentFormatter();
	notifications.show({
		title: format.text(message('shell.recovered.title', { name: entry.document.name })),
		message: format.text(message('shell.recovered.text')),
		autoClose: 10_000,
	});
}
