#!/usr/bin/env node
import './setup/checkNode.mjs';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// `npm run screenshots [NAME…]`: drives the app in a browser and writes what it shows to docs/screenshots/, with an index.
const { setUp } = await import('./setup/setUp.mjs');
await setUp();
const { build, profiles } = await import('./build/build.mjs');
const { projectFolder } = await import('./setup/places.mjs');
const { say } = await import('./setup/say.mjs');
const { startHost } = await import('./screenshots/host.mjs');
const { scenes } = await import('./screenshots/scenes.mjs');
const { chromium } = await import('playwright');
const { default: sharp } = await import('sharp');

const MOST_BYTES = 8_000_000;
const usual = { width: 1280, height: 800 };
const large = { width: 1920, height: 1080 };
const wanted = new Set(process.argv.slice(2));
const folder = join(projectFolder, 'docs', 'screenshots');
await build(profiles.product);
mkdirSync(folder, { recursive: true });
if (wanted.size === 0) for (const name of readdirSync(folder)) if (/\.(png|webp)$/.test(name)) rmSync(join(folder, name));

const own = mkdtempSync(join(tmpdir(), 'layerloom-screenshots-'));
const host = await startHost(own);
const { LAYERLOOM_CHROMIUM: executablePath } = process.env;
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', '--disable-gpu'] });
try {
	const page = await browser.newPage({ viewport: usual, reducedMotion: 'reduce' });
	await page.goto(host.link);
	// Each scene begins where the one before has ended, so all are played, also when only some are kept.
	for (const { name, play, isLarge = false } of scenes) {
		await play(page);
		if (wanted.size > 0 && !wanted.has(name)) continue;
		for (const theme of /** @type {const} */ (['light', 'dark'])) {
			await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
			await shoot(page, `${name}-${theme}`);
			if (!isLarge || theme === 'dark') continue;
			await page.setViewportSize(large);
			await shoot(page, `${name}-large`);
			await page.setViewportSize(usual);
		}
		await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
		say(`  ${name}`);
	}
} finally {
	await browser.close();
	await host.stop();
	rmSync(own, { recursive: true, force: true });
}
writeIndex();
const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
say(`${(bytes / 1e6).toFixed(1)} MB in docs/screenshots/`);
if (bytes > MOST_BYTES) throw new Error(`The pictures take ${bytes} bytes; at most ${MOST_BYTES} are welcome in the repository.`);

/**
 * Takes a picture with at most 256 colours: few enough to be small, enough to look the same.
 * @param {import('playwright').Page} page
 * @param {string} name
 */
async function shoot(page, name) {
	await page.waitForTimeout(400);
	const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
	await sharp(picture)
		.png({ palette: true, effort: 10, compressionLevel: 9 })
		.toFile(join(folder, `${name}.png`));
}

function writeIndex() {
	const sections = scenes.map(({ name, title, isLarge }) => {
		const more = isLarge ? `\n\n[At 1920 × 1080](${name}-large.png)` : '';
		return `## ${title}\n\n| Light | Dark |\n|---|---|\n| ![${title}, light](${name}-light.png) | ![${title}, dark](${name}-dark.png) |${more}\n`;
	});
	const head = '# Every screen\n\nTaken from the app itself in Chromium by `npm run screenshots`.\n';
	writeFileSync(join(folder, 'README.md'), [head, ...sections].join('\n'));
}
