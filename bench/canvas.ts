import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { benchNetwork } from './benchNetwork.ts';
import { openApp } from './canvas/app.ts';
import { type FrameTimes, LATE_MS, readFrames } from './canvas/frames.ts';
import { gestures } from './canvas/gestures.ts';
import { TRACE_CATEGORIES } from './canvas/trace.ts';

/**
 * Frame times of the canvas in a real browser: a branching network is wholly in view while a card is dragged, the view zooms and a
 * number is typed that changes every size. What the page does itself is told apart from drawing, which a graphics card takes over
 * where there is one. Goals: 300 nodes dragged with at most 16.7 ms of the page's own doing in a frame; 1,000 usable.
 */
const help = `npm run bench:canvas [-- OPTIONS]
  --nodes A,B     sizes of the networks (30,300,1000)
  --rounds N      moves of the pointer per gesture (150)
  --json FILE     writes the results there as well
`;

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const SIZE = { width: 1280, height: 800 };
/** The page's own loop, so that a frame in which nothing is drawn counts as well. */
const LOOP = '(() => { const next = () => requestAnimationFrame(next); next(); })()';

interface Result extends FrameTimes {
	readonly nodes: number;
	readonly gesture: string;
}

async function measure(browser: Browser, nodes: number, rounds: number, report: (result: Result) => void): Promise<void> {
	const { document, tail } = benchNetwork(nodes, true);
	const app = await openApp(projectFolder, document);
	const page = await browser.newPage({ viewport: SIZE });
	try {
		await page.goto(app.link);
		await page.locator(`[data-node="${tail}"]`).waitFor({ state: 'attached', timeout: 60_000 });
		await page.evaluate(LOOP);
		const middle = document.nodes[Math.floor(document.nodes.length / 2)]?.id ?? '';
		const marks = { input: document.nodes[0]?.id ?? '', middle, tail };
		for (const { name, prepare, run, finish } of gestures) {
			await prepare(page, marks);
			await run(page, Math.ceil(rounds / 10));
			await browser.startTracing(page, { categories: TRACE_CATEGORIES });
			await run(page, rounds);
			const result = { nodes: document.nodes.length, gesture: name, ...readFrames((await browser.stopTracing()).toString()) };
			await finish(page, marks);
			printRow(result);
			report(result);
		}
	} finally {
		await page.close();
		await app.stop();
	}
}

const ms = (value: number): string => value.toFixed(1).padStart(8);
const percent = (value: number): string => `${(value * 100).toFixed(0)} %`.padStart(8);

function printHead(): void {
	const row = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(8)).join('');
	const over = `> ${LATE_MS.toFixed(1)}`;
	process.stdout.write(
		`${''.padEnd(30)}${'between frames, ms'.padStart(32)}${'page, ms a frame'.padStart(34)}${'drawing, ms a frame'.padStart(26)}\n`,
	);
	process.stdout.write(
		`${'nodes'.padStart(7)}  ${'gesture'.padEnd(13)}${'frames'.padStart(8)}${row(['median', 'p95', 'longest', over])}  ${row(['median', 'p95', 'longest', '> 16.7'])}  ${row(['record', 'p95', 'raster'])}\n`,
	);
}

function printRow({ nodes, gesture, frames, interval, app, painting, raster, lateShare, busyShare }: Result): void {
	const cells = [
		`${String(nodes).padStart(7)}  ${gesture.padEnd(13)}${String(frames).padStart(8)}`,
		`${ms(interval.median)}${ms(interval.p95)}${ms(interval.longest)}${percent(lateShare)}`,
		`  ${ms(app.median)}${ms(app.p95)}${ms(app.longest)}${percent(busyShare)}`,
		`  ${ms(painting.median)}${ms(painting.p95)}${ms(raster.median)}`,
	];
	process.stdout.write(`${cells.join('')}\n`);
}

const { values } = parseArgs({
	options: {
		nodes: { type: 'string', default: '30,300,1000' },
		rounds: { type: 'string', default: '150' },
		json: { type: 'string' },
		help: { type: 'boolean', default: false },
	},
});
if (values.help) process.stdout.write(help);
else {
	const sizes = values.nodes.split(',').map(Number);
	const rounds = Number(values.rounds);
	if (![...sizes, rounds].every((value) => Number.isInteger(value) && value >= 10))
		throw new Error(`Sizes and rounds are whole numbers from 10.\n${help}`);
	const executablePath = process.env.LAYERLOOM_CHROMIUM;
	const browser = await chromium.launch({ args: flags, ...(executablePath ? { executablePath } : {}) });
	const results: Result[] = [];
	try {
		printHead();
		for (const size of sizes) await measure(browser, size, rounds, (result) => results.push(result));
	} finally {
		// What was measured before something failed is kept.
		if (values.json) writeFileSync(values.json, `${JSON.stringify({ unit: 'ms', viewport: SIZE, results }, null, '\t')}\n`);
		await browser.close();
	}
}
