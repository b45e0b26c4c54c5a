import { Canvas } from './pages/canvas.ts';
import { OutlinePanel } from './pages/outlinePanel.ts';
import { StartPage } from './pages/startPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test('the network as text and the canvas change each other, one step of undo for what was typed', async ({ page }) => {
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	const outline = new OutlinePanel(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await outline.open();
	await expect(outline.line('conv 2')).toContainText('conv 2: conv2d filters=16');
	await expect(outline.line('conv 2')).toHaveAttribute('data-fact', /10\s×\s10\s×\s16/);

	await outline.replaceLine('pool 2', 'pool 2: averagePool2d\ndrop: dropout rate=0.25');
	await expect(canvas.layer('drop')).toBeVisible();
	await expect(canvas.wire('pool 2', 'drop')).toBeAttached();
	await expect(canvas.wire('drop', 'flatten')).toBeAttached();
	await expect(outline.state).toContainText('say the same');

	await canvas.select('conv 2');
	await workbench.fill('Filters', '24');
	await expect(outline.line('conv 2')).toContainText('filters=24');

	await workbench.undo.click();
	await workbench.undo.click();
	await expect(canvas.layer('drop')).toHaveCount(0);
	await expect(outline.line('drop')).toHaveCount(0);
	await expect(outline.line('pool 2')).toContainText('maxPool2d');
});

test('text that cannot be read changes nothing and says where and why', async ({ page }) => {
	const canvas = new Canvas(page);
	const outline = new OutlinePanel(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await outline.open();
	await outline.replaceLine('conv 2', 'conv 2: convolution filters=16');
	await expect(outline.state).toContainText('Line 4: There is no kind “convolution”. Did you mean conv2d');
	await expect(canvas.cost).toContainText('61,706 weights');
	await outline.replaceLine('conv 2', 'conv 2: conv2d filters=8 kernelSize=5 padding=valid activation=tanh');
	await expect(outline.state).toContainText('say the same');
	await expect(canvas.wire('conv 2', 'pool 2')).toHaveAccessibleName(/10\s×\s10\s×\s8/);
});
