import { Canvas } from './pages/canvas.ts';
import { StartPage } from './pages/startPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test.beforeEach(async ({ page }) => {
	await new StartPage(page).openTemplate(/LeNet-5/);
	await expect(new Canvas(page).wires).toHaveCount(8);
});

test('wires by two clicks, and Escape gives a wire up', async ({ page }) => {
	const canvas = new Canvas(page);
	const from = await canvas.port('pool 1', 'output');
	await page.mouse.click(from.x, from.y);
	await expect(canvas.layer('pool 2')).toContainText(/Fits: 7\s×\s7\s×\s6/);
	await expect(canvas.layer('dense 1')).toContainText('Needs a vector');
	await expect(canvas.layer('conv 1')).toContainText('loop');
	await page.keyboard.press('Escape');
	await expect(canvas.layer('pool 2')).not.toContainText('Fits');
	await page.mouse.click(from.x, from.y);
	const onto = await canvas.placeOn('pool 2', 0.5, 0.3);
	await page.mouse.click(onto.x, onto.y);
	await expect(canvas.wire('pool 1', 'pool 2')).toBeAttached();
	await expect(canvas.wire('conv 2', 'pool 2')).toHaveCount(0);
});

test('wires from card to card without aiming at a port', async ({ page }) => {
	const canvas = new Canvas(page);
	await canvas.dragFrom(await canvas.placeOn('pool 1', 0.99, 0.85), await canvas.placeOn('pool 2', 0.6, 0.8));
	await expect(canvas.wire('pool 1', 'pool 2')).toBeAttached();
});

test('moves either end of a wire, and takes off an end that is let go on empty canvas', async ({ page }) => {
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	await canvas.dragFrom(await canvas.wireEnd('pool 1', 'conv 2', 'input'), await canvas.placeOn('pool 2', 0.5, 0.5));
	await expect(canvas.wire('pool 1', 'pool 2')).toBeAttached();
	await expect(canvas.wire('pool 1', 'conv 2')).toHaveCount(0);
	await workbench.undo.click();
	await canvas.dragFrom(await canvas.wireEnd('pool 1', 'conv 2', 'output'), await canvas.placeOn('input', 0.5, 0.5));
	await expect(canvas.wire('input', 'conv 2')).toBeAttached();
	await expect(canvas.wire('pool 1', 'conv 2')).toHaveCount(0);
	await workbench.undo.click();
	// An input gives the end of its wire into the hand.
	await canvas.dragFrom(await canvas.port('conv 2', 'input'), await canvas.placeOnPane(0.5, 0.95));
	await expect(canvas.wires).toHaveCount(7);
	await workbench.undo.click();
	await expect(canvas.wire('pool 1', 'conv 2')).toBeVisible();
	await expect(workbench.undo).toBeDisabled();
});

test('wires several selected layers to one that joins them, in one step', async ({ page }) => {
	const canvas = new Canvas(page);
	await canvas.selectTogether('dense 1', 'dense 2');
	await canvas.dragFrom(await canvas.port('dense 2', 'output'), await canvas.placeOnPane(0.55, 0.97));
	await expect(canvas.search.option('Concatenate')).toContainText('204');
	await expect(canvas.search.option('Dense')).toHaveCount(0);
	await canvas.search.take('concat');
	await expect(canvas.wire('dense 1', 'concat 1')).toBeAttached();
	await expect(canvas.wire('dense 2', 'concat 1')).toBeAttached();
	await new Workbench(page).undo.click();
	await expect(canvas.wires).toHaveCount(8);
	await expect(canvas.layers).toHaveCount(9);
});

test('puts what is dropped on a wire between its ends, and says before what it would be there', async ({ page }) => {
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	await canvas.holdFromPalette('Max pooling', await canvas.middleOfWire('conv 1', 'pool 1'));
	await expect(canvas.wireDrop).toContainText(/Fits: 14\s×\s14\s×\s6/);
	await canvas.letGo();
	await expect(canvas.wireDrop).toHaveCount(0);
	await expect(canvas.wire('conv 1', 'pool 3')).toBeAttached();
	await expect(canvas.wire('pool 3', 'pool 1')).toBeAttached();
	await expect(canvas.wires).toHaveCount(9);
	await workbench.undo.click();
	await expect(canvas.layers).toHaveCount(9);

	// What cannot be there says why, and what makes a problem says which.
	await canvas.holdFromPalette('Input', await canvas.middleOfWire('conv 1', 'pool 1'));
	await expect(canvas.wireDrop).toContainText('Takes no wire');
	await canvas.letGo();
	await workbench.undo.click();

	// A layer that is on the canvas already, without wires.
	await canvas.letGoOfSelection();
	await canvas.drop('Dropout', { x: 0.55, y: 0.9 });
	const head = await canvas.placeOn('dropout 1', 0.5, 0.06);
	const port = await canvas.port('dropout 1', 'input');
	const wire = await canvas.middleOfWire('dense 1', 'dense 2');
	await canvas.holdFrom(head, { x: wire.x, y: wire.y + head.y - port.y });
	await expect(canvas.wireDrop).toContainText('Fits: 120');
	await canvas.letGo();
	await expect(canvas.wire('dense 1', 'dropout 1')).toBeAttached();
	await expect(canvas.wire('dropout 1', 'dense 2')).toBeAttached();
	await workbench.openDrawer('History');
	await expect(workbench.drawer).toContainText('Put dropout 1 between dense 1 and dense 2');
	await workbench.undo.click();
	await expect(canvas.wire('dense 1', 'dense 2')).toBeAttached();
	await expect(canvas.layers).toHaveCount(10);
});

test('branches off with Alt: a copy of a card from the same source, another wire from the same output', async ({ page }) => {
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	await page.keyboard.down('Alt');
	await canvas.holdFrom(await canvas.placeOn('conv 2', 0.5, 0.06), await canvas.placeOnPane(0.8, 0.8));
	await expect(page.locator('[data-branch]')).toContainText('A copy on a branch');
	await canvas.letGo();
	await page.keyboard.up('Alt');
	await expect(canvas.wire('pool 1', 'conv 3')).toBeAttached();
	await expect(canvas.wire('pool 1', 'conv 2')).toBeAttached();
	await expect(canvas.wires).toHaveCount(9);
	await expect(canvas.layer('conv 3')).toHaveAttribute('data-selected', 'true');
	await workbench.undo.click();
	await expect(canvas.layers).toHaveCount(9);
	await expect(workbench.undo).toBeDisabled();

	// The wire stays, and another one from where it begins is in hand.
	const wire = await canvas.middleOfWire('pool 1', 'conv 2');
	await page.keyboard.down('Alt');
	await canvas.holdFrom(wire, await canvas.placeOn('pool 2', 0.5, 0.5));
	await expect(canvas.layer('pool 2')).toContainText(/Fits: 7\s×\s7\s×\s6/);
	await canvas.letGo();
	await page.keyboard.up('Alt');
	await expect(canvas.wire('pool 1', 'pool 2')).toBeAttached();
	await expect(canvas.wire('pool 1', 'conv 2')).toBeAttached();
	await workbench.undo.click();

	// By keys: below, where there is room.
	await canvas.select('conv 1');
	await page.keyboard.press('Control+Shift+D');
	await expect(canvas.wire('input', 'conv 3')).toBeAttached();
});
