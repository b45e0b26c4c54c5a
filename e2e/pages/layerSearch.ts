import { expect, type Locator, type Page } from '@playwright/test';

/** The search for a layer over the canvas. */
export class LayerSearch {
	private readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	get field(): Locator {
		return this.page.getByRole('dialog', { name: 'Add a layer' }).getByRole('combobox');
	}

	get options(): Locator {
		return this.page.getByRole('option');
	}

	option(title: string): Locator {
		return this.options.filter({ has: this.page.getByText(title, { exact: true }) });
	}

	/** Types words and takes the first answer. */
	async take(words: string): Promise<void> {
		await this.field.fill(words);
		await this.field.press('Enter');
		await expect(this.field).toHaveCount(0);
	}
}
