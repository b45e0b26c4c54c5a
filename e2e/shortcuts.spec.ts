import { Canvas } from './pages/canvas.ts';
import { StartPage } from './pages/startPage.ts';
import { expect, test } from './support/test.ts';

test('a command gets other keys, swaps them with another one, keeps them over a reload and gets its own back', async ({ page }) => {
	const canvas = new Canvas(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await canvas.select('conv 1');
	await page.keyboard.press('?');
	const dialog = page.getByRole('dialog', { name: 'Shortcuts' });
	await dialog.getByRole('button', { name: /^Duplicate: Ctrl\+D/ }).click();
	await page.keyboard.press('Control+Shift+W');
	await expect(dialog.getByRole('alert')).toContainText('The browser keeps Ctrl+Shift+W');
	await page.keyboard.press('m');
	await expect(dialog.getByRole('alert')).toContainText('M is Mute or unmute');
	await dialog.getByRole('button', { name: 'Swap the keys' }).click();
	await expect(dialog.getByRole('button', { name: /^Mute or unmute: Ctrl\+D/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await page.reload();
	await canvas.select('conv 1');
	await page.keyboard.press('m');
	await expect(canvas.layer('conv 3')).toBeVisible();
	await page.keyboard.press('?');
	await dialog.getByRole('button', { name: 'All built-in keys' }).click();
	await expect(dialog.getByRole('button', { name: /^Duplicate: Ctrl\+D/ })).toBeVisible();
});
