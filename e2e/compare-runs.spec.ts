import { Canvas } from './pages/canvas.ts';
import { StartPage } from './pages/startPage.ts';
import { TrainPage } from './pages/trainPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test('names, stars, describes and compares two runs, finds all again after a reload, and deletes one', async ({ page }) => {
	test.setTimeout(180_000);
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	const training = new TrainPage(page);
	await new StartPage(page).openTemplate(/perceptron/i);
	await workbench.waitForEngine();

	await test.step('train two runs that differ in a setting and in a layer', async () => {
		await training.setEpochs(1);
		await workbench.fill('Batch size', '512');
		await training.trainToEnd('Run 1');
		await workbench.fill('Learning rate', '0.01');
		await workbench.showMode('Build');
		await canvas.select('dense 1');
		await workbench.openTab('Layer');
		await workbench.fill('Units', '32');
		await training.trainToEnd('Run 2');
	});

	await test.step('name one, star and describe the other', async () => {
		await training.openMenu('Run 2', /^Rename/);
		await page.getByRole('textbox', { name: 'Name of the run' }).fill('Narrow');
		await page.keyboard.press('Enter');
		await expect(training.run('Narrow')).toBeVisible();
		await training.openMenu('Run 1', 'Write a note');
		await page.getByRole('textbox', { name: 'Note on Run 1' }).fill('The one to beat');
		await page.keyboard.press('Control+Enter');
		await training.star('Run 1').click();
		// Starred runs come first.
		await expect(training.runs.first()).toContainText('The one to beat');
		await expect(training.runs).toHaveCount(2);
	});

	await test.step('compare them', async () => {
		await training.compareWith('Run 1');
		const settings = training.differences('Settings');
		await expect(settings.getByRole('row')).toHaveText([
			/Settings.*Narrow.*Run 1/,
			/Learning rate.*0\.01.*0\.001/,
			'Layers',
			/dense 1 · Units.*32.*128/,
		]);
		await expect(training.differences('Results').getByRole('row', { name: /^Weights/ })).toContainText('101,770');
		await training.showRunsAs('Curves');
		await expect(training.curve('Loss')).toBeVisible();
		await expect(workbench.inspector.getByRole('region', { name: 'To make it again' })).toContainText(
			/Fingerprint of the weights\s*[0-9a-f]{12}/,
		);
	});

	await test.step('find all again after a reload', async () => {
		await page.reload();
		await expect(training.runs).toHaveCount(2);
		await expect(training.runs.first()).toContainText('The one to beat');
		await expect(training.star('Run 1')).toHaveAttribute('aria-pressed', 'true');
		await expect(training.run('Narrow')).toBeVisible();
		await page.getByRole('button', { name: 'Show starred runs only' }).click();
		await expect(training.runs).toHaveCount(1);
		await page.getByRole('button', { name: 'Show starred runs only' }).click();
	});

	await test.step('delete one', async () => {
		await training.openMenu('Narrow', /^Delete/);
		await page.getByRole('button', { name: 'Delete the run' }).click();
		await expect(training.runs).toHaveCount(1);
		await expect(training.run('Run 1')).toBeVisible();
	});
});
