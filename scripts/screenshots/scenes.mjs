/**
 * Every screen, in the order in which a user meets it. A scene begins where the one before has ended.
 * @typedef {object} Scene
 * @property {string} name of the files
 * @property {string} title in the index
 * @property {(page: import('playwright').Page) => Promise<void>} play brings the screen about
 * @property {boolean} [isLarge] shown at 1920 × 1080 too
 */

/** @param {import('playwright').Page} page @param {string | RegExp} name */
const card = (page, name) => page.locator('[data-node]').filter({ has: page.getByText(name, { exact: true }) });
/** @param {import('playwright').Page} page @param {string} name */
const drawerTab = (page, name) => page.getByRole('region', { name: 'Drawer' }).getByRole('tab', { name });
/** @param {import('playwright').Page} page @param {string} name */
const inspectorTab = (page, name) => page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name, exact: true });
/** @param {import('playwright').Page} page @param {'Build' | 'Train' | 'Explain'} name */
const showMode = (page, name) => page.getByRole('banner').getByText(name, { exact: true }).first().click();
/** @param {import('playwright').Page} page */
const letGo = (page) => page.keyboard.press('Escape');

/** @type {readonly Scene[]} */
export const scenes = [
	{
		name: 'start',
		title: 'Start page',
		isLarge: true,
		play: async (page) => {
			await page.getByRole('heading', { name: 'What would you like to build?' }).waitFor();
		},
	},
	{
		name: 'empty-canvas',
		title: 'Empty canvas',
		play: async (page) => {
			await page.getByRole('button', { name: 'Empty canvas' }).click();
			await page.getByText('Build a network from here').waitFor();
		},
	},
	{
		name: 'build',
		title: 'Build: LeNet-5 with a convolution selected',
		isLarge: true,
		play: async (page) => {
			await openTemplate(page, 'LeNet-5');
			await card(page, 'conv 1').click({ position: { x: 40, y: 12 } });
		},
	},
	{
		name: 'network-panel',
		title: 'What the network costs',
		play: (page) => inspectorTab(page, 'Network').click(),
	},
	{ name: 'data-panel', title: 'Data and augmentation', play: (page) => inspectorTab(page, 'Data').click() },
	{ name: 'training-settings', title: 'Training settings', play: (page) => inspectorTab(page, 'Training').click() },
	{
		name: 'commands',
		title: 'Every command, found by typing',
		play: async (page) => {
			await page.keyboard.press('Control+k');
			await page.getByPlaceholder('Find a command').fill('align');
		},
	},
	{
		name: 'shortcuts',
		title: 'Shortcuts',
		play: async (page) => {
			await letGo(page);
			await page.getByPlaceholder('Find a command').waitFor({ state: 'hidden' });
			await page.keyboard.press('Shift+?');
			await page.getByRole('dialog').waitFor();
		},
	},
	{
		name: 'preferences',
		title: 'Preferences',
		play: async (page) => {
			await letGo(page);
			await page.getByRole('dialog').waitFor({ state: 'hidden' });
			await page.keyboard.press('Control+,');
			await page.getByRole('dialog').waitFor();
		},
	},
	{
		name: 'layer-menu',
		title: 'What can be done with a layer',
		play: async (page) => {
			await letGo(page);
			await page.getByRole('dialog').waitFor({ state: 'hidden' });
			await card(page, 'conv 1').click({ button: 'right', position: { x: 40, y: 12 } });
			await page.getByRole('menu').waitFor();
		},
	},
	{
		name: 'layer-table',
		title: 'Layer table',
		play: async (page) => {
			await letGo(page);
			await drawerTab(page, 'Layer table').click();
		},
	},
	{ name: 'problems', title: 'Problems, each with repairs', play: breakTheNetwork },
	{ name: 'history', title: 'History', play: (page) => drawerTab(page, 'History').click() },
	{
		name: 'residual',
		title: 'A residual network',
		isLarge: true,
		play: async (page) => {
			await openTemplate(page, 'Mini ResNet');
			await page.keyboard.press('l');
			await page.getByRole('banner').getByRole('button', { name: /^Undo/, disabled: false }).waitFor();
		},
	},
	{
		name: 'text',
		title: 'The same network as text',
		play: async (page) => {
			await page.locator('body').press('t');
			await page.getByRole('textbox', { name: 'Network as text' }).waitFor();
		},
	},
	{
		name: 'train',
		title: 'A trained network, its curves and its result',
		isLarge: true,
		play: async (page) => {
			await openTemplate(page, 'One convolution');
			await page.getByRole('banner').getByRole('button', { name: 'Train', exact: true }).click();
			await page.getByRole('complementary', { name: 'Inspector' }).getByRole('button', { name: 'Try it' }).waitFor({ timeout: 180_000 });
		},
	},
	{
		name: 'learning-rate',
		title: 'Find a learning rate',
		play: async (page) => {
			await page.keyboard.press('Control+k');
			await page.getByPlaceholder('Find a command').fill('Find a learning rate');
			await page.keyboard.press('Enter');
			await page.getByRole('dialog').getByRole('button', { name: /^Use/ }).waitFor({ timeout: 120_000 });
		},
	},
	{
		name: 'explain',
		title: 'Explain: mistakes and single answers',
		isLarge: true,
		play: async (page) => {
			await letGo(page);
			await page.getByRole('dialog').waitFor({ state: 'hidden' });
			await showMode(page, 'Explain');
		},
	},
	{
		name: 'export',
		title: 'Take the model away',
		play: async (page) => {
			await page.keyboard.press('Control+e');
			// The folders of this machine are nobody's business.
			await page.getByRole('dialog').getByRole('textbox', { name: 'Folder' }).fill('Documents/one-convolution');
		},
	},
];

/** @param {import('playwright').Page} page */
async function breakTheNetwork(page) {
	await card(page, 'conv 1').click({ position: { x: 40, y: 12 } });
	await page.keyboard.press('Delete');
	await card(page, 'conv 2').click({ position: { x: 40, y: 12 } });
	await inspectorTab(page, 'Layer').click();
	await page.locator('[data-inspector] [data-field="kernelSize"] input').first().fill('40');
	await page.keyboard.press('Enter');
	await drawerTab(page, 'Problems').click();
}

/** Leaves what is open, unsaved, for another network. @param {import('playwright').Page} page @param {string} title */
async function openTemplate(page, title) {
	if (!(await page.getByRole('heading', { name: 'What would you like to build?' }).isVisible())) {
		await page.keyboard.press('Control+k');
		await page.getByPlaceholder('Find a command').fill('Close');
		await page.keyboard.press('Enter');
		const discard = page.getByRole('dialog').getByRole('button', { name: 'Give up the changes' });
		await discard
			.or(page.getByRole('heading', { name: 'What would you like to build?' }))
			.first()
			.waitFor();
		if (await discard.isVisible()) await discard.click();
	}
	await page
		.getByRole('button', { name: new RegExp(`^${title}`) })
		.first()
		.click();
	await page.locator('[data-node]').first().waitFor();
}
