import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { parseArgs } from 'node:util';
import type { HostKind } from '#main/train/host/link.ts';
import { engineNameSchema } from '#shared/training/event.ts';
import { serveWhereAsked, startProgram } from './start/startProgram.ts';
import { median } from './statistics.ts';
import { ShownApp } from './window/shownApp.ts';

/**
 * Whether the window stays smooth while a network trains: milliseconds between frames of a real browser while a layer is dragged, without
 * and with a run under way, in turns. Also how long it is from the click on Train to the first batch in the page.
 */
const help = `npm run bench:window [-- OPTIONS]
  --rounds N       drags without and with a run (3)
  --seconds N      how long a drag takes (2)
  --hosts A,B      of thread, process (both)
  --engines A,B    of native, wasm, js (native)
  --json FILE      writes the results there as well
LAYERLOOM_CHROMIUM names the browser, where Playwright has none of its own.
`;

interface Frames {
	readonly median: number;
	/** One frame of twenty takes longer. */
	readonly slowest20th: number;
	readonly longest: number;
	readonly perSecond: number;
}

function describe(intervals: readonly number[]): Frames {
	const sorted = [...intervals].sort((a, b) => a - b);
	const total = intervals.reduce((sum, interval) => sum + interval, 0);
	return {
		median: median(sorted),
		slowest20th: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
		longest: sorted.at(-1) ?? Number.NaN,
		perSecond: (1000 * intervals.length) / total,
	};
}

function print(name: string, { median: middle, slowest20th, longest, perSecond }: Frames): void {
	const cells = [middle, slowest20th, longest].map((value) => `${value.toFixed(1)} ms`.padStart(10));
	process.stdout.write(`  ${name.padEnd(18)}${cells.join('')}${`${perSecond.toFixed(0)} per second`.padStart(16)}\n`);
}

async function measure(host: HostKind, engine: string, rounds: number, seconds: number) {
	const program = await startProgram(host, engineNameSchema.parse(engine));
	const app = await ShownApp.open(program.link, /mini VGG/i);
	const [idle, training, firstBatch, speeds]: number[][] = [[], [], [], []];
	try {
		for (let round = 0; round < rounds; round++) {
			idle?.push(...(await app.drag(seconds)));
			firstBatch?.push(await app.train());
			training?.push(...(await app.drag(seconds)));
			speeds?.push(app.imagesPerSecond);
			await app.stop();
		}
	} finally {
		await app.close();
		await program.stop();
	}
	return {
		host,
		engine,
		idle: describe(idle ?? []),
		training: describe(training ?? []),
		firstBatch: firstBatch ?? [],
		imagesPerSecond: median(speeds ?? []),
	};
}

async function run(): Promise<void> {
	const { values } = parseArgs({
		options: {
			rounds: { type: 'string', default: '3' },
			seconds: { type: 'string', default: '2' },
			hosts: { type: 'string', default: 'thread,process' },
			engines: { type: 'string', default: 'native' },
			json: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(help);
		return;
	}
	process.stdout.write('Time between frames while a layer is dragged: median, slowest twentieth, longest; frames per second.\n');
	const measured: Awaited<ReturnType<typeof measure>>[] = [];
	for (const engine of values.engines.split(',')) {
		for (const host of values.hosts.split(',') as HostKind[]) {
			const result = await measure(host, engine, Math.max(1, Number(values.rounds)), Number(values.seconds));
			measured.push(result);
			const { idle, training, firstBatch, imagesPerSecond } = result;
			process.stdout.write(`${engine}, engine in a ${host}\n`);
			print('nothing trains', idle);
			print('while training', training);
			const ratios = [training.median / idle.median, training.slowest20th / idle.slowest20th].map((ratio) => ratio.toFixed(2));
			process.stdout.write(`  ratio of the medians ${ratios[0]}, of the slowest twentieths ${ratios[1]}\n`);
			process.stdout.write(`  from the click on Train to the first batch in the page: ${firstBatch.map(Math.round).join(', ')} ms\n`);
			process.stdout.write(`  ${Math.round(imagesPerSecond)} images per second trained while dragging\n`);
		}
	}
	const machine = { cpu: os.cpus()[0]?.model ?? '', threads: os.availableParallelism(), memoryBytes: os.totalmem() };
	if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, measured }, null, '\t')}\n`);
}

if (!(await serveWhereAsked())) await run();
