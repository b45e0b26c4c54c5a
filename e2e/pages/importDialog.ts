import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

/** A model of another tool on its way in. */
export class ImportDialog {
	private readonly page: Page;
	readonly dialog: Locator;

	constructor(page: Page) {
		this.page = page;
		this.dialog = page.getByRole('dialog', { name: 'Import a model' });
	}

	/** Lets a file go over the window, as from the system's file manager; `name` is what it is called there. */
	async drop(file: string, name = basename(file)): Promise<void> {
		const given = { name, data: readFileSync(file).toString('base64') };
		await this.page.evaluate(({ name, data }) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
			for (const kind of ['dragover', 'drop']) {
				document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
			}
		}, given);
	}

	/** By the menu and the window's own picker. */
	async choose(folder: string, file: string): Promise<void> {
		await this.page.getByRole('button', { name: 'Menu' }).click();
		await this.page.getByRole('menuitem', { name: /^Import/ }).click();
		const picker = this.page.getByRole('dialog', { name: 'Import a model' });
		const place = picker.getByRole('textbox', { name: 'Folder' });
		await place.fill(folder);
		await place.press('Enter');
		await picker.getByRole('button', { name: file }).click();
	}

	async open(): Promise<void> {
		await this.dialog.getByRole('button', { name: 'Open as a new network' }).click();
		await expect(this.dialog).toBeHidden();
	}
}
