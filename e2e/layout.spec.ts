import type { Page } from '@playwright/test';
import { Canvas } from './pages/canvas.ts';
import { StartPage } from './pages/startPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

const topOf = async (canvas: Canvas, name: string): Promise<number> => Math.round((await canvas.placeOn(name, 0, 0)).y);
const choose = async (page: Page, command: string): Promise<void> => {
	await page.keyboard.press('Control+k');
	await page.getByRole('dialog').getByPlaceholder('Find a command').fill(command);
	await expect(page.getByRole('dialog').getByRole('button').first()).toContainText(command);
	await page.keyboard.press('Enter');
};

test('aligns cards, and tidies all others around a pinned one', async ({ page }) => {
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/Mini VGG/);
	await canvas.select('conv 2');
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('Shift+ArrowDown');
	await canvas.selectTogether('conv 1', 'conv 2');
	expect(await topOf(canvas, 'conv 2')).toBeGreaterThan(await topOf(canvas, 'conv 1'));
	await choose(page, 'Align top');
	await expect.poll(async () => (await topOf(canvas, 'conv 2')) - (await topOf(canvas, 'conv 1'))).toBe(0);
	await workbench.undo.click();
	await expect.poll(async () => (await topOf(canvas, 'conv 2')) - (await topOf(canvas, 'conv 1'))).not.toBe(0);

	await canvas.select('conv 2');
	await page.keyboard.press('p');
	await expect(canvas.layer('conv 2').getByRole('img', { name: 'pinned' })).toBeVisible();
	await canvas.selectTogether('conv 1');
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('Shift+ArrowDown');
	await canvas.letGoOfSelection();
	await page.keyboard.press('l');
	// The rest is laid out in one row with the pinned layer, wherever that stands.
	await expect.poll(async () => (await topOf(canvas, 'conv 2')) - (await topOf(canvas, 'conv 1'))).toBe(0);
	await workbench.undo.click();
	await expect.poll(async () => (await topOf(canvas, 'conv 2')) - (await topOf(canvas, 'conv 1'))).not.toBe(0);
});

test('shows a line while a dragged card stands in line with its neighbours', async ({ page }) => {
	const canvas = new Canvas(page);
	await new StartPage(page).openTemplate(/One convolution/);
	const from = await canvas.placeOn('conv 1', 0.5, 0.05);
	await canvas.holdFrom(from, { x: from.x, y: from.y + 60 });
	await expect(page.locator('[data-guide="y"]')).toHaveCount(0);
	await page.mouse.move(from.x, from.y + 4);
	await expect(page.locator('[data-guide="y"]').first()).toBeAttached();
	await canvas.letGo();
	expect((await topOf(canvas, 'conv 1')) - (await topOf(canvas, 'input'))).toBe(0);
	await expect(page.locator('[data-guide]')).toHaveCount(0);
});
