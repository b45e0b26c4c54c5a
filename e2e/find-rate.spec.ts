import { StartPage } from './pages/startPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test('finds a learning rate, stops a search, uses what was found, and takes it back', async ({ page }) => {
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/perceptron/i);
	await workbench.waitForEngine();
	await workbench.openTab('Training');
	const rate = workbench.inspector.getByRole('textbox', { name: 'Learning rate', exact: true });
	const before = await rate.inputValue();
	await workbench.inspector.getByRole('button', { name: 'Find a rate' }).click();
	const dialog = page.getByRole('dialog', { name: 'Find a learning rate' });
	await expect(dialog.getByRole('img', { name: /^Loss against the learning rate/ })).toBeVisible();
	const use = dialog.getByRole('button', { name: /^Use / });
	await expect(use).toBeVisible({ timeout: 60_000 });
	await expect(dialog.getByRole('status')).toContainText('breaks down');
	const found = (await use.textContent())?.replace('Use ', '') ?? '';
	// The same search gives the same rate.
	await dialog.getByRole('button', { name: 'Search again' }).click();
	await dialog.getByRole('button', { name: 'Stop' }).click();
	await dialog.getByRole('button', { name: 'Search again' }).click();
	await expect(use).toHaveText(`Use ${found}`, { timeout: 60_000 });
	await use.click();
	await expect(dialog).toBeHidden();
	await expect(rate).toHaveValue(found);
	await workbench.undo.click();
	await expect(rate).toHaveValue(before);
});
