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

	/** Drags a number by its label, or by the box itself, so many pixels to the right; keeps hold of it. */
	async scrub(label: string, pixels: number, by: 'label' | 'box' = 'label') {
		const box = this.inspector.getByRole('textbox', { name: label, exact: true });
		const handle = by === 'box' ? box : this.inspector.getByText(label, { exact: true });
		const place = await handle.boundingBox();
		if (!place) throw new Error(`${label} is not on the screen`);
		const y = place.y + place.height / 2;
		let x = place.x + 8;
		const to = async (next: number): Promise<void> => {
			x = next;
			await this.page.mouse.move(x, y, { steps: 4 });
		};
		await to(x);
		await this.page.mouse.down();
		await to(x + pixels);
		return { by: (more: number) => to(x + more), end: () => this.page.mouse.up() };
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
