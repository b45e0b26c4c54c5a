import { resolve } from 'node:path';
import { Canvas } from './pages/canvas.ts';
import { ImportDialog } from './pages/importDialog.ts';
import { StartPage } from './pages/startPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

const fixtures = resolve('main/import/fixtures');

test('opens a dropped model, tells what is in it, and uses its weights as they are', async ({ page }) => {
	const importing = new ImportDialog(page);
	const workbench = new Workbench(page);
	await expect(new StartPage(page).heading).toBeVisible();
	await importing.drop(resolve(fixtures, 'torchDigits.onnx'));
	await expect(importing.dialog).toContainText('ONNX model');
	await expect(importing.dialog).toContainText('7 layers');
	await expect(importing.dialog).toContainText('channels first in the file');
	await importing.open();
	await expect(new Canvas(page).layer('conv1')).toBeVisible();
	await workbench.showMode('Train');
	await expect(workbench.inspector).toContainText('4 layers begin with the weights of torchDigits.weights.safetensors');
	await expect(workbench.inspector).toContainText('Start weights');
});

test('says what a placeholder was, and refuses what is none', async ({ page }) => {
	const importing = new ImportDialog(page);
	await importing.choose(fixtures, 'ownCode.keras');
	await expect(importing.dialog).toContainText('One layer has no counterpart');
	await expect(importing.dialog).toContainText('Was a layer of the class Lambda');
	await importing.open();
	await expect(new Workbench(page).problems).toHaveAccessibleName(/problem/);
	await importing.drop(resolve(fixtures, 'nested.x.npy'), 'broken.onnx');
	await expect(importing.dialog.getByRole('alert')).toContainText('broken.onnx is damaged');
});
