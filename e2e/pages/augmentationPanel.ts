import { expect, type Locator, type Page } from '@playwright/test';
import { Workbench } from './workbench.ts';

/** The Data panel's section on how training images are changed. */
export class AugmentationPanel {
	private readonly section: Locator;

	constructor(page: Page) {
		this.section = new Workbench(page).inspector.getByRole('region', { name: 'Augmentation' });
	}

	get preview(): Locator {
		return this.section.getByRole('figure', { name: 'What the network will see' });
	}

	get others(): Locator {
		return this.section.getByRole('button', { name: 'Show others' });
	}

	transformation(name: string): Locator {
		return this.section.getByRole('switch', { name });
	}

	strength(name: string): Locator {
		return this.section.getByRole('slider', { name: `${name}: strength` });
	}

	async switchOn(name: string): Promise<void> {
		await this.transformation(name).click();
		await expect(this.transformation(name)).toBeChecked();
	}

	/** Rows of the preview as what each of its pictures shows: the original, then one per epoch. */
	async readRows(): Promise<readonly (readonly string[])[]> {
		const rows = this.preview.getByRole('row').filter({ has: this.preview.page().getByRole('img') });
		return rows.evaluateAll((found) =>
			found.map((row) => Array.from(row.querySelectorAll('canvas'), (picture) => (picture as HTMLCanvasElement).toDataURL())),
		);
	}

	/** The rows once they are such. */
	async waitForRows(what: string, are: (rows: readonly (readonly string[])[]) => boolean): Promise<readonly (readonly string[])[]> {
		await expect.poll(async () => are(await this.readRows()), { message: what }).toBe(true);
		return this.readRows();
	}
}
