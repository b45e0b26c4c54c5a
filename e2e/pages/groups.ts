import { expect, type Locator, type Page } from '@playwright/test';
import { Canvas } from './canvas.ts';

/** Groups on the canvas, addressed by their names: folded ones are cards, open ones frames. */
export class Groups {
	private readonly page: Page;
	private readonly canvas: Canvas;

	constructor(page: Page) {
		this.page = page;
		this.canvas = new Canvas(page);
	}

	/** The card of a folded group, or the head of an open one's frame. */
	group(name: string): Locator {
		return this.page.locator('[data-group]').filter({ has: this.page.getByText(name, { exact: true }) });
	}

	get all(): Locator {
		return this.page.locator('[data-group]');
	}

	/** The way from the network to the group that is looked into. */
	get path(): Locator {
		return this.page.getByRole('navigation', { name: 'Where you are in the network' });
	}

	/** Selects layers and puts them into a group. */
	async make(...layers: readonly [string, ...string[]]): Promise<void> {
		const [first, ...others] = layers;
		await this.canvas.select(first);
		for (const name of others) {
			await this.canvas.layer(name).click({ position: { x: 20, y: 12 }, modifiers: ['Shift'] });
			await expect(this.canvas.layer(name)).toHaveAttribute('data-selected', 'true');
		}
		await this.page.keyboard.press('Control+g');
	}

	async enter(name: string): Promise<void> {
		await this.group(name).dblclick({ position: { x: 24, y: 60 } });
		await expect(this.path).toContainText(name);
	}

	/** Lets go of what is selected and looks at what is around the group. */
	async leave(): Promise<void> {
		await this.canvas.letGoOfSelection();
		await this.page.keyboard.press('Escape');
	}
}
