import type { Locator, Page } from '@playwright/test';
import { PathDialog } from './pathDialog.ts';

/** The first page: templates, an empty canvas, own pictures, recent files. */
export class StartPage {
	private readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	get heading() {
		return this.page.getByRole('heading', { name: 'What would you like to build?' });
	}

	openTemplate(name: string | RegExp): Promise<void> {
		// Trained networks of the page bear the names of their templates too.
		return this.page.getByRole('region', { name: 'Templates' }).getByRole('button', { name }).click();
	}

	openTrained(name: string | RegExp): Promise<void> {
		return this.page.getByRole('region', { name: 'Trained already' }).getByRole('button', { name }).click();
	}

	get emptyCanvas(): Locator {
		return this.page.getByRole('button', { name: 'Empty canvas' });
	}

	openEmptyCanvas(): Promise<void> {
		return this.emptyCanvas.click();
	}

	async openImageFolder(path: string): Promise<void> {
		await this.page.getByRole('button', { name: 'Open an image folder' }).click();
		await new PathDialog(this.page).choose(path);
	}
}
