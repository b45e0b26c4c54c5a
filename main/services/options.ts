import type { SystemMenu } from '#shared/ipc/contract.ts';
import type { Shown } from '../documents/fileBrowser.ts';
import type { Training } from './training.ts';

/** Native file dialogs of a shell; answers are `null` when cancelled. */
export interface Dialogs {
	chooseOpen(show: Shown): Promise<string | null>;
	chooseSave(suggestedName: string): Promise<string | null>;
}

/** The system's menu bar of a shell. */
export interface MenuBar {
	show(menu: SystemMenu): void;
	/** Names of chosen actions until the signal fires. */
	choices(signal?: AbortSignal): AsyncGenerator<{ readonly action: string }, void, void>;
}

/** What a shell gives the services: places, its abilities, the training. Everything else they make themselves. */
export interface ServiceOptions {
	readonly version: string;
	readonly shell: 'electron' | 'web';
	/** Per-user folder for runs, working states, recent files and caches. */
	readonly dataFolder: string;
	/** Where the file picker starts. */
	readonly documentsFolder: string;
	/** The product's own `assets/`. */
	readonly assetsFolder: string;
	/** The built page of exports: `page.js` and `page.css`. */
	readonly exportedPageFolder: string;
	readonly training: Training;
	/** `null` where the window shows its own picker. */
	readonly dialogs: Dialogs | null;
	/** Shows a file in the system's file manager; `null` where there is none. */
	readonly reveal: ((path: string) => Promise<boolean>) | null;
	/** Left out where the page's own menu is the only one. */
	readonly menuBar?: MenuBar;
	readonly now?: () => Date;
}
