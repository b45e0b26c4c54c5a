import { expect, type Locator, type Page } from '@playwright/test';
import { Workbench } from './workbench.ts';

/** Settings, progress and result of runs, their list and their curves. */
export class TrainPage {
	private readonly page: Page;
	private readonly workbench: Workbench;

	constructor(page: Page) {
		this.page = page;
		this.workbench = new Workbench(page);
	}

	async setEpochs(epochs: number): Promise<void> {
		await this.workbench.openTab('Training');
		await this.workbench.fill('Epochs', String(epochs));
	}

	async start(): Promise<void> {
		// A short run may be over before a look after the click.
		const hasStarted = this.workbench.stopButton.waitFor();
		await this.workbench.trainButton.click();
		await hasStarted;
	}

	/** Trains to the end, however short it is. */
	async trainToEnd(run: string): Promise<void> {
		await this.workbench.trainButton.click();
		await expect(this.run(run)).toContainText('%', { timeout: 60_000 });
		await expect(this.workbench.trainButton).toBeVisible({ timeout: 60_000 });
	}

	get progress(): Locator {
		return this.page.getByRole('progressbar', { name: 'Progress of the run' });
	}

	/** "Epoch 2 of 50". */
	epoch(number: number, of: number): Locator {
		return this.workbench.inspector.getByText(`Epoch ${number} of ${of}`, { exact: true });
	}

	/** The panel's section of a run that has ended. */
	result(run: string): Locator {
		return this.workbench.inspector.getByRole('region', { name: run });
	}

	get tryIt(): Locator {
		return this.workbench.inspector.getByRole('button', { name: 'Try it' });
	}

	/** Share of right answers on the test images, as the result says it. */
	async testAccuracy(run: string): Promise<number> {
		const text = await this.result(run).getByText(/%$/).first().textContent();
		return Number(text?.replace(/[^\d.]/g, '')) / 100;
	}

	get runs(): Locator {
		return this.page.getByRole('list', { name: 'Runs of this network' }).getByRole('listitem');
	}

	run(name: string): Locator {
		return this.runs.filter({ has: this.page.getByRole('button', { name: `Show ${name}` }) });
	}

	curve(metric: 'Loss' | 'Accuracy'): Locator {
		return this.page.getByRole('figure', { name: new RegExp(`^${metric} per epoch`) });
	}

	/** A word of the menu of a run. */
	async openMenu(run: string, item: string | RegExp): Promise<void> {
		await this.run(run)
			.getByRole('button', { name: `More for ${run}` })
			.click();
		await this.page.getByRole('menuitem', { name: item }).click();
	}

	star(run: string): Locator {
		return this.run(run).getByRole('button', { name: `Star ${run}` });
	}

	async compareWith(run: string): Promise<void> {
		await this.run(run).getByRole('checkbox').check();
		await this.page.getByRole('button', { name: /^Compare \d+ runs/ }).click();
	}

	/** Rows of the table of differences: what differs, then each run's value. */
	differences(part: 'Results' | 'Settings'): Locator {
		return this.page.getByRole('table', { name: `${part} that differ` });
	}

	async showRunsAs(view: 'Curves' | 'Differences' | 'Numbers'): Promise<void> {
		const views = this.workbench.drawer.getByRole('radiogroup', { name: 'How runs are shown' });
		await views.locator('label').filter({ hasText: view }).click();
		await expect(views.getByRole('radio', { name: view })).toBeChecked();
	}

	/** Rows of the curves' table, one per finished epoch. */
	async readCurves(): Promise<readonly string[]> {
		await this.showRunsAs('Numbers');
		const rows = await this.page.getByRole('table', { name: 'Loss and accuracy per epoch' }).locator('tbody tr').allInnerTexts();
		await this.showRunsAs('Curves');
		return rows;
	}
}
