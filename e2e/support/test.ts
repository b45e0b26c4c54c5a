import { test as base } from '@playwright/test';
import { makeTestFolders, type TestFolders } from './folders.ts';
import { startWebHost, type WebHost } from './webHost.ts';

interface Fixtures {
	readonly folders: TestFolders;
	/** The program behind the page; its folders are the test's own. */
	readonly host: WebHost;
	/** What the page complained about; empty at the end of every test. */
	readonly complaints: string[];
}

/** A test with a web host of its own, whose `page` shows the app. */
export const test = base.extend<Fixtures>({
	// Playwright wants the first parameter destructured, even when nothing is taken.
	// biome-ignore lint/correctness/noEmptyPattern: see above
	folders: async ({}, use) => {
		const folders = makeTestFolders();
		await use(folders);
		folders.remove();
	},
	host: async ({ folders }, use) => {
		const host = await startWebHost(folders);
		await use(host);
		await host.stop();
	},
	complaints: [
		async ({ page }, use) => {
			const complaints: string[] = [];
			page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
			page.on('console', (line) => {
				if (line.type() === 'error') complaints.push(line.text());
			});
			await use(complaints);
			if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
		},
		{ auto: true },
	],
	page: async ({ page, host }, use) => {
		await page.goto(host.link);
		await use(page);
	},
});

export { expect } from '@playwright/test';
