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
	await workbench.undo.click();
	await workbench.undo.click();

	// A number that is dragged: four pixels a step, ten steps with Shift; the whole of it is one step to undo, however slow.
	await workbench.openTab('Layer');
	const filters = workbench.inspector.getByRole('textbox', { name: 'Filters' });
	const drag = await workbench.scrub('Filters', 20);
	await expect(filters).toHaveValue('11');
	await page.waitForTimeout(1100);
	await page.keyboard.down('Shift');
	await drag.by(8);
	await page.keyboard.up('Shift');
	await expect(filters).toHaveValue('31');
	await expect(canvas.wire('conv 1', 'pool 1')).toHaveAccessibleName(/28\s×\s28\s×\s31/);
	await drag.end();
	await expect(filters).not.toBeFocused();
	await workbench.undo.click();
	await expect(filters).toHaveValue('6');
	await expect(workbench.undo).toBeDisabled();
	// Escape takes it back while it is held; a box is dragged like its label, and a click still types.
	const other = await workbench.scrub('Filters', 40, 'box');
	await expect(filters).toHaveValue('16');
	await page.keyboard.press('Escape');
	await expect(filters).toHaveValue('6');
	await other.end();
	await expect(workbench.undo).toBeDisabled();
	await expect(canvas.layer('conv 1')).toHaveAttribute('data-selected', 'true');
	await filters.click();
	await page.keyboard.type('9');
	await expect(canvas.wire('conv 1', 'pool 1')).toHaveAccessibleName(/28\s×\s28\s×\s9/);
	await workbench.undo.click();
	// One number sets width and height until they are set apart.
	await workbench.fill('Kernel, width', '3');
	await expect(canvas.layer('conv 1')).toContainText(/3\s×\s3/);
	await workbench.inspector.getByRole('button', { name: 'Kernel: width and height alike' }).click();
	await workbench.fill('Kernel, height', '7');
	await expect(canvas.layer('conv 1')).toContainText(/3\s×\s7/);
	while (await workbench.undo.isEnabled()) await workbench.undo.click();

	// Layers of different kinds are set together in what they have in common; where they differ it says so.
	await canvas.selectTogether('conv 1', 'pool 1');
	const width = workbench.inspector.getByRole('textbox', { name: 'Kernel / Window, width' });
	await expect(width).toHaveValue('');
	await expect(workbench.inspector.getByRole('textbox', { name: 'Filters' })).toHaveCount(0);
	await workbench.choose('Padding', 'valid');
	// (28 − 5) + 1 = 24, halved 12.
	await expect(canvas.wire('pool 1', 'conv 2')).toHaveAccessibleName(/12\s×\s12\s×\s6/);
	await workbench.undo.click();
	await expect(canvas.wire('pool 1', 'conv 2')).toHaveAccessibleName(/14\s×\s14\s×\s6/);
	await expect(workbench.undo).toBeDisabled();
});

test('refuses numbers that cannot be, with the reason at the field, and leaves the network as it was', async ({ page }) => {
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	const refuse = async (label: string, values: Readonly<Record<string, RegExp>>): Promise<void> => {
		const field = workbench.inspector.getByRole('textbox', { name: label, exact: true });
		const before = await field.inputValue();
		for (const [value, reason] of Object.entries(values)) {
			await field.fill(value);
			await expect(field).toHaveAccessibleDescription(reason);
			await expect(field).toHaveAttribute('aria-invalid', 'true');
		}
		await field.press('Tab');
		await expect(field).toHaveValue(before);
	};
	await canvas.select('conv 1');
	await refuse('Filters', {
		'-3': /at least 1, but got -3/,
		'0': /at least 1, but got 0/,
		'2.5': /whole number from 1 to 65,536, but got 2.5/,
		'1e9': /at most 65,536, but got 1000000000/,
		NaN: /whole number .* but got "NaN"/,
		many: /whole number .* but got "many"/,
	});
	await refuse('Kernel, width', { '0': /at least 1/, '1e9': /at most 1,024/ });
	await canvas.select('input');
	await refuse('Height', { '-28': /at least 1/, '2.5': /whole number/, tall: /"tall"/ });
	await workbench.openTab('Training');
	const batch = /whole number/;
	await refuse('Batch size', { '-1': batch, '0': batch, '2.5': batch, '1e9': batch, NaN: batch, '1,000': /1,000 could be 1000 or 1\.0/ });
	await refuse('Learning rate', { '-1': /More than 0/, '0': /More than 0/, NaN: /More than 0/ });
	await workbench.openTab('Network');
	await refuse('Memory that a run may take, in MB', {
		'-1': /whole number of megabytes/,
		'0': /whole number/,
		'2.5': /whole number/,
		NaN: /whole number/,
	});
	await expect(canvas.cost).toContainText('61,706 weights');
	await expect(workbench.undo).toBeDisabled();
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
