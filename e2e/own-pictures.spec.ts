import { mkdirSync, rmSync } from 'node:fs';
import { StartPage } from './pages/startPage.ts';
import { TrainPage } from './pages/trainPage.ts';
import { Workbench } from './pages/workbench.ts';
import { makeImageFolder } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('learns from a folder, names the files that it leaves out, and says so when the folder is gone', async ({ page, folders }) => {
	test.setTimeout(180_000);
	const workbench = new Workbench(page);
	const training = new TrainPage(page);
	mkdirSync(folders.documents, { recursive: true });
	const folder = makeImageFolder(folders.documents, 60);

	await new StartPage(page).openImageFolder(folder);
	await workbench.openTab('Data');
	await expect(workbench.inspector).toContainText('broken.png');
	await expect(workbench.inspector).toContainText('notes.txt');
	await expect(workbench.inspector.getByRole('list', { name: 'Samples of “dark”' }).getByRole('img').first()).toBeVisible();

	await workbench.waitForEngine();
	await training.setEpochs(30);
	await training.start();
	await expect(training.tryIt).toBeVisible({ timeout: 120_000 });
	expect(await training.testAccuracy('Run 1')).toBeGreaterThan(0.9);

	rmSync(folder, { recursive: true });
	await workbench.trainButton.click();
	await expect(workbench.inspector.getByRole('alert')).toContainText(folder, { timeout: 30_000 });
});
