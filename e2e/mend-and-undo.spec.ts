import { Canvas } from './pages/canvas.ts';
import { StartPage } from './pages/startPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test('says why a wire is refused while it is in hand, and leaves the network as it was', async ({ page }) => {
	const canvas = new Canvas(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await expect(canvas.wires).toHaveCount(8);
	await canvas.holdWire('conv 2', 'conv 1');
	await expect(canvas.layer('conv 1')).toContainText(/loop|circle/i);
	await canvas.letGo();
	await expect(canvas.wires).toHaveCount(8);
	await expect(canvas.wire('input', 'conv 1')).toBeVisible();
});

test('undoes and redoes edits of the network and of the settings, by button and by key', async ({ page }) => {
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await canvas.select('conv 1');
	await workbench.fill('Filters', '12');
	await expect(canvas.wire('conv 1', 'pool 1')).toHaveAccessibleName(/28\s×\s28\s×\s12/);
	await workbench.openTab('Training');
	await workbench.fill('Epochs', '7');
	await workbench.undo.click();
	await expect(workbench.inspector.getByRole('textbox', { name: 'Epochs' })).toHaveValue('5');
	await page.locator('body').press('Control+z');
	await expect(canvas.cost).toContainText('61,706 weights');
	await expect(workbench.undo).toBeDisabled();
	await workbench.redo.click();
	await workbench.redo.click();
	await expect(canvas.wire('conv 1', 'pool 1')).toHaveAccessibleName(/28\s×\s28\s×\s12/);
	await expect(workbench.inspector.getByRole('textbox', { name: 'Epochs' })).toHaveValue('7');
});

test('keeps the chosen theme over a reload', async ({ page }) => {
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await workbench.chooseTheme('Dark');
	await expect.poll(() => workbench.theme).toBe('dark');
	await page.reload();
	await expect.poll(() => workbench.theme).toBe('dark');
	await workbench.chooseTheme('Light');
	await expect.poll(() => workbench.theme).toBe('light');
});
