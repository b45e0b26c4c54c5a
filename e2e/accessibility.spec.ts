import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Canvas } from './pages/canvas.ts';
import { ExplainPage } from './pages/explainPage.ts';
import { Groups } from './pages/groups.ts';
import { OutlinePanel } from './pages/outlinePanel.ts';
import { StartPage } from './pages/startPage.ts';
import { TrainPage } from './pages/trainPage.ts';
import { Workbench } from './pages/workbench.ts';
import { expect, test } from './support/test.ts';

/** What axe finds by the rules of WCAG 2.2 AA and its own best practices, as lines that name the place. */
async function findings(page: Page, without: string[] = []): Promise<readonly string[]> {
	// A transition half way has colours of its own.
	await page.evaluate(() => {
		// A cursor blinks for ever.
		const ending = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
		return Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
	});
	// Tooltips hang at the end of the page, outside its regions; what they say of is in one.
	const { violations } = await new AxeBuilder({ page }).exclude('[role="tooltip"]').disableRules(without).analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
}

test.use({ reducedMotion: 'reduce' });

for (const theme of ['light', 'dark'] as const) {
	test.describe(`in the ${theme} theme`, () => {
		test.use({ colorScheme: theme });

		test('start page, network, problem, menus and dialogs give axe nothing to find', async ({ page }) => {
			const canvas = new Canvas(page);
			const workbench = new Workbench(page);
			const start = new StartPage(page);
			await expect(start.heading).toBeVisible();
			await expect.soft(findings(page), 'start page').resolves.toEqual([]);
			await start.openTemplate(/LeNet-5/);
			await canvas.select('conv 1');
			await expect.soft(findings(page), 'network').resolves.toEqual([]);
			for (const tab of ['Network', 'Data', 'Training']) {
				await workbench.openTab(tab);
				await expect.soft(findings(page), `${tab} tab`).resolves.toEqual([]);
			}
			for (const tab of [/^Problems/, /^Runs/, /^Layer table/, /^History/]) {
				await workbench.openDrawer(tab);
				await expect.soft(findings(page), `drawer ${tab}`).resolves.toEqual([]);
			}
			const outline = new OutlinePanel(page);
			await outline.open();
			await expect.soft(findings(page), 'network as text').resolves.toEqual([]);
			await outline.close();
			await canvas.deleteLayer('flatten');
			await workbench.openDrawer(/^Problems/);
			await expect(canvas.layer('dense 1')).toContainText('Needs a vector');
			await expect.soft(findings(page), 'problem').resolves.toEqual([]);
			await canvas.layer('conv 1').click({ button: 'right', position: { x: 40, y: 12 } });
			await expect(page.getByRole('menu')).toBeVisible();
			// The menu's catcher of the focus has no role that axe knows in a menu.
			await expect.soft(findings(page, ['aria-required-children']), 'menu of a layer').resolves.toEqual([]);
			await page.keyboard.press('Escape');
			await page.keyboard.press('?');
			await expect(page.getByRole('dialog')).toBeVisible();
			await expect.soft(findings(page), 'shortcuts').resolves.toEqual([]);
			await page.keyboard.press('Escape');
			await expect(page.getByRole('dialog')).toHaveCount(0);
			await page.keyboard.press('Control+s');
			await expect(page.getByRole('dialog')).toBeVisible();
			await expect.soft(findings(page), 'save').resolves.toEqual([]);
			await page.keyboard.press('Escape');
			await page.keyboard.press('Control+,');
			await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible();
			await expect.soft(findings(page), 'preferences').resolves.toEqual([]);
			await page.keyboard.press('Escape');
			await expect(page.getByRole('dialog')).toHaveCount(0);
			const groups = new Groups(page);
			await groups.make('conv 1', 'pool 1');
			await expect.soft(findings(page), 'group').resolves.toEqual([]);
			await groups.enter('block 1');
			await canvas.select('conv 1');
			await expect.soft(findings(page), 'inside a group').resolves.toEqual([]);
		});

		test('training, its result and the answers give axe nothing to find', async ({ page }) => {
			test.slow();
			const workbench = new Workbench(page);
			const train = new TrainPage(page);
			await new StartPage(page).openTemplate(/One convolution/);
			await workbench.waitForEngine();
			await train.setEpochs(1);
			await workbench.showMode('Train');
			await expect.soft(findings(page), 'before a run').resolves.toEqual([]);
			await train.start();
			await expect(workbench.stopButton).toHaveCount(0, { timeout: 120_000 });
			await expect.soft(findings(page), 'after a run').resolves.toEqual([]);
			await workbench.showMode('Explain');
			await expect(new ExplainPage(page).testImages.first()).toBeVisible();
			await workbench.openDrawer(/^Confusion/);
			await expect.soft(findings(page), 'answers').resolves.toEqual([]);
			await new ExplainPage(page).openTab('Draw');
			await expect.soft(findings(page), 'drawing').resolves.toEqual([]);
		});
	});
}
