import type { Locator, Page } from '@playwright/test';

/** Taking a trained network away. */
export class ExportDialog {
	private readonly dialog: Locator;

	constructor(page: Page) {
		this.dialog = page.getByRole('dialog', { name: /^Export/ });
	}

	get folder(): Locator {
		return this.dialog.getByRole('textbox', { name: 'Folder' });
	}

	format(name: string | RegExp): Locator {
		return this.dialog.getByRole('radio', { name });
	}

	get obstacle(): Locator {
		return this.dialog.getByRole('status');
	}

	showLayer(name: string): Promise<void> {
		return this.dialog.getByRole('button', { name: `Show “${name}”` }).click();
	}

	get startButton(): Locator {
		return this.dialog.getByRole('button', { name: 'Export', exact: true });
	}

	start(): Promise<void> {
		return this.startButton.click();
	}

	get proof(): Locator {
		return this.dialog.getByText(/^Loaded back and compared on/);
	}

	get replaceQuestion(): Locator {
		return this.dialog.getByRole('alertdialog', { name: 'Replace it' });
	}

	again(): Promise<void> {
		return this.dialog.getByRole('button', { name: 'Export again' }).click();
	}

	replace(): Promise<void> {
		return this.dialog.getByRole('button', { name: 'Replace it' }).click();
	}

	close(): Promise<void> {
		return this.dialog.getByRole('button', { name: 'Close' }).last().click();
	}
}
