import AxeBuilder from '@axe-core/playwright';
import { Canvas } from './pages/canvas.ts';
import { ExportDialog } from './pages/exportDialog.ts';
import { StartPage } from './pages/startPage.ts';
import { TrainPage } from './pages/trainPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test('says which formats cannot say the network before anything is written, and leads to the layer', async ({ page }) => {
	test.setTimeout(90_000);
	await page.setViewportSize({ width: 1280, height: 800 });
	const workbench = new Workbench(page);
	const canvas = new Canvas(page);
	const training = new TrainPage(page);
	const exporting = new ExportDialog(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await workbench.waitForEngine();
	await canvas.select('conv 2');
	await workbench.inspector.getByRole('button', { name: /^More \(/ }).click();
	await workbench.fill('Groups', '2');
	await training.setEpochs(1);
	await training.trainToEnd('Run 1');
	await page.keyboard.press('Control+e');
	await expect(exporting.format('Ready web page, cannot be written exactly')).toBeVisible();
	for (const name of [
		'Keras 3 model (.keras)',
		'ONNX model (.onnx)',
		'TensorFlow SavedModel',
		'PyTorch program',
		'Distributed training kit',
	]) {
		await expect(exporting.format(name)).toBeInViewport({ ratio: 1 });
	}
	await expect(exporting.startButton).toBeInViewport({ ratio: 1 });
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	}
	await exporting.format('TensorFlow.js layers model, cannot be written exactly').click();
	await expect(exporting.startButton).toBeDisabled();
	await expect(exporting.obstacle).toContainText('“conv 2” cannot be written');
	await exporting.showLayer('conv 2');
	await expect(exporting.startButton).toBeHidden();
	await expect(canvas.layer('conv 2')).toHaveAttribute('data-selected', 'true');
});
