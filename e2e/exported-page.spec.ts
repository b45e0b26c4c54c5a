import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { makeTestFolders, projectFolder } from './support/folders.ts';
import { pngOf } from './support/pictures.ts';

interface StoredInput {
	readonly pixels: string;
	readonly expected: readonly number[];
}

test('an exported page answers as the app does, from a file, and asks nothing of any server', async ({ page }) => {
	test.setTimeout(120_000);
	const folders = makeTestFolders();
	const layerloom = (...parameters: string[]) =>
		promisify(execFile)(process.execPath, [join(projectFolder, 'dist', 'app', 'cli.mjs'), ...parameters], {
			env: { ...process.env, LAYERLOOM_DATA_DIR: folders.data, LAYERLOOM_DOCUMENTS_DIR: folders.documents },
		});
	const asked: string[] = [];
	const complaints: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('console', (line) => complaints.push(line.text()));
	try {
		const [run, exported] = [join(folders.documents, 'run'), join(folders.documents, 'page')];
		await layerloom('train', 'template:lenet-5', '--epochs', '1', '--out', run);
		await layerloom('export', run, '--target', 'web-page', '--out', exported);
		const file = pathToFileURL(join(exported, 'index.html')).href;
		await page.goto(file);
		await expect(page.getByText('The network is ready.')).toBeVisible({ timeout: 20_000 });
		const parity: { readonly inputs: readonly StoredInput[] } = JSON.parse(readFileSync(join(exported, 'parity.json'), 'utf8'));
		const body = page.locator('body');
		let last = '';
		for (const { pixels, expected } of parity.inputs) {
			const buffer = pngOf(28, 28, Buffer.from(pixels, 'base64'));
			await page.getByLabel('Choose a picture…').setInputFiles({ name: 'digit.png', mimeType: 'image/png', buffer });
			await expect(body).not.toHaveAttribute('data-answer', last);
			last = (await body.getAttribute('data-answer')) ?? '';
			const answer: readonly number[] = JSON.parse(last);
			expect(Math.max(...answer.map((share, place) => Math.abs(share - (expected[place] ?? Number.NaN))))).toBeLessThan(1e-4);
		}
		await page.getByRole('tab', { name: 'Draw' }).click();
		const pad = page.getByRole('img', { name: /^Drawing pad/ });
		await pad.click({ position: { x: 120, y: 80 } });
		await expect(body).not.toHaveAttribute('data-answer', last);
		await page.getByText('About this network').click();
		await expect(page.getByRole('columnheader', { name: 'Validation' })).toBeVisible();
		for (const theme of ['light', 'dark']) {
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map(({ id, nodes }) => [theme, id, nodes[0]?.html])).toEqual([]);
			await page.getByRole('button', { name: 'Dark colours' }).click();
		}
		expect(asked).toEqual([file]);
		expect(complaints).toEqual([]);
	} finally {
		folders.remove();
	}
});
