import type { Locator, Page } from '@playwright/test';
import { Workbench } from './workbench.ts';

/** Trying the trained network: pictures on the left, the answer on the right, confusion below. */
export class ExplainPage {
	private readonly page: Page;
	private readonly workbench: Workbench;

	constructor(page: Page) {
		this.page = page;
		this.workbench = new Workbench(page);
	}

	private get pictures(): Locator {
		return this.page.getByRole('complementary', { name: 'Images' });
	}

	get testImages(): Locator {
		return this.pictures.getByRole('list', { name: 'Test images and the answers of the network' }).getByRole('button');
	}

	get probabilities(): Locator {
		return this.workbench.inspector.getByRole('list', { name: 'Probability of each class' }).getByRole('listitem');
	}

	answerSentence(pattern: RegExp): Locator {
		return this.workbench.inspector.getByText(pattern);
	}

	openTab(name: 'Images' | 'Draw' | 'File'): Promise<void> {
		return this.pictures.getByRole('tab', { name }).click();
	}

	/** Draws through points given in shares of the pad. */
	async draw(points: readonly (readonly [x: number, y: number])[]): Promise<void> {
		const box = await this.pictures.getByRole('img', { name: /Drawing pad/ }).boundingBox();
		const [first, ...rest] = points;
		if (!box || !first) throw new Error('nothing to draw, or nowhere');
		const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
		await this.page.mouse.move(...at(first));
		await this.page.mouse.down();
		for (const point of rest) await this.page.mouse.move(...at(point), { steps: 8 });
		await this.page.mouse.up();
	}

	get confusion(): Locator {
		return this.page.getByRole('table', { name: /^Confusion of/ });
	}

	/** Numbers of the table, right and wrong, that can be clicked. */
	confusionCell(label: string, answer: string): Locator {
		return this.confusion.getByRole('button', { name: new RegExp(`of “${label}” answered as “${answer}”$`) });
	}
}
