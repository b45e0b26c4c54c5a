import type { Page } from 'playwright';

/** Something that a person does on the canvas, in up to `rounds` moves; a slow page ends it early, after some seconds. */
export interface Gesture {
	readonly name: string;
	prepare(page: Page, nodes: BenchNodes): Promise<void>;
	run(page: Page, rounds: number): Promise<void>;
	/** Leaves the canvas as it was. Throws where the gesture has done nothing: its frames would mean nothing. */
	finish(page: Page, nodes: BenchNodes): Promise<void>;
}

export interface BenchNodes {
	/** Whose size decides all others. */
	readonly input: string;
	/** In the middle of the network, with wires on both sides. */
	readonly middle: string;
	/** The last whose size follows from the input's. */
	readonly tail: string;
}

interface Point {
	readonly x: number;
	readonly y: number;
}

const MOST_MS = 5000;

function untilLate(): () => boolean {
	const end = performance.now() + MOST_MS;
	return () => performance.now() < end;
}

let from: Point = { x: 0, y: 0 };
let turned = 0;
let typed = '';
/** The wheel turns so often one way and then back. */
const TURNS = 30;
const WHEEL_PX = 40;

export const gestures: readonly Gesture[] = [
	{
		name: 'drag a node',
		prepare: async (page, { middle }) => {
			from = await headOf(page, middle);
			await page.mouse.move(from.x, from.y);
			await page.mouse.down();
			await page.mouse.move(from.x + 8, from.y + 8, { steps: 4 });
		},
		run: async (page, rounds) => {
			const isEarly = untilLate();
			for (let round = 0; round < rounds && isEarly(); round++) {
				const angle = (round / 45) * 2 * Math.PI;
				await page.mouse.move(from.x + 60 * Math.sin(angle), from.y + 40 * (1 - Math.cos(angle)));
			}
		},
		finish: async (page, { middle }) => {
			await page.mouse.move(from.x + 60, from.y + 40);
			await page.mouse.up();
			const to = await headOf(page, middle);
			if (Math.hypot(to.x - from.x, to.y - from.y) < 40) throw new Error(`The card of ${middle} did not follow the pointer.`);
			await page.keyboard.press('Control+z');
		},
	},
	{
		name: 'zoom',
		prepare: async (page) => {
			const box = await page.locator('.react-flow__pane').boundingBox();
			if (!box) throw new Error('The canvas is not on the screen.');
			await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
			turned = 0;
		},
		run: async (page, rounds) => {
			const isEarly = untilLate();
			// Ends where it began, unless the page is slow.
			const whole = Math.max(1, Math.round(rounds / (2 * TURNS))) * 2 * TURNS;
			for (let round = 0; round < whole && isEarly(); round++) {
				const by = turned % (2 * TURNS) < TURNS ? -WHEEL_PX : WHEEL_PX;
				turned++;
				await page.mouse.wheel(0, by);
			}
		},
		finish: async (page) => {
			const before = await viewOf(page);
			await page.mouse.wheel(0, -10 * WHEEL_PX);
			await untilStill(page);
			if ((await viewOf(page)) === before) throw new Error('The view did not zoom.');
			// Everything is in view again for the next gesture.
			await page.getByRole('button', { name: 'Show the whole network' }).click();
			await untilStill(page);
		},
	},
	{
		name: 'type a number',
		prepare: async (page, { input }) => {
			const head = await headOf(page, input);
			await page.mouse.click(head.x, head.y);
			// Opens the settings, whichever tab is shown.
			await page.keyboard.press('Enter');
			await page.locator('[data-field="height"] input').click({ timeout: 10_000 });
			await untilStill(page);
		},
		run: async (page, rounds) => {
			const isEarly = untilLate();
			for (let round = 0; round < rounds / 4 && isEarly(); round++) {
				typed = round % 2 === 0 ? '24' : '48';
				await page.keyboard.press('Control+a');
				await page.keyboard.type(typed, { delay: 33 });
			}
		},
		finish: async (page, { tail }) => {
			await page.locator(`[data-node="${tail}"][aria-label*="${typed}"]`).waitFor({ state: 'attached', timeout: 10_000 });
			await page.keyboard.press('Escape');
		},
	},
];

async function viewOf(page: Page): Promise<string> {
	return (await page.locator('.react-flow__viewport').getAttribute('style')) ?? '';
}

/** Waits for the view to rest, however long a slow page animates it. */
async function untilStill(page: Page): Promise<void> {
	let last = '';
	for (let next = await viewOf(page); next !== last; next = await viewOf(page)) {
		last = next;
		await page.waitForTimeout(400);
	}
}

/** A place in the head of a card, away from its ports at every zoom. */
async function headOf(page: Page, node: string): Promise<Point> {
	const box = await page.locator(`[data-node="${node}"]`).boundingBox();
	if (!box) throw new Error(`The card of ${node} is not on the screen.`);
	return { x: box.x + box.width * 0.35, y: box.y + box.height * 0.07 };
}
