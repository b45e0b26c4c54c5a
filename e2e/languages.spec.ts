import { expect, test } from './support/test.ts';

test('German holds at once and reads a comma; a file adds a language; English comes back', async ({ page }) => {
	await page.getByRole('button', { name: /^LeNet-5/ }).click();
	await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
	const html = page.locator('html');
	await expect(html).toHaveAttribute('lang', 'en');
	await page.keyboard.press('Control+,');
	await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
	await expect(html).toHaveAttribute('lang', 'de');
	await page.getByRole('button', { name: 'Fertig' }).click();
	await expect(page.getByText('61.706 Gewichte').first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Keine Probleme' })).toBeVisible();

	await page.getByRole('tab', { name: 'Training' }).click();
	const rate = page.getByRole('textbox', { name: 'Lernrate' });
	await rate.fill('1.000');
	await expect(page.getByText('1.000 kann 1000 oder 1,0 sein.')).toBeVisible();
	await rate.fill('0,005');
	await rate.blur();
	await expect(rate).toHaveValue('0,005');

	await page.keyboard.press('Control+,');
	const add = async (texts: Readonly<Record<string, string>>): Promise<void> => {
		const chooser = page.waitForEvent('filechooser');
		await page.getByRole('button', { name: 'Sprachdatei hinzufügen…' }).click();
		const content = JSON.stringify({ layerloom: 'language', language: 'fr', name: 'Français', texts });
		await (await chooser).setFiles({ name: 'fr.json', mimeType: 'application/json', buffer: Buffer.from(content) });
	};
	await add({ 'announce.undone': 'Annulé' });
	await expect(page.getByRole('alert').filter({ hasText: '„announce.undone“ fehlt der Platzhalter step' })).toBeVisible();
	await add({ 'preferences.title': 'Préférences', 'preferences.language': 'Langue' });
	await expect(page.getByRole('dialog', { name: 'Préférences' })).toBeVisible();
	await expect(html).toHaveAttribute('lang', 'fr');
	await page.getByRole('combobox', { name: 'Langue' }).selectOption('English');
	await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible();
	await page.getByRole('button', { name: 'Done' }).click();
	await expect(page.getByRole('textbox', { name: 'Learning rate' })).toHaveValue('0.005');
});
