import { Canvas } from './pages/canvas.ts';
import { StartPage } from './pages/startPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test('undo goes on after the page was loaded again, and the history shows the steps', async ({ page }) => {
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await canvas.deleteLayer('flatten');
	await page.reload();
	await expect(canvas.layer('conv 1')).toBeVisible();
	await expect(canvas.layer('flatten')).toHaveCount(0);
	await workbench.openDrawer(/^History/);
	await expect(workbench.drawer.getByRole('button', { name: /Delete flatten/ })).toBeVisible();
	await workbench.undo.click();
	await expect(canvas.layer('flatten')).toBeVisible();
});
