import { AugmentationPanel } from './pages/augmentationPanel.ts';
import { StartPage } from './pages/startPage.ts';
import { TrainPage } from './pages/trainPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test('shows what flipped and turned images look like, and trains on them', async ({ page }) => {
	test.setTimeout(180_000);
	const workbench = new Workbench(page);
	const augmentation = new AugmentationPanel(page);
	const training = new TrainPage(page);
	await new StartPage(page).openTemplate(/LeNet-5/);
	await workbench.openTab('Data');

	const rows = await augmentation.waitForRows(
		'each row is its original, over and over, while nothing is on',
		(found) => found.length === 4 && found.every((row) => row.length === 6 && new Set(row).size === 1),
	);
	const plain = rows.map((row) => row[0]);

	await augmentation.switchOn('Flip');
	await augmentation.waitForRows('some are mirrored', (found) => found.some((row) => new Set(row).size === 2));
	await augmentation.switchOn('Rotate');
	await expect(augmentation.strength('Rotate')).toHaveAttribute('aria-valuetext', '10°');
	const turned = await augmentation.waitForRows('each is turned another way', (found) => found.every((row) => new Set(row).size === 6));
	expect(turned.map((row) => row[0])).toEqual(plain);

	await test.step('the strength follows the arrow keys, and the pictures follow the strength', async () => {
		await augmentation.strength('Rotate').press('ArrowRight');
		await expect(augmentation.strength('Rotate')).toHaveAttribute('aria-valuetext', '11°');
		await augmentation.waitForRows('they are turned further', (found) => found[0]?.[1] !== turned[0]?.[1]);
		await workbench.undo.click();
		await expect(augmentation.strength('Rotate')).toHaveAttribute('aria-valuetext', '10°');
		await augmentation.waitForRows('they are as before', (found) => JSON.stringify(found) === JSON.stringify(turned));
	});

	await test.step('others can be looked at', async () => {
		await augmentation.others.click();
		await augmentation.waitForRows('other samples are shown', (found) => found.every((row) => !plain.includes(row[0])));
	});

	await workbench.waitForEngine();
	await training.setEpochs(1);
	await training.start();
	await expect(training.tryIt).toBeVisible({ timeout: 120_000 });
	// Digits turned by 10° stay digits; chance would be a tenth.
	expect(await training.testAccuracy('Run 1')).toBeGreaterThan(0.5);
});
