import type { BrowserWindow, Dialog } from 'electron';
import { modelEndings } from '#main/import/endings.ts';
import type { Dialogs } from '#main/services/options.ts';
import { words } from '#main/words.ts';
import { message } from '#shared/text/message.ts';

/** The system's own file dialogs, over the window that asks. */
export function nativeDialogs(
	dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
	currentWindow: () => BrowserWindow | null,
	documentsFolder: string,
): Dialogs {
	const modelFilters = [{ name: words.text(message('desktop.modelType')), extensions: modelEndings.map((ending) => ending.slice(1)) }];
	const filters = [{ name: words.text(message('desktop.documentType')), extensions: ['loom.json', 'json'] }];
	return {
		async chooseOpen(show) {
			const options =
				show === 'folders'
					? { properties: ['openDirectory' as const, 'createDirectory' as const] }
					: { properties: ['openFile' as const], filters: show === 'models' ? modelFilters : filters, defaultPath: documentsFolder };
			const window = currentWindow();
			const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
			return filePaths[0] ?? null;
		},
		async chooseSave(suggestedName) {
			const options = { filters, defaultPath: suggestedName };
			const window = currentWindow();
			const { filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
			return filePath ? filePath : null;
		},
	};
}
