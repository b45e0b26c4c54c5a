import { expect, type Locator, type Page } from '@playwright/test';

type Mode = 'Build' | 'Train' | 'Explain';

/** What is around the canvas: top bar, inspector, drawer. */
export class Workbench {
	private readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	get inspector(): Locator {
		return this.page.getByRole('complementary', { name: 'Inspector' });
	}

	get drawer(): Locator {
		return this.page.getByRole('region', { name: 'Drawer' });
	}

	get undo(): Locator {
		return this.page.getByRole('banner').getByRole('button', { name: 'Undo' });
	}

	get redo(): Locator {
		return this.page.getByRole('banner').getByRole('button', { name: 'Redo' });
	}

	/** "No problems", or how many. */
	get problems(): Locator {
		return this.page.getByRole('banner').getByRole('button', { name: /problem/ });
	}

	get trainButton(): Locator {
		return this.page.getByRole('banner').getByRole('button', { name: 'Train', exact: true });
	}

	get stopButton(): Locator {
		return this.page.getByRole('banner').getByRole('button', { name: 'Stop', exact: true });
	}

	/** The engine has started when it names itself. */
	async waitForEngine(): Promise<void> {
		await expect(this.page.getByRole('button', { name: /^Engine: CPU/ })).toBeVisible({ timeout: 60_000 });
	}

	async showMode(mode: Mode): Promise<void> {
		const modes = this.page.getByRole('radiogroup', { name: 'Mode' });
		await modes.locator('label').filter({ hasText: mode }).click();
		await expect(modes.getByRole('radio', { name: mode })).toBeChecked();
	}

	openTab(name: string): Promise<void> {
		return this.inspector.getByRole('tab', { name }).click();
	}

	openDrawer(name: string | RegExp): Promise<void> {
		return this.drawer.getByRole('tab', { name }).click();
	}

	/** Types into a field of the selected layer or of the settings and leaves it. */
	async fill(label: string, value: string): Promise<void> {
		const field = this.inspector.getByRole('textbox', { name: label, exact: true });
		await field.fill(value);
		await field.press('Tab');
		await expect(field).toHaveValue(value);
	}

	/** One of the choices of a field that shows them side by side. */
	async choose(label: string, option: string): Promise<void> {
		const group = this.inspector.getByRole('radiogroup', { name: label });
		await group
			.locator('label')
			.filter({ hasText: new RegExp(`^${option}$`) })
			.click();
		await expect(group.getByRole('radio', { name: option })).toBeChecked();
	}

	async chooseTheme(name: 'Light' | 'Dark' | 'Like the system'): Promise<void> {
		await this.page.getByRole('button', { name: 'Theme and help' }).click();
		await this.page.getByRole('menu').getByText(name, { exact: true }).click();
	}

	/** `light` or `dark`, as the page is drawn. */
	get theme(): Promise<string | null> {
		return this.page.locator('html').getAttribute('data-mantine-color-scheme');
	}
}
