import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/message-port';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } from 'electron';
import { Broadcast } from '#main/broadcast.ts';
import { createServices, type Services } from '#main/services.ts';
import { EngineHost } from '#main/train/host/engineHost.ts';
import { createTraining } from '#main/train/training.ts';
import { nativeDialogs } from './electron/dialogs.ts';
import { findDocuments } from './electron/documentArguments.ts';
import { chooseHostKind, probeSwitch, tryInSecondInstance } from './electron/hostChoice.ts';
import { pageScheme } from './electron/page.ts';
import { isFromPage, servePage, workerFile as workerName } from './electron/platform.ts';
import { findProductFolders } from './folders.ts';
import { acceptChannels } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { createRouter } from './router.ts';
import { findUserFolders } from './userFolders.ts';
import { fenceIn, refusePermissions, showPage, windowOptions } from './window.ts';

/** The desktop app: start-up, step by step. */
const product = findProductFolders(import.meta.url);
const user = findUserFolders();
const workerFile = join(product.programFolder, workerName);
const menuChoices = new Broadcast<{ readonly action: string }>();
/** Files that the system asked for before the services were there. */
const waitingDocuments: string[] = [...findDocuments(process.argv.slice(1), process.cwd())];
let services: Services | null = null;
let window: BrowserWindow | null = null;

const isProbe = process.argv.includes(probeSwitch);
// Beside the runs, so that a moved data folder takes the window's memory along; one instance at a time for each.
app.setPath('userData', join(user.dataFolder, isProbe ? 'probe' : 'window'));
if (isProbe) probeEngine().catch(() => app.exit(1));
else if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
	protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
	app.on('open-file', (event, path) => {
		event.preventDefault();
		openDocument(path);
	});
	app.on('second-instance', (_event, parameters, folder) => {
		for (const path of findDocuments(parameters.slice(1), folder)) openDocument(path);
		showWindow();
	});
	app.on('window-all-closed', () => app.quit());
	app.on('activate', showWindow);

	await app.whenReady();
	refusePermissions(session.defaultSession);
	servePage(protocol, product.pageFolder);
	Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ menus: [] }, process.platform, chooseAction)));
	const router = startServices().then(({ requests }) => createRouter(requests, (error) => console.error(error)));
	acceptChannels(ipcMain, isFromPage, async (port) => {
		new RPCHandler(await router).upgrade(port);
		// What the page has sent meanwhile is delivered from here on.
		port.start();
	});
	showWindow();
}

/** The window does not wait for this: its first requests do. */
async function startServices(): Promise<Services> {
	const { dataFolder, documentsFolder } = user;
	const { assetsFolder, version } = product;
	const hostKind = await chooseHostKind(join(dataFolder, 'engine-host.json'), describeEngine(version), () =>
		// A debugger that watches this instance cannot watch the other.
		tryInSecondInstance(
			process.execPath,
			process.argv.slice(1).filter((parameter) => !/^--(?:inspect|remote-debugging)/.test(parameter)),
		),
	);
	const training = createTraining({ dataFolder, assetsFolder, workerFile, hostKind, givesWay: true, version });
	// While the window loads its page.
	training.startEngine();
	const created = createServices({
		version,
		shell: 'electron',
		dataFolder,
		documentsFolder,
		assetsFolder,
		exportedPageFolder: product.exportedPageFolder,
		training,
		dialogs: nativeDialogs(dialog, () => window, documentsFolder),
		reveal: async (path) => {
			shell.showItemInFolder(path);
			return true;
		},
		menuBar: {
			show: (menu) => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menu, process.platform, chooseAction))),
			choices: (signal) => menuChoices.listen(signal),
		},
	});
	services = created;
	for (const path of waitingDocuments.splice(0)) created.requestDocument(path);
	app.once('before-quit', (event) => {
		event.preventDefault();
		void created.close().finally(() => app.quit());
	});
	return created;
}

function showWindow(): void {
	if (window) {
		if (window.isMinimized()) window.restore();
		window.focus();
		return;
	}
	window = new BrowserWindow(windowOptions(join(product.programFolder, 'preload.cjs'), join(product.assetsFolder, 'icons', 'icon.png')));
	window.on('closed', () => {
		window = null;
	});
	fenceIn(window, shell);
	showPage(window);
}

function openDocument(path: string): void {
	if (services) services.requestDocument(path);
	else waitingDocuments.push(path);
}

function chooseAction(action: string): void {
	menuChoices.send({ action });
}

/** What decides where the engine can live: Electron, the product, and the native library as it lies on the disk. */
function describeEngine(version: string): string {
	return [process.versions.electron, version, describeNativeLibrary()].join(' ');
}

function describeNativeLibrary(): string {
	try {
		const folder = join(createRequire(workerFile).resolve('@tensorflow/tfjs-node/package.json'), '..');
		return String(statSync(join(folder, 'lib')).mtimeMs);
	} catch {
		return 'none';
	}
}

/** The hidden second instance: loads the engine in a thread, beside a running Chromium, and ends well unless that brings it down. */
async function probeEngine(): Promise<void> {
	await app.whenReady();
	const host = new EngineHost({ kind: 'thread', workerFile, preferred: null });
	await host.opened;
	await host.close();
	app.exit(0);
}
