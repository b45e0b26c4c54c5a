import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page, test } from '@playwright/test';
import { isOldElectron, launchDesktop } from '../support/desktop.ts';
import { projectFolder } from '../support/folders.ts';

/** The same walk through the app as it is developed and as it is packed: draw, wire, train, close. */
const electron = process.env.LAYERLOOM_ELECTRON ?? '';
const developed = isOldElectron ? join(projectFolder, 'dist', 'smoke', 'app', 'electron.cjs') : projectFolder;
const packed = process.env.LAYERLOOM_PACKED ?? '';

test('the desktop app draws a network, trains it and closes', async () => {
	await walkThrough(electron, [developed]);
});

test('the packed app draws a network, trains it and closes', async () => {
	await walkThrough(packed, []);
});

async function walkThrough(program: string, parameters: readonly string[]): Promise<void> {
	const desktop = await launchDesktop(program, parameters);
	const { page, application, folders } = desktop;
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
	try {
		expect(page.url()).toBe('app://layerloom/index.html');
		expect(await page.evaluate(() => ['require', 'process', 'electron'].filter((name) => name in globalThis))).toEqual([]);

		await draw(page, application);
		await train(page);

		expect(await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
		// The probe has run, and its answer is kept.
		expect(JSON.parse(readFileSync(join(folders.data, 'engine-host.json'), 'utf8'))).toMatchObject({ host: expect.any(String) });
		expect(complaints).toEqual([]);
	} finally {
		await desktop.close();
	}
}

/** Input, flatten and output from the palette; the last wire is cut and drawn again by mouse. */
async function draw(page: Page, application: ElectronApplication): Promise<void> {
	await page.getByRole('button', { name: 'Empty canvas' }).click();
	await page.getByRole('button', { name: 'Add an input' }).click();
	const palette = page.getByRole('complementary', { name: 'Layers' });
	await palette.getByRole('button', { name: 'Flatten', exact: true }).click();
	await palette.getByRole('button', { name: 'Output', exact: true }).click();
	const wire = page.getByRole('img', { name: 'Wire from flatten to output, 784' });
	await expect(wire).toBeVisible();

	const source = page.getByRole('group', { name: /^flatten,/ }).locator('.react-flow__handle.source');
	const target = page.getByRole('group', { name: /^output,/ }).locator('.react-flow__handle.target');
	await clickBetween(page, source, target);
	await page.keyboard.press('Delete');
	await expect(wire).toHaveCount(0);
	await dragWire(application, source, target);
	await expect(wire).toBeVisible();
	await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
}

/** The wire between two neighbours is straight. */
async function clickBetween(page: Page, source: Locator, target: Locator): Promise<void> {
	const from = await centre(source);
	const to = await centre(target);
	await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
}

/**
 * Sent by Electron itself: Playwright asks for a way to watch drags that an old Chromium lacks. The canvas takes the first
 * movement as the start of a drag, so a small one comes before the way.
 */
async function dragWire(application: ElectronApplication, source: Locator, target: Locator): Promise<void> {
	const from = await centre(source);
	const to = await centre(target);
	await application.evaluate(
		async ({ BrowserWindow }, [start, end]) => {
			const [window] = BrowserWindow.getAllWindows();
			const send = async (type: 'mouseDown' | 'mouseMove' | 'mouseUp', x: number, y: number): Promise<void> => {
				const held = type === 'mouseUp' ? [] : (['leftbuttondown'] as const);
				window?.webContents.sendInputEvent({
					type,
					x: Math.round(x),
					y: Math.round(y),
					button: 'left',
					clickCount: type === 'mouseMove' ? 0 : 1,
					modifiers: [...held],
				});
				await new Promise((resolve) => setTimeout(resolve, 30));
			};
			await send('mouseMove', start.x, start.y);
			await send('mouseDown', start.x, start.y);
			await send('mouseMove', start.x + 2, start.y);
			for (let step = 1; step <= 8; step++)
				await send('mouseMove', start.x + ((end.x - start.x) * step) / 8, start.y + ((end.y - start.y) * step) / 8);
			await send('mouseUp', end.x, end.y);
		},
		[from, to] as const,
	);
}

/** Once it has come to rest: the view glides when a layer is added. */
async function centre(locator: Locator): Promise<{ x: number; y: number }> {
	await locator.hover();
	const box = await locator.boundingBox();
	if (!box) throw new Error('A handle is not on the screen.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The bundled digits, five epochs of a network with one layer of weights. */
async function train(page: Page): Promise<void> {
	await page.getByRole('tab', { name: 'Data' }).click();
	await page.getByRole('radio', { name: 'Digits' }).check({ force: true });
	const banner = page.getByRole('banner');
	await banner.getByRole('button', { name: 'Train', exact: true }).click();
	await expect(banner.getByRole('button', { name: 'Stop' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Show Run 1' })).toBeVisible();
	await expect(banner.getByRole('button', { name: 'Train', exact: true })).toBeVisible({ timeout: 120_000 });
	await expect(page.getByRole('figure', { name: /^Accuracy per epoch/ })).toBeVisible();
}
