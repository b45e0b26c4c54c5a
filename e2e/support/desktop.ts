import { _electron, type ElectronApplication, type Page, selectors } from '@playwright/test';
import { makeTestFolders, type TestFolders } from './folders.ts';

/** A running desktop app with folders of its own. */
export interface DesktopApp {
	readonly application: ElectronApplication;
	readonly page: Page;
	readonly folders: TestFolders;
	close(): Promise<void>;
}

/** The smoke test's old Electron needs a switch or two and a method that Playwright asks for. */
export const isOldElectron = process.env.LAYERLOOM_ELECTRON_OLD === '1';
let isPrepared = false;

/** Starts `program` (Electron, or a packaged app) and waits for its window. */
export async function launchDesktop(program: string, parameters: readonly string[] = []): Promise<DesktopApp> {
	await prepareOldPages();
	const folders = makeTestFolders();
	const application = await _electron.launch({
		executablePath: program,
		args: [...switches(), ...parameters],
		env: { ...definedEnvironment(), LAYERLOOM_DATA_DIR: folders.data, LAYERLOOM_DOCUMENTS_DIR: folders.documents },
	});
	const page = await application.firstWindow();
	return {
		application,
		page,
		folders,
		async close() {
			await application.close();
			folders.remove();
		},
	};
}

function switches(): readonly string[] {
	const always = ['--no-sandbox', '--disable-gpu'];
	return isOldElectron ? [...always, '--enable-blink-features=CSSFocusVisible', '--enable-experimental-web-platform-features'] : always;
}

async function prepareOldPages(): Promise<void> {
	if (!isOldElectron || isPrepared) return;
	isPrepared = true;
	// Registered for what its script does on every page, not for the selector.
	await selectors.register(
		'oldpage',
		() => {
			if (!Element.prototype.checkVisibility)
				Element.prototype.checkVisibility = function (this: Element) {
					return this.isConnected && this.getClientRects().length > 0;
				};
			return { query: () => null, queryAll: () => [] };
		},
		{ contentScript: true },
	);
}

function definedEnvironment(): Record<string, string> {
	return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
