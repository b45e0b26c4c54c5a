import { expect, type Locator, type Page } from '@playwright/test';

/** The network as text, left of the canvas. */
export class OutlinePanel {
	private readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	get editor(): Locator {
		return this.page.getByRole('textbox', { name: 'Network as text' });
	}

	/** Whether text and canvas say the same. */
	get state(): Locator {
		return this.page.getByRole('complementary', { name: 'Layers' }).getByRole('status');
	}

	async open(): Promise<void> {
		await this.page.locator('body').press('t');
		await expect(this.editor).toBeFocused();
	}

	/** Back to the layers that can be added; T would be a letter here. */
	async close(): Promise<void> {
		await this.page.getByRole('radiogroup', { name: 'Build from' }).getByText('Layers', { exact: true }).click();
		await expect(this.editor).toHaveCount(0);
	}

	/** The line of a layer. */
	line(name: string): Locator {
		return this.editor.locator('.cm-line').filter({ hasText: `${name}: ` });
	}

	async replaceLine(name: string, text: string): Promise<void> {
		await this.line(name).click();
		await this.page.keyboard.press('Alt+l');
		await this.page.keyboard.insertText(`${text}\n`);
	}
}
