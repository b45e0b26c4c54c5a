import { expect, type Locator, type Page } from '@playwright/test';
import { LayerSearch } from './layerSearch.ts';

/** A place of the window, in pixels. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Middle of an element on the screen. */
async function middleOf(locator: Locator): Promise<Point> {
	const box = await locator.boundingBox();
	if (!box) throw new Error('the element is not on the screen');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The network: cards, wires, palette. Layers are addressed by the name on their card. */
export class Canvas {
	private readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	private get pane(): Locator {
		return this.page.locator('.react-flow__pane');
	}

	/** The card of a layer, by its name. */
	layer(name: string): Locator {
		return this.page.locator('[data-node]').filter({ has: this.page.getByText(name, { exact: true }) });
	}

	/** The card of a layer or of a folded group. */
	private card(name: string): Locator {
		return this.page
			.locator('[data-node], [data-group]:not([data-frame-handle])')
			.filter({ has: this.page.getByText(name, { exact: true }) });
	}

	get layers(): Locator {
		return this.page.locator('[data-node]');
	}

	wire(from: string, to: string): Locator {
		return this.page.getByRole('img', { name: `Wire from ${from} to ${to}` });
	}

	get wires(): Locator {
		return this.page.getByRole('img', { name: /^Wire from / });
	}

	get cost(): Locator {
		return this.page.getByRole('list', { name: 'Cost of the network' });
	}

	/** Until everything drawn at once fits: the smaller the cards, the more of them. */
	async zoomOut(times: number): Promise<void> {
		for (let step = 0; step < times; step++) await this.page.getByRole('button', { name: 'Zoom out' }).click();
	}

	/** Drags a layer from the palette; places are shares of the canvas, (0, 0) top left. */
	async drop(layer: string, place: { readonly x: number; readonly y: number }): Promise<void> {
		const before = await this.layers.count();
		const box = await this.pane.boundingBox();
		if (!box) throw new Error('the canvas is not on the screen');
		const item = this.page.getByRole('complementary', { name: 'Layers' }).getByRole('button', { name: layer, exact: true });
		await item.dragTo(this.pane, { targetPosition: { x: box.width * place.x, y: box.height * place.y } });
		await expect(this.layers).toHaveCount(before + 1);
	}

	/** Puts a layer or a piece after what is selected, by a click in the palette. */
	async add(what: string): Promise<void> {
		await this.page.getByRole('complementary', { name: 'Layers' }).getByRole('button', { name: what, exact: true }).click();
	}

	/** Draws a wire with the mouse, output to input, and lets go there. */
	async drawWire(from: string, to: string): Promise<void> {
		await this.holdWire(from, to);
		await this.page.mouse.up();
	}

	/** Draws a wire and keeps it in hand over the other port. */
	async holdWire(from: string, to: string): Promise<void> {
		await this.holdFrom(await this.port(from, 'output'), await this.port(to, 'input'));
	}

	/** Middle of a port on the screen. */
	async port(name: string, side: 'input' | 'output'): Promise<Point> {
		return middleOf(this.card(name).locator(`.react-flow__handle.${side === 'input' ? 'target' : 'source'}`));
	}

	/** A place on a card, as shares of its width and height. */
	async placeOn(name: string, x: number, y: number): Promise<Point> {
		const box = await this.card(name).boundingBox();
		if (!box) throw new Error(`${name} is not on the screen`);
		return { x: box.x + box.width * x, y: box.y + box.height * y };
	}

	/** A place of the canvas, as shares of what is seen of it. */
	async placeOnPane(x: number, y: number): Promise<Point> {
		const box = await this.pane.boundingBox();
		if (!box) throw new Error('the canvas is not on the screen');
		return { x: box.x + box.width * x, y: box.y + box.height * y };
	}

	/** The end of a wire, where it can be taken up. */
	async wireEnd(from: string, to: string, end: 'output' | 'input'): Promise<Point> {
		const grip = this.wire(from, to)
			.locator('..')
			.locator(`[data-grip="${end === 'output' ? 'source' : 'target'}"]`);
		return middleOf(grip);
	}

	/** Presses at a place, moves to another and stays there with the button down. */
	async holdFrom(from: Point, to: Point): Promise<void> {
		await this.page.mouse.move(from.x, from.y);
		await this.page.mouse.down();
		// The first move only begins the drag.
		await this.page.mouse.move(from.x + 5, from.y);
		await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
		await this.page.mouse.move(to.x, to.y, { steps: 4 });
	}

	async dragFrom(from: Point, to: Point): Promise<void> {
		await this.holdFrom(from, to);
		await this.page.mouse.up();
	}

	/** Takes a layer or piece from the palette and holds it at a place. */
	async holdFromPalette(what: string, to: Point): Promise<void> {
		const item = this.page.getByRole('complementary', { name: 'Layers' }).getByRole('button', { name: what, exact: true });
		await item.scrollIntoViewIfNeeded();
		await this.holdFrom(await middleOf(item), to);
		// The move that comes onto an element tells it of no more than that.
		await this.page.mouse.move(to.x, to.y);
	}

	/** Middle of a wire that runs straight, on the screen. */
	async middleOfWire(from: string, to: string): Promise<Point> {
		const start = await this.port(from, 'output');
		const end = await this.port(to, 'input');
		return { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
	}

	/** What something held over a wire would be there, or why it cannot. */
	get wireDrop(): Locator {
		return this.page.locator('[data-wire-drop]');
	}

	/** The search that is open over the canvas. */
	get search(): LayerSearch {
		return new LayerSearch(this.page);
	}

	letGo(): Promise<void> {
		return this.page.mouse.up();
	}

	/** Selects several layers, one after the other. */
	async selectTogether(...names: readonly string[]): Promise<void> {
		const [first, ...others] = names;
		if (first !== undefined) await this.select(first);
		for (const name of others) {
			await this.layer(name).click({ position: { x: 40, y: 12 }, modifiers: ['Shift'] });
			await expect(this.layer(name)).toHaveAttribute('data-selected', 'true');
		}
	}

	async select(name: string): Promise<void> {
		await this.layer(name).click({ position: { x: 40, y: 12 } });
		await expect(this.layer(name)).toHaveAttribute('data-selected', 'true');
	}

	/** Selects nothing. */
	async letGoOfSelection(): Promise<void> {
		const box = await this.pane.boundingBox();
		if (!box) throw new Error('the canvas is not on the screen');
		await this.pane.click({ position: { x: box.width / 2, y: box.height - 8 } });
		await expect(this.page.locator('[data-node][data-selected]')).toHaveCount(0);
	}

	async deleteLayer(name: string): Promise<void> {
		await this.select(name);
		await this.page.keyboard.press('Delete');
		await expect(this.layer(name)).toHaveCount(0);
	}

	/** A repair on the card of a failing layer. */
	repair(name: string, repair: string | RegExp): Locator {
		return this.layer(name).getByRole('button', { name: repair });
	}
}
