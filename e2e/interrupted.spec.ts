import { Canvas } from './pages/canvas.ts';
import { StartPage } from './pages/startPage.ts';
import { TrainPage } from './pages/trainPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';
import { startWebHost } from './support/webHost.ts';

test('keeps the network and the finished epochs when the program is killed in the middle of a run', async ({
	page,
	host,
	folders,
	complaints,
}) => {
	test.setTimeout(180_000);
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	const training = new TrainPage(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await workbench.waitForEngine();
	await training.setEpochs(500);
	await training.start();
	await expect(training.epoch(4, 500)).toBeVisible({ timeout: 120_000 });
	host.process.kill('SIGKILL');
	await expect(page.getByText('The program behind this page has stopped')).toBeVisible();

	const again = await startWebHost(folders);
	try {
		await page.goto(again.link);
		await expect(canvas.cost).toContainText('61,706 weights');
		await workbench.showMode('Train');
		await expect(training.run('Run 1')).toContainText('interrupted');
		await workbench.openTab('Training');
		await expect(training.tryIt).toBeVisible();
		// The record is written at most once a second: the last of the three epochs may be missing, no more.
		expect((await training.readCurves()).length).toBeGreaterThanOrEqual(2);
	} finally {
		await again.stop();
		// The page complains about the lost connection, as it should.
		complaints.length = 0;
	}
});
