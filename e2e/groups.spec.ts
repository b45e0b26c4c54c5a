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
