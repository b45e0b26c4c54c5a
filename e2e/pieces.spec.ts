import { Canvas } from './pages/canvas.ts';
import { Groups } from './pages/groups.ts';
import { Pieces } from './pages/pieces.ts';
import { StartPage } from './pages/startPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test('puts pieces on a wire, after the selection and at a place, wired and made for what comes in', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	const pieces = new Pieces(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await canvas.select('pool 1');
	await pieces.open();
	await pieces.piece('Residual block').click();
	await expect(canvas.wire('pool 1', 'residual 1')).toBeAttached();
	// 6 maps come in: the shortcut adds them to 6 that come out.
	await expect(canvas.wire('residual 1', 'conv 2')).toHaveAccessibleName(/14\s×\s14\s×\s6/);
	await expect(workbench.problems).toHaveText('No problems');
	await expect(groups.group('residual 1')).toHaveAttribute('data-selected', 'true');
	await workbench.undo.click();
	await expect(canvas.wire('pool 1', 'conv 2')).toBeAttached();
	await expect(groups.all).toHaveCount(0);

	await canvas.letGoOfSelection();
	await pieces.piece('Depthwise separable block').dragTo(page.locator('.react-flow__pane'), { targetPosition: { x: 300, y: 670 } });
	await expect(groups.group('separable 1')).toBeVisible();
});

test('finds pieces in the search of a wire, with the size that comes out', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await canvas.dragFrom(await canvas.port('pool 2', 'output'), await canvas.placeOnPane(0.55, 0.97));
	await expect(canvas.search.option('VGG block')).toContainText(/2\s×\s2\s×\s32/);
	await canvas.search.take('classifier');
	await expect(canvas.wire('pool 2', 'head 1')).toBeAttached();
	await expect(groups.group('head 1')).toHaveAccessibleName(/3 layers/);

	// Whole networks and pieces are in the search of the canvas, and everything in that of the commands.
	const free = await canvas.placeOnPane(0.2, 0.95);
	await page.mouse.dblclick(free.x, free.y);
	await expect(canvas.search.option('Max pooling')).toBeVisible();
	const layers = await canvas.layers.count();
	await canvas.search.take('perceptron');
	await expect(canvas.layers).toHaveCount(layers + 4);
	await canvas.letGoOfSelection();
	await page.keyboard.press('Control+k');
	await page.keyboard.type('bottleneck');
	await page.keyboard.press('Enter');
	await expect(groups.group('bottleneck 1')).toBeVisible();
	await page.setViewportSize({ width: 1000, height: 720 });
	await page.getByRole('complementary', { name: 'Layers' }).getByRole('button', { name: 'VGG block' }).click();
	await expect(groups.group('stage 1')).toBeVisible();
});

test('keeps a group as a piece over a restart of the window, renames it and deletes it', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	const pieces = new Pieces(page);
	const start = new StartPage(page);
	await start.openTemplate(/LeNet-5/);
	await groups.make('conv 2', 'pool 2');
	await groups.group('block 1').click({ button: 'right', position: { x: 24, y: 60 } });
	await page.getByRole('menuitem', { name: 'Save as piece' }).click();
	await expect(page.getByText(/block 1 is kept as a piece/).first()).toBeVisible();
	await page.reload();
	await pieces.open();
	await pieces.rename('block 1', 'my stage');
	await canvas.select('pool 1');
	await pieces.piece('my stage').click();
	await expect(canvas.wire('pool 1', 'block 2')).toBeAttached();
	await expect(canvas.wire('block 2', 'block 1')).toBeAttached();

	await pieces.remove('my stage');
	await expect(pieces.piece('my stage')).toHaveCount(0);
	await page.getByRole('button', { name: 'Keep it after all' }).click();
	await expect(pieces.piece('my stage')).toBeVisible();
});
