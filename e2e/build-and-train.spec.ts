import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Canvas } from './pages/canvas.ts';
import { ExplainPage } from './pages/explainPage.ts';
import { ExportDialog } from './pages/exportDialog.ts';
import { StartPage } from './pages/startPage.ts';
import { TrainPage } from './pages/trainPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test('builds LeNet by mouse, mends it, trains it, tries it, takes it away, and finds everything after a reload', async ({
	page,
	folders,
}) => {
	test.setTimeout(240_000);
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	const training = new TrainPage(page);
	const explain = new ExplainPage(page);
	const exporting = new ExportDialog(page);

	await test.step('draw the first half, each layer wired to the one before', async () => {
		await new StartPage(page).openEmptyCanvas();
		await canvas.zoomOut(4);
		await canvas.drop('Input', { x: 0.1, y: 0.3 });
		await canvas.drop('Convolution 2-D', { x: 0.3, y: 0.3 });
		await workbench.fill('Filters', '6');
		await workbench.fill('Kernel, width', '5');
		await canvas.drop('Max pooling', { x: 0.5, y: 0.3 });
		await canvas.drop('Convolution 2-D', { x: 0.7, y: 0.3 });
		await workbench.fill('Filters', '16');
		await workbench.fill('Kernel, width', '5');
		await workbench.choose('Padding', 'valid');
		await canvas.drop('Max pooling', { x: 0.9, y: 0.3 });
		await expect(canvas.wires).toHaveCount(4);
		await expect(canvas.wire('conv 2', 'pool 2')).toHaveAccessibleName(/10\s×\s10\s×\s16/);
	});

	await test.step('draw the second half loose and wire it by hand', async () => {
		for (const [layer, x] of [
			['Flatten', 0.1],
			['Dense', 0.3],
			['Dense', 0.5],
			['Output', 0.7],
		] as const) {
			await canvas.letGoOfSelection();
			await canvas.drop(layer, { x, y: 0.75 });
		}
		await expect(canvas.wires).toHaveCount(4);
		await canvas.drawWire('pool 2', 'flatten');
		await canvas.drawWire('flatten', 'dense 1');
		await canvas.drawWire('dense 1', 'dense 2');
		await canvas.drawWire('dense 2', 'output');
		await expect(canvas.wires).toHaveCount(8);
		await canvas.select('dense 1');
		await workbench.fill('Units', '120');
		await canvas.select('dense 2');
		await workbench.fill('Units', '84');
		// LeNet-5 with the full connection table: LeCun et al. 1998.
		await expect(canvas.cost).toContainText('61,706 weights');
		await expect(workbench.problems).toHaveText('No problems');
	});

	await test.step('break it, read the message, apply the repair', async () => {
		await canvas.deleteLayer('flatten');
		const failing = canvas.layer('dense 1');
		await expect(failing).toHaveAttribute('data-state', 'error');
		await canvas.drawWire('pool 2', 'dense 1');
		await expect(failing).toContainText('Needs a vector');
		await expect(failing).toContainText(/5\s×\s5\s×\s16/);
		await expect(canvas.layer('dense 2')).toHaveAttribute('data-state', 'blocked');
		await expect(workbench.trainButton).toHaveAttribute('aria-disabled', 'true');
		await canvas.repair('dense 1', /flatten/i).click();
		await expect(canvas.cost).toContainText('61,706 weights');
		await expect(workbench.problems).toHaveText('No problems');
	});

	await test.step('choose what to learn from, where the train button leads', async () => {
		await expect(workbench.trainButton).toHaveAccessibleDescription(/Choose images to learn from/);
		// A disabled button that explains itself still takes a press.
		await workbench.trainButton.click({ force: true });
		await workbench.inspector.getByRole('radio', { name: 'Digits' }).click();
		await expect(workbench.trainButton).toHaveAttribute('aria-disabled', 'false');
	});

	await test.step('train one epoch', async () => {
		await workbench.waitForEngine();
		await training.setEpochs(1);
		await training.start();
		await expect(training.progress).toBeVisible();
		await expect(training.tryIt).toBeVisible({ timeout: 120_000 });
		expect(await training.testAccuracy('Run 1')).toBeGreaterThan(0.8);
		expect(await training.readCurves()).toHaveLength(1);
	});

	await test.step('start a long run and stop it', async () => {
		await training.setEpochs(500);
		await training.start();
		await expect(training.epoch(2, 500)).toBeVisible({ timeout: 120_000 });
		await workbench.stopButton.click();
		await expect(training.result('Run 2')).toContainText('stopped', { timeout: 30_000 });
		await expect(training.tryIt).toBeVisible();
		await expect(training.runs).toHaveCount(2);
	});

	await test.step('try it on a test image and on a drawing', async () => {
		await training.tryIt.click();
		await explain.testImages.first().click();
		await expect(explain.probabilities).toHaveCount(10);
		await expect(explain.answerSentence(/The label says/)).toBeVisible();
		await explain.openTab('Draw');
		await explain.draw([
			[0.5, 0.15],
			[0.5, 0.5],
			[0.5, 0.85],
		]);
		await expect(explain.answerSentence(/“1”/)).toBeVisible();
	});

	await test.step('see what is mixed up', async () => {
		await workbench.openDrawer('Confusion');
		// A stopped run is tested on demand.
		await workbench.drawer.getByRole('button', { name: 'Test this run' }).click();
		await expect(explain.confusion).toBeVisible();
		await explain.confusionCell('1', '1').click();
		await expect(explain.testImages.first()).toHaveAccessibleName(/: 1, .* right$/);
	});

	await test.step('export it, twice', async () => {
		await page.keyboard.press('Control+e');
		await exporting.format('TensorFlow.js layers model').click();
		await exporting.start();
		await expect(exporting.proof).toContainText('largest difference', { timeout: 60_000 });
		const model = join(folders.documents, 'untitled-network-tfjs', 'model.json');
		expect(JSON.parse(readFileSync(model, 'utf8'))).toMatchObject({ format: 'layers-model' });
		await exporting.again();
		await exporting.start();
		await expect(exporting.replaceQuestion).toBeVisible();
		await exporting.replace();
		await expect(exporting.proof).toBeVisible({ timeout: 60_000 });
		expect(existsSync(model)).toBe(true);
		await exporting.close();
	});

	await test.step('reload and find everything again', async () => {
		await page.reload();
		await expect(canvas.layers).toHaveCount(9);
		await expect(canvas.cost).toContainText('61,706 weights');
		await workbench.showMode('Train');
		await expect(training.runs).toHaveCount(2);
		await expect(training.run('Run 2')).toContainText('stopped');
		await workbench.openDrawer(/^Runs/);
		await expect(training.curve('Loss')).toBeVisible();
	});
});
