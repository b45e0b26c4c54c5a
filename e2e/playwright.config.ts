import { defineConfig } from '@playwright/test';

/** Two ways in: the page in a browser against the web host, and the desktop app. Both on one machine's two cores, so one at a time. */
export default defineConfig({
	testDir: '.',
	outputDir: '../test-results',
	workers: 1,
	fullyParallel: false,
	forbidOnly: Boolean(process.env.CI),
	retries: 0,
	timeout: 120_000,
	expect: { timeout: 15_000 },
	use: {
		viewport: { width: 1280, height: 800 },
		trace: 'retain-on-failure',
		screenshot: 'only-on-failure',
		launchOptions: {
			...(process.env.LAYERLOOM_CHROMIUM ? { executablePath: process.env.LAYERLOOM_CHROMIUM } : {}),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
	},
	projects: [
		{ name: 'browser', testMatch: '**/*.spec.ts', testIgnore: '**/electron/**' },
		{ name: 'electron', testMatch: '**/electron/*.spec.ts', timeout: 240_000 },
	],
});
