import { expect, type Locator, type Page } from '@playwright/test';

/** The section of the palette with blocks of layers. */
export class Pieces {
	private readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	private get palette(): Locator {
		return this.page.getByRole('complementary', { name: 'Layers' });
	}

	piece(name: string): Locator {
		return this.palette.getByRole('button', { name, exact: true });
	}

	async open(): Promise<void> {
		await this.palette.getByRole('heading', { name: 'Pieces' }).click();
		await expect(this.piece('Residual block')).toBeVisible();
	}

	async rename(before: string, after: string): Promise<void> {
		await this.choose(before, 'Rename');
		await this.palette.getByRole('textbox', { name: 'Name of the piece' }).fill(after);
		await this.page.keyboard.press('Enter');
		await expect(this.piece(after)).toBeVisible();
	}

	async remove(name: string): Promise<void> {
		await this.choose(name, 'Delete');
	}

	private async choose(name: string, what: string): Promise<void> {
		await this.palette.getByRole('button', { name: `Rename or delete ${name}` }).click();
		await this.page.getByRole('menuitem', { name: what }).click();
	}
}
