import { expect, type Locator, type Page } from '@playwright/test';

/** The window's own picker of folders. */
export class PathDialog {
	private readonly dialog: Locator;

	constructor(page: Page) {
		this.dialog = page.getByRole('dialog', { name: 'Choose a folder' });
	}

	/** Types the path, goes there and takes it. */
	async choose(path: string): Promise<void> {
		const place = this.dialog.getByRole('textbox', { name: 'Folder' });
		await place.fill(path);
		await place.press('Enter');
		await expect(this.dialog.getByRole('button', { name: 'To the folder above' })).toBeEnabled();
		await expect(place).toHaveValue(path);
		await this.dialog.getByRole('button', { name: 'Choose this folder' }).click();
	}
}
