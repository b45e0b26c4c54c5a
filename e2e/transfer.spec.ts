import { Canvas } from './pages/canvas.ts';
import { StartPage } from './pages/startPage.ts';
import { TrainPage } from './pages/trainPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

test('gives a trained network a new head, trains it on the frozen base, then lets all of it learn on', async ({ page }) => {
	const canvas = new Canvas(page);
	const workbench = new Workbench(page);
	const training = new TrainPage(page);
	const panel = workbench.inspector;
	const fineTune = panel.getByRole('button', { name: 'Unfreeze and fine-tune' });
	await new StartPage(page).openTrained(/Digits: LeNet-5/);
	await workbench.waitForEngine();
	await workbench.showMode('Train');

	await panel.getByRole('button', { name: 'Replace the head…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Replace the head' });
	const classes = dialog.getByRole('textbox', { name: 'Classes to tell apart' });
	await expect(classes).toHaveValue('10');
	await classes.fill('4');
	await expect(dialog).toContainText('choose the new pictures in the Data tab');
	await classes.fill('10');
	await dialog.getByRole('button', { name: 'Replace the head' }).click();
	await expect(canvas.layer('conv 1')).toHaveAccessibleName(/frozen/);
	await expect(canvas.layer('output')).not.toHaveAccessibleName(/frozen/);
	await expect(panel).toContainText('output');
	// The head has learned nothing yet.
	await expect(fineTune).toBeHidden();

	await training.setEpochs(1);
	await training.trainToEnd('Run 2');
	// One epoch of a head on a base that knows digits.
	expect(await training.testAccuracy('Run 2')).toBeGreaterThan(0.9);
	await fineTune.click();
	await expect(canvas.layer('conv 1')).not.toHaveAccessibleName(/frozen/);
	await expect(panel.getByRole('textbox', { name: 'Learning rate', exact: true })).toHaveValue('0.0002');
	await training.trainToEnd('Run 3');
	expect(await training.testAccuracy('Run 3')).toBeGreaterThan(0.9);
});
