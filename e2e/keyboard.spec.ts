import type { Locator, Page } from '@playwright/test';
import { Canvas } from './pages/canvas.ts';
import { ExportDialog } from './pages/exportDialog.ts';
import { LayerSearch } from './pages/layerSearch.ts';
import { OutlinePanel } from './pages/outlinePanel.ts';
import { StartPage } from './pages/startPage.ts';
import { TrainPage } from './pages/trainPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

/** He et al. 2016, with three blocks for the bundled photographs: the template mini-ResNet line by line. */
const miniResNet = `input: input height=32 width=32 channels=3
conv 1: conv2d filters=16 activation=linear useBias=off
norm 1: batchNorm
activation 1: activation
conv 2: conv2d filters=16 activation=linear useBias=off
norm 2: batchNorm
activation 2: activation
conv 3: conv2d filters=16 activation=linear useBias=off
norm 3: batchNorm
add 1: add <- norm 3, activation 1
activation 3: activation
conv 4: conv2d strides=2 activation=linear useBias=off
norm 4: batchNorm
activation 4: activation
conv 5: conv2d activation=linear useBias=off
norm 5: batchNorm
conv 6: conv2d kernelSize=1 strides=2 activation=linear useBias=off <- activation 3
norm 6: batchNorm
add 2: add <- norm 5, norm 6
activation 5: activation
conv 7: conv2d filters=64 strides=2 activation=linear useBias=off
norm 7: batchNorm
activation 6: activation
conv 8: conv2d filters=64 activation=linear useBias=off
norm 8: batchNorm
conv 9: conv2d filters=64 kernelSize=1 strides=2 activation=linear useBias=off <- activation 5
norm 9: batchNorm
add 3: add <- norm 8, norm 9
activation 7: activation
global average: globalAveragePool2d
output: output`;

/** Moves the focus with Tab until it is where it should be. */
async function reach(page: Page, target: Locator): Promise<void> {
	for (let steps = 0; steps < 150; steps++) {
		if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
		await page.keyboard.press('Tab');
	}
	await expect(target).toBeFocused();
}

test('builds a shortcut by commands, writes a mini-ResNet, trains it and takes it away, all without a mouse', async ({ page }) => {
	test.setTimeout(240_000);
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	const outline = new OutlinePanel(page);
	const search = new LayerSearch(page);
	const exporting = new ExportDialog(page);

	await test.step('add layers and wire a shortcut by commands', async () => {
		await reach(page, new StartPage(page).emptyCanvas);
		await page.keyboard.press('Enter');
		for (const words of ['input', 'convolution', 'convolution', 'add', 'global average', 'output']) {
			await page.keyboard.press('/');
			await search.take(words);
		}
		await expect(canvas.wires).toHaveCount(5);
		await reach(page, canvas.layer('conv 1'));
		await page.keyboard.press('c');
		await page.keyboard.type('add 1');
		await page.keyboard.press('Enter');
		await expect(canvas.wire('conv 1', 'add 1')).toBeAttached();
		await expect(canvas.wires).toHaveCount(6);
	});

	await test.step('write a mini-ResNet over it', async () => {
		await outline.open();
		await page.keyboard.press('Control+a');
		await page.keyboard.insertText(miniResNet);
		await expect(outline.state).toContainText('say the same');
		await expect(canvas.cost).toContainText('78,714 weights');
	});

	await test.step('mute a layer on the canvas and take it back', async () => {
		await reach(page, canvas.layer('norm 2'));
		await page.keyboard.press('m');
		await expect(outline.line('norm 2')).toContainText('muted');
		await page.keyboard.press('Control+z');
		await expect(outline.line('norm 2')).not.toContainText('muted');
	});

	await test.step('choose images and train', async () => {
		const data = workbench.inspector.getByRole('tab', { name: 'Data' });
		await reach(page, workbench.inspector.getByRole('tab', { selected: true }));
		while ((await data.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowRight');
		await reach(page, workbench.inspector.getByRole('radio').first());
		const photographs = workbench.inspector.getByRole('radio', { name: 'CIFAR small' });
		while (!(await photographs.isChecked())) await page.keyboard.press('ArrowDown');
		await expect(workbench.trainButton).toHaveAttribute('aria-disabled', 'false');
		await page.keyboard.press('Control+Enter');
		await expect(workbench.stopButton).toBeVisible();
		await expect(new TrainPage(page).epoch(2, 5)).toBeVisible({ timeout: 120_000 });
		await reach(page, workbench.stopButton);
		await page.keyboard.press('Enter');
		await expect(new TrainPage(page).result('Run 1')).toContainText('stopped', { timeout: 30_000 });
	});

	await test.step('take it away', async () => {
		await page.keyboard.press('Control+e');
		await reach(page, page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }));
		await page.keyboard.press('Enter');
		await expect(exporting.proof).toContainText('largest difference', { timeout: 60_000 });
	});
});
