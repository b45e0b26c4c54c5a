import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];
/** Between two moves of the mouse, in milliseconds. */
const MOVE_MS = 8;
const CIRCLE = 60;

interface StartedBrowser {
	readonly browser: Browser;
	stop(): Promise<void>;
}

/**
 * A browser in the session of this program, as a desktop app's window is. Playwright by itself starts one in a session of its own, and
 * Linux shares processors out between sessions first, whatever priority threads have within them.
 */
async function startBrowser(): Promise<StartedBrowser> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'layerloom-bench-browser-'));
	const program = process.env.LAYERLOOM_CHROMIUM ?? chromium.executablePath();
	const child = spawn(program, ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, ...flags, 'about:blank'], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let address: string | undefined;
	for await (const line of createInterface({ input: child.stderr })) {
		address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
		if (address) break;
	}
	if (!address) throw new Error(`${program} does not start`);
	child.stderr.resume();
	return {
		browser: await chromium.connectOverCDP(address),
		async stop() {
			child.kill();
			await once(child, 'exit');
			await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
		},
	};
}

/** The page in a real browser, worked with mouse and eyes. */
export class ShownApp {
	readonly #browser: StartedBrowser;
	readonly #page: Page;
	#onFirstBatch: (() => void) | null = null;
	#imagesPerSecond = Number.NaN;

	static async open(link: string, template: RegExp): Promise<ShownApp> {
		const started = await startBrowser();
		const page = await started.browser.newPage({ viewport: { width: 1280, height: 800 } });
		const app = new ShownApp(started, page);
		await page.goto(link);
		await page.getByRole('button', { name: template }).click();
		await page.locator('[data-node]').first().waitFor();
		return app;
	}

	private constructor(browser: StartedBrowser, page: Page) {
		this.#browser = browser;
		this.#page = page;
		page.on('websocket', (socket) =>
			socket.on('framereceived', ({ payload }) => {
				const text = payload.toString();
				if (!text.includes('"kind":"batch"')) return;
				this.#imagesPerSecond = Number(/"imagesPerSecond":([\d.]+)/.exec(text)?.[1]);
				this.#onFirstBatch?.();
			}),
		);
	}

	/** Over the last three seconds of training, as the page was told last. */
	get imagesPerSecond(): number {
		return this.#imagesPerSecond;
	}

	/** Presses Train; milliseconds until the page has the first batch. */
	async train(): Promise<number> {
		const button = this.#page.getByRole('button', { name: 'Train', exact: true });
		await button.waitFor();
		const arrived = new Promise<void>((resolve) => {
			this.#onFirstBatch = resolve;
		});
		const pressedAt = performance.now();
		await button.click();
		await arrived;
		this.#onFirstBatch = null;
		return performance.now() - pressedAt;
	}

	async stop(): Promise<void> {
		await this.#page.getByRole('button', { name: 'Stop', exact: true }).click();
		await this.#page.getByRole('button', { name: 'Train', exact: true }).waitFor();
	}

	/** Drags a layer round in circles; milliseconds between each two frames meanwhile. */
	async drag(seconds: number): Promise<readonly number[]> {
		const page = this.#page;
		const box = await page.locator('[data-node]').nth(1).boundingBox();
		if (!box) throw new Error('the layer is not on the screen');
		const middle = { x: box.x + box.width / 2, y: box.y + 12 };
		await page.mouse.move(middle.x, middle.y);
		await page.mouse.down();
		// The first move only begins the drag.
		await page.mouse.move(middle.x + 2, middle.y);
		await page.evaluate(countFrames);
		const begunAt = performance.now();
		while (performance.now() - begunAt < seconds * 1000) {
			const angle = ((performance.now() - begunAt) / 1000) * Math.PI;
			await page.mouse.move(middle.x + CIRCLE * Math.sin(angle), middle.y + CIRCLE * (1 - Math.cos(angle)));
			await sleep(MOVE_MS);
		}
		const times = await page.evaluate(() => (globalThis as unknown as Counting).frameTimes);
		await page.mouse.up();
		await page.keyboard.press('ControlOrMeta+z');
		await page.evaluate(() => (globalThis as unknown as Counting).stopCounting());
		return times.slice(1).map((time, place) => time - (times[place] ?? time));
	}

	async close(): Promise<void> {
		await this.#browser.stop();
	}
}

/** What the page keeps while frames are counted. */
interface Counting {
	frameTimes: number[];
	stopCounting(): void;
}

/** Runs in the page. */
function countFrames(): void {
	const page = globalThis as unknown as Counting & { requestAnimationFrame(work: (time: number) => void): number };
	let isCounting = true;
	page.frameTimes = [];
	page.stopCounting = () => {
		isCounting = false;
	};
	const note = (time: number): void => {
		page.frameTimes.push(time);
		if (isCounting) page.requestAnimationFrame(note);
	};
	page.requestAnimationFrame(note);
}
