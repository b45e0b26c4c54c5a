import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/test.ts';
import { startWebHost } from './support/webHost.ts';

test('preferences hold at once, in every window, and after the program was started again', async ({ page, context, host, folders }) => {
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.keyboard.press('Control+,');
	const dialog = page.getByRole('dialog', { name: 'Preferences' });
	const other = await context.newPage();
	await other.goto(host.link);
	await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
	await dialog.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
	await dialog.getByRole('radiogroup', { name: 'Motion' }).getByText('None').click();
	await dialog.getByRole('radiogroup', { name: 'Contrast' }).getByText('High').click();
	for (const window of [page, other]) {
		await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
		await expect(window.locator('html')).toHaveAttribute('data-motion', 'reduced');
		await expect(window.locator('html')).toHaveAttribute('data-contrast', 'more');
	}
	const file = join(folders.data, 'preferences.json');
	await expect.poll(() => readFile(file, 'utf8')).toContain('"contrast": "more"');
	for (const window of [page, other]) await window.goto('about:blank');
	await host.stop();
	// A program of another port is another origin: nothing that the browser remembers helps.
	const again = await startWebHost(folders);
	await other.goto(again.link);
	await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
	await writeFile(file, '{"theme":');
	await other.reload();
	await expect(other.getByRole('alert')).toContainText('The old file is');
	await other.reload();
	await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(other.getByRole('alert')).toHaveCount(0);
	await again.stop();
});
