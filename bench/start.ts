import { writeFileSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { HostKind } from '#main/train/host/link.ts';
import { findTemplate } from '#shared/templates/templates.ts';
import { type EngineName, engineNameSchema } from '#shared/training/event.ts';
import { Page, type Stages } from './start/page.ts';
import { serveWhereAsked, startProgram } from './start/startProgram.ts';
import { median } from './statistics.ts';

/**
 * From pressing Train to the first batch, through the real program: services, web host and WebSocket, an engine host in a thread (web
 * host, command line) or in a process (desktop app where the library cannot live beside Chromium). Each round starts the program
 * anew, shows a document as the page does, looks at it for a while, presses Train, stops, and presses Train again.
 */
const help = `npm run bench:start [-- OPTIONS]
  --rounds N          fresh programs for each line (3)
  --ahead N           seconds the program runs before the page comes, as a browser or a window takes (2)
  --look A,B          seconds between showing the document and pressing Train (0,3)
  --hosts A,B         of thread, process (both)
  --engines A,B       of native, wasm, js (native, wasm)
  --networks A,B      names of templates with bundled data (lenet-5, mini-vgg)
  --stages            tells also when each stage of a run began
  --json FILE         writes the results there as well
`;

interface Case {
	readonly network: string;
	readonly engine: EngineName;
	readonly host: HostKind;
	readonly look: number;
}

interface Measured extends Case {
	/** Milliseconds from pressing Train to the first batch, one for each round: in a fresh program, and pressed again. */
	readonly cold: readonly number[];
	readonly warm: readonly number[];
}

interface Options {
	readonly rounds: number;
	/** Seconds between the start of the program and the page. */
	readonly ahead: number;
	readonly tellsStages: boolean;
}

async function measureOnce(asked: Case, ahead: number): Promise<{ cold: Stages; warm: Stages }> {
	const template = findTemplate(asked.network);
	if (!template?.dataset) throw new Error(`no template with data is named ${asked.network}`);
	const document = template.build();
	const program = await startProgram(asked.host, asked.engine);
	try {
		await sleep(ahead * 1000);
		const page = await Page.open(program.link);
		await page.show(document);
		await sleep(asked.look * 1000);
		const cold = await page.train(document, asked.engine);
		await sleep(asked.look * 1000);
		const warm = await page.train(document, asked.engine);
		page.close();
		return { cold, warm };
	} finally {
		await program.stop();
	}
}

async function measure(asked: Case, { rounds, ahead, tellsStages }: Options): Promise<Measured> {
	const cold: number[] = [];
	const warm: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const times = await measureOnce(asked, ahead);
		cold.push(times.cold.batch ?? Number.NaN);
		warm.push(times.warm.batch ?? Number.NaN);
		if (tellsStages) for (const [name, stages] of Object.entries(times)) process.stdout.write(`    ${name} ${inWords(stages)}\n`);
	}
	return { ...asked, cold, warm };
}

function inWords(stages: Stages): string {
	return Object.entries(stages)
		.map(([stage, time]) => `${stage} ${Math.round(time)}`)
		.join(', ');
}

function print({ network, engine, host, look, cold, warm }: Measured): void {
	const cells = [network.padEnd(10), engine.padEnd(8), host.padEnd(8), `${look} s`.padStart(5)];
	const times = [cold, warm].map((values) => `${Math.round(median(values))} (${Math.round(Math.max(...values))})`.padStart(14));
	process.stdout.write(`${[...cells, ...times].join('')}\n`);
}

async function run(): Promise<void> {
	const { values } = parseArgs({
		options: {
			rounds: { type: 'string', default: '3' },
			ahead: { type: 'string', default: '2' },
			look: { type: 'string', default: '0,3' },
			hosts: { type: 'string', default: 'thread,process' },
			engines: { type: 'string', default: 'native,wasm' },
			networks: { type: 'string', default: 'lenet-5,mini-vgg' },
			stages: { type: 'boolean', default: false },
			json: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(help);
		return;
	}
	const list = (text: string): readonly string[] => text.split(',');
	const options = { rounds: Math.max(1, Number(values.rounds)), ahead: Number(values.ahead), tellsStages: values.stages };
	process.stdout.write('Milliseconds from pressing Train to the first batch: median (slowest), in a fresh program and pressed again.\n');
	const measured: Measured[] = [];
	for (const network of list(values.networks)) {
		for (const engine of list(values.engines).map((name) => engineNameSchema.parse(name))) {
			for (const host of list(values.hosts) as HostKind[]) {
				for (const look of list(values.look).map(Number)) {
					const result = await measure({ network, engine, host, look }, options);
					measured.push(result);
					print(result);
				}
			}
		}
	}
	const machine = { cpu: os.cpus()[0]?.model ?? '', threads: os.availableParallelism(), memoryBytes: os.totalmem() };
	if (values.json)
		writeFileSync(values.json, `${JSON.stringify({ rounds: options.rounds, ahead: options.ahead, machine, measured }, null, '\t')}\n`);
}

if (!(await serveWhereAsked())) await run();
