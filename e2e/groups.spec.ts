import { Canvas } from './pages/canvas.ts';
import { Groups } from './pages/groups.ts';
import { StartPage } from './pages/startPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

// A 3 × 3 convolution from 32 to 32 maps has 3·3·32·32 + 32 = 9,248 weights. Around the block: conv 1 896, conv 2 9,248,
// dense 1 (8·8·32 + 1)·128 = 262,272, output 1,290.
const around = 896 + 9_248 + 262_272 + 1_290;
const weights = (copies: number): string => `${(around + copies * 2 * 9_248).toLocaleString('en')} weights`;

test('groups two convolutions, repeats them, looks into the group, and writes the copies out', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/Mini VGG/);
	for (const name of ['conv 3', 'conv 4']) {
		await canvas.select(name);
		await workbench.fill('Filters', '32');
	}
	const layers = await canvas.layers.count();
	await groups.make('conv 3', 'conv 4');
	await expect(groups.group('block 1')).toHaveAccessibleName(/block 1, 2 layers/);
	await expect(canvas.layers).toHaveCount(layers - 2);
	await expect(canvas.cost).toContainText(weights(1));

	await workbench.fill('Copies', '3');
	await expect(canvas.cost).toContainText(weights(3));
	await expect(canvas.wire('spatial dropout 1', 'block 1')).toHaveAccessibleName(/16\s×\s16\s×\s32/);
	await expect(canvas.wire('block 1', 'pool 2')).toHaveAccessibleName(/16\s×\s16\s×\s32/);
	await expect(workbench.inspector).toContainText('3 copies × 18,496 weights = 55,488 weights');

	await groups.enter('block 1');
	await expect(canvas.layers).toHaveCount(2);
	await expect(page.getByRole('application').getByRole('button', { name: 'from spatial dropout 1' })).toContainText('then from a copy');
	await canvas.select('conv 4');
	await workbench.fill('Filters', '64');
	await groups.leave();
	await expect(groups.path).toHaveCount(0);
	await expect(groups.group('block 1')).toContainText('The copies do not fit together');
	await groups.group('block 1').getByRole('button', { name: 'Set Filters of conv 4 to 32' }).click();
	await expect(workbench.problems).toHaveText('No problems');

	await workbench.undo.click();
	await workbench.undo.click();
	await expect(canvas.cost).toContainText(weights(3));
	await page.reload();
	await expect(groups.group('block 1')).toHaveAccessibleName(/block 1, 2 layers, 3 copies/);
	await expect(canvas.cost).toContainText(weights(3));

	await groups.group('block 1').click({ position: { x: 24, y: 12 } });
	await page.keyboard.press('Control+Shift+G');
	await expect(groups.all).toHaveCount(0);
	await expect(canvas.layers).toHaveCount(layers + 4);
	await expect(canvas.cost).toContainText(weights(3));
});

test('opens a group in a frame, and moves what is behind it', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/Mini VGG/);
	const layers = await canvas.layers.count();
	await groups.make('conv 3', 'conv 4');
	await page.keyboard.press('e');
	await expect(canvas.layers).toHaveCount(layers);
	await expect(groups.group('block 1')).toHaveAttribute('data-frame-handle', 'true');
	await page.keyboard.press('e');
	await expect(canvas.layers).toHaveCount(layers - 2);
	await workbench.undo.click();
	await expect(canvas.layers).toHaveCount(layers);
});

test('finds its way to a problem inside a folded group', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/Mini VGG/);
	await groups.make('conv 3', 'conv 4');
	await groups.enter('block 1');
	await canvas.select('conv 4');
	await workbench.fill('Kernel, width', '31');
	await workbench.choose('Padding', 'valid');
	await groups.leave();
	await groups.group('block 1').getByRole('button', { name: 'Show it: conv 4' }).click();
	await expect(groups.path).toContainText('block 1');
	await expect(canvas.layer('conv 4')).toHaveAttribute('data-selected', 'true');
});

test('groups, enters, leaves and ungroups from the keyboard alone, and says so', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await page.keyboard.press('Tab');
	await canvas.layer('conv 2').focus();
	await expect(canvas.layer('conv 2')).toHaveAttribute('data-selected', 'true');
	await page.keyboard.press('Control+g');
	await expect(groups.group('block 1')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(groups.path).toContainText('block 1');
	await expect(page.getByText('Inside block 1. Escape leaves.')).toBeAttached();
	await expect(canvas.layer('conv 2')).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(groups.path).toHaveCount(0);
	await expect(groups.group('block 1')).toBeFocused();
	await page.keyboard.press('Control+Shift+G');
	await expect(groups.all).toHaveCount(0);
	await expect(canvas.layer('conv 2')).toBeFocused();
});

test('marks layers as head and freezes the whole base', async ({ page }) => {
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	const caption = (part: string) => page.getByRole('heading', { name: new RegExp(`^${part}`) });
	await expect(caption('Base')).toContainText('2,572 weights');
	await canvas.select('conv 2');
	await page.keyboard.press('h');
	await expect(caption('Base')).toContainText('156 weights');
	// 59,134 of the dense layers and 2,416 of conv 2.
	await expect(caption('Head')).toContainText('61,550 weights');
	await page.keyboard.press('b');
	await expect(caption('Base')).toContainText('2,572 weights');
	await workbench.openTab('Network');
	await workbench.inspector.getByRole('button', { name: 'Freeze the base' }).click();
	await expect(canvas.layer('conv 1')).toHaveAccessibleName(/frozen/);
	await expect(canvas.layer('conv 2')).toHaveAccessibleName(/frozen/);
	await expect(workbench.inspector).toContainText('2,572 stay');
	await workbench.undo.click();
	await expect(canvas.layer('conv 1')).not.toHaveAccessibleName(/frozen/);
});

test('wires a folded group by its ports, its body and two clicks, and says what would come of it', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await groups.make('conv 2', 'pool 2');
	const from = await canvas.port('conv 1', 'output');
	await page.mouse.click(from.x, from.y);
	// 28 × 28 through a 5 × 5 window is 24 × 24, halved.
	await expect(groups.group('block 1')).toContainText(/Fits: 12\s×\s12\s×\s16/);
	const onto = await canvas.placeOn('block 1', 0.5, 0.3);
	await page.mouse.click(onto.x, onto.y);
	await expect(canvas.wire('conv 1', 'block 1')).toBeAttached();
	await expect(canvas.wire('pool 1', 'block 1')).toHaveCount(0);
	await workbench.undo.click();
	await expect(canvas.wire('pool 1', 'block 1')).toBeAttached();

	// From the right edge of the group's card to a card that cannot take it: it would be a loop.
	await canvas.holdFrom(await canvas.placeOn('block 1', 0.99, 0.85), await canvas.placeOn('conv 1', 0.5, 0.5));
	await expect(canvas.layer('conv 1')).toContainText('Would make a loop');
	await expect(canvas.layer('dense 2')).toContainText('Needs a vector');
	await canvas.letGo();
	await expect(canvas.wires).toHaveCount(7);
	// The port gives its wire into the hand; on empty canvas it comes off.
	await canvas.dragFrom(await canvas.port('block 1', 'input'), await canvas.placeOnPane(0.5, 0.95));
	await expect(canvas.wire('pool 1', 'block 1')).toHaveCount(0);
	await canvas.drawWire('input', 'block 1');
	await expect(canvas.wire('input', 'block 1')).toBeAttached();

	await groups.group('block 1').click({ position: { x: 24, y: 12 } });
	await page.keyboard.press('c');
	await expect(page.getByRole('dialog', { name: 'Connect block 1 to…' })).toBeVisible();
	await page.keyboard.type('dense 2');
	await page.keyboard.press('Enter');
	await expect(canvas.wire('block 1', 'dense 2')).toBeAttached();
	await canvas.select('conv 1');
	await page.keyboard.press('c');
	await expect(page.getByRole('button', { name: /conv 2\s*in block 1/ })).toBeVisible();
});

test('takes a wire of several away from a group at once, and feeds all inputs inside by one wire', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/Mini ResNet/);
	await groups.group('block 1').click();
	await page.keyboard.press('e');
	await expect(canvas.wire('activation 1', 'block 1')).toBeAttached();
	await groups.group('block 1').click({ position: { x: 24, y: 12 } });
	await page.keyboard.press('w');
	await page.keyboard.press('w');
	await page.keyboard.press('w');
	await page.keyboard.press('Delete');
	await expect(canvas.wire('activation 1', 'block 1')).toHaveCount(0);
	await canvas.drawWire('activation 1', 'block 1');
	await expect(canvas.wire('activation 1', 'block 1')).toBeAttached();
	await expect(workbench.problems).toHaveText('No problems');
	await expect(groups.group('block 1')).toHaveAccessibleName(/32\s×\s32\s×\s16/);
});

test('wires at the border of a group that one looks into', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await groups.make('conv 2', 'pool 2');
	await groups.enter('block 1');
	const border = page.locator('.react-flow__node-stub');
	const middle = async (side: 'source' | 'target') => {
		const box = await border.locator(`.react-flow__handle.${side}`).boundingBox();
		if (!box) throw new Error('no port at the border');
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	};
	await canvas.holdFrom(await canvas.port('conv 2', 'output'), await middle('target'));
	await expect(border.filter({ hasText: 'to flatten' })).toContainText(/Fits/);
	await canvas.letGo();
	await expect(canvas.wire('conv 2', 'flatten')).toBeAttached();
	await canvas.dragFrom(await middle('source'), await canvas.placeOn('pool 2', 0.5, 0.5));
	await expect(canvas.wire('pool 1', 'pool 2')).toBeAttached();
});

test('adds, drops and pastes into the group that one looks into, and on a wire to a folded group outside of it', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await groups.make('conv 2', 'pool 2');
	await groups.enter('block 1');
	await canvas.select('conv 2');
	await canvas.add('Batch normalization');
	await expect(canvas.wire('conv 2', 'norm 1')).toBeAttached();
	await expect(canvas.wire('norm 1', 'pool 2')).toBeAttached();
	await canvas.drop('Dropout', { x: 0.5, y: 0.9 });
	await expect(canvas.layers).toHaveCount(4);
	await canvas.select('pool 2');
	await page.keyboard.press('Control+c');
	await page.keyboard.press('Control+v');
	await expect(canvas.layers).toHaveCount(5);
	await groups.leave();
	await expect(groups.group('block 1')).toHaveAccessibleName(/block 1, 5 layers/);

	await canvas.select('pool 1');
	await canvas.add('Activation');
	await expect(canvas.wire('pool 1', 'activation 1')).toBeAttached();
	await expect(canvas.wire('activation 1', 'block 1')).toBeAttached();
	await groups.group('block 1').click({ position: { x: 24, y: 12 } });
	await canvas.add('Spatial dropout');
	await expect(canvas.wire('block 1', 'spatial dropout 1')).toBeAttached();
	await expect(canvas.wire('spatial dropout 1', 'flatten')).toBeAttached();
	await expect(groups.group('block 1')).toHaveAccessibleName(/block 1, 5 layers/);
});

test('refuses a name on a card that is taken or empty, and says why', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await canvas.select('conv 1');
	await page.keyboard.press('F2');
	const name = page.getByRole('application').getByRole('textbox', { name: 'Name of the layer' });
	await name.fill('conv 2');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toHaveText('Another layer is called conv 2.');
	await name.fill('');
	await expect(page.getByRole('alert')).toHaveText('A layer needs a name.');
	await page.keyboard.press('Escape');
	await expect(canvas.layer('conv 1')).toBeVisible();
	await groups.make('conv 1');
	await groups.make('pool 1');
	await page.keyboard.press('F2');
	const groupName = page.getByRole('application').getByRole('textbox', { name: 'Name of the group' });
	await groupName.fill('block 1');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toHaveText('Another group is called block 1.');
	await groupName.fill('stem');
	await page.keyboard.press('Enter');
	await expect(groups.group('stem')).toBeVisible();
});

test('mutes, freezes, duplicates, cuts, pastes and deletes a whole group, and turns the wheel on its copies', async ({ page }) => {
	const canvas = new Canvas(page);
	const groups = new Groups(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await groups.make('conv 2', 'pool 2');
	const block = groups.group('block 1');
	await expect(block).toBeVisible();
	await page.keyboard.press('m');
	await expect(block).toHaveAccessibleName(/14\s×\s14\s×\s6.*muted/);
	await page.keyboard.press('m');
	await page.keyboard.press('Shift+F');
	await expect(block).toHaveAccessibleName(/5\s×\s5\s×\s16.*frozen/);
	await workbench.undo.click();
	await block.click({ position: { x: 24, y: 12 } });
	await page.keyboard.press('Control+d');
	await expect(groups.group('block 2')).toHaveAccessibleName(/2 layers, not connected/);
	await workbench.undo.click();
	await block.click({ position: { x: 24, y: 12 } });
	await page.keyboard.press('Control+x');
	await expect(groups.all).toHaveCount(0);
	await expect(canvas.wire('pool 1', 'flatten')).toBeAttached();
	await page.keyboard.press('Control+v');
	await expect(block).toHaveAccessibleName(/2 layers, not connected/);
	await workbench.undo.click();
	await workbench.undo.click();
	await block.getByRole('textbox').click();
	await page.mouse.wheel(0, -100);
	await expect(block).toHaveAccessibleName(/2 copies/);
	await workbench.undo.click();
	await block.click({ position: { x: 24, y: 12 } });
	await page.keyboard.press('Delete');
	await expect(canvas.wire('pool 1', 'flatten')).toBeAttached();
	await expect(groups.all).toHaveCount(0);
});
