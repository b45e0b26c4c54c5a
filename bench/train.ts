import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { engineNameSchema } from '#shared/training/event.ts';
import { median } from './statistics.ts';
import { Contender } from './train/contender.ts';
import { type BenchNetwork, benchNetworks } from './train/networks.ts';
import { serveOurs } from './train/ours.ts';

/**
 * Training speed of our engines, Keras and PyTorch in one interleaved run: in each round every contender trains for about the same
 * time, one after the other, so that whatever else the machine does meets all alike. Batch 64, Adam.
 */
const help = `npm run bench:train [-- OPTIONS]
  --rounds N          passes of each contender (5)
  --seconds N         about how long a pass takes (1)
  --networks A,B      of ${benchNetworks.map(({ name }) => name).join(', ')} (all)
  --engines A,B       of native, wasm, js (native, wasm)
  --python FILE       interpreter with Keras or PyTorch (LAYERLOOM_BENCH_PYTHON, else python3)
  --json FILE         writes the results there as well
`;

const installHint = `Keras and PyTorch are not measured: the Python found has neither. To compare, install them and name that Python:
  python3 -m venv .venv-bench
  .venv-bench/bin/pip install torch keras tensorflow-cpu
  npm run bench:train -- --python .venv-bench/bin/python
`;

const ourself = process.argv[1] ?? fileURLToPath(import.meta.url);
const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const BATCH = 64;
const WARM_UP_STEPS = 5;

interface Entry {
	readonly name: string;
	readonly contender: Contender;
	readonly rates: number[];
}

interface NetworkResult {
	readonly name: string;
	readonly ours: Readonly<Record<string, number | null>>;
	readonly keras: number | null;
	readonly pytorch: number | null;
	/** Our fastest engine over the better of the two; `null` where neither was run. */
	readonly ratio: number | null;
	readonly ranges: Readonly<Record<string, readonly [lowest: number, highest: number]>>;
	readonly secondsToFirstBatch: Readonly<Record<string, number>>;
	readonly peakMegabytes: Readonly<Record<string, number>>;
}

function has(python: string, module: string): boolean {
	const find = `import importlib.util, sys; sys.exit(importlib.util.find_spec('${module}') is None)`;
	return spawnSync(python, ['-c', find], { stdio: 'ignore' }).status === 0;
}

/** Contenders outside the project, by name, with their command. */
function findOthers(python: string): readonly string[] {
	return [...(has(python, 'keras') ? ['keras'] : []), ...(has(python, 'torch') ? ['pytorch', 'pytorch-channels-last'] : [])];
}

async function measure(
	network: BenchNetwork,
	engines: readonly string[],
	others: readonly string[],
	options: Options,
): Promise<NetworkResult> {
	const entries: Entry[] = [];
	const failures: string[] = [];
	const enter = async (name: string, command: string, args: readonly string[]): Promise<void> => {
		try {
			entries.push({ name, contender: await Contender.start(command, args), rates: [] });
		} catch (error) {
			failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
		}
	};
	for (const engine of engines) {
		await enter(engine, process.execPath, [ourself, '--serve', engineNameSchema.parse(engine), network.name]);
	}
	const script = path.join(projectFolder, 'bench', 'train', 'train.py');
	for (const other of others) {
		await enter(other, options.python, [script, other, network.name, String(network.samples), String(Date.now())]);
	}
	for (const failure of failures) process.stderr.write(`${failure}\n`);
	assertSameNetwork(entries);
	const samples = new Map<Entry, number>();
	for (const entry of entries) {
		// Not counted: kernels are chosen and memory is taken. The second pass tells how many samples fill the time.
		await entry.contender.train(BATCH);
		const rate = await entry.contender.train(WARM_UP_STEPS * BATCH);
		samples.set(entry, Math.min(network.samples, Math.max(1, Math.round((rate * options.seconds) / BATCH)) * BATCH));
	}
	for (let round = 0; round < options.rounds; round++) {
		for (const entry of entries) entry.rates.push(await entry.contender.train(samples.get(entry) ?? BATCH));
	}
	const peaks = new Map<string, number>();
	for (const { name, contender } of entries) peaks.set(name, (await contender.finish()).peakBytes / 2 ** 20);
	return summarize(network, engines, entries, peaks);
}

/** A comparison of different networks says nothing. */
function assertSameNetwork(entries: readonly Entry[]): void {
	const sizes = new Set(entries.map(({ contender }) => contender.ready.parameters));
	if (sizes.size <= 1) return;
	const found = entries.map(({ name, contender }) => `${name} ${contender.ready.parameters}`).join(', ');
	throw new Error(`the contenders train networks with different numbers of weights: ${found}`);
}

function summarize(
	network: BenchNetwork,
	engines: readonly string[],
	entries: readonly Entry[],
	peaks: ReadonlyMap<string, number>,
): NetworkResult {
	const rateOf = (name: string): number | null => {
		const entry = entries.find((candidate) => candidate.name === name);
		return entry ? median(entry.rates) : null;
	};
	const best = (values: readonly (number | null)[]): number | null => {
		const known = values.filter((value) => value !== null);
		return known.length > 0 ? Math.max(...known) : null;
	};
	const ours = Object.fromEntries(['native', 'wasm', 'js'].map((name) => [name, engines.includes(name) ? rateOf(name) : null]));
	const keras = rateOf('keras');
	const pytorch = best([rateOf('pytorch'), rateOf('pytorch-channels-last')]);
	const fastest = best(Object.values(ours));
	const other = best([keras, pytorch]);
	return {
		name: network.title,
		ours,
		keras,
		pytorch,
		ratio: fastest !== null && other !== null ? fastest / other : null,
		ranges: Object.fromEntries(entries.map(({ name, rates }) => [name, [Math.min(...rates), Math.max(...rates)]])),
		secondsToFirstBatch: Object.fromEntries(entries.map(({ name, contender }) => [name, contender.ready.secondsToFirstBatch])),
		peakMegabytes: Object.fromEntries(peaks),
	};
}

function print(result: NetworkResult): void {
	const { ours, keras, pytorch, ratio, ranges, secondsToFirstBatch, peakMegabytes } = result;
	process.stdout.write(`${result.name}\n`);
	const rates = { ...ours, keras, pytorch };
	for (const name of Object.keys(ranges)) {
		const [low, high] = ranges[name] ?? [0, 0];
		const rate = rates[name === 'pytorch-channels-last' ? 'pytorch' : (name as keyof typeof rates)];
		const isHigher = rate !== null && rate !== undefined && rate >= low && rate <= high;
		const cells = [
			name.padEnd(22),
			`${isHigher ? Math.round(rate) : '–'}`.padStart(8),
			`${Math.round(low)}–${Math.round(high)}`.padStart(16),
			`${(secondsToFirstBatch[name] ?? 0).toFixed(2)} s`.padStart(10),
			`${Math.round(peakMegabytes[name] ?? 0)} MB`.padStart(9),
		];
		process.stdout.write(`  ${cells.join('')}\n`);
	}
	if (ratio !== null) process.stdout.write(`  ratio ${ratio.toFixed(2)}\n`);
}

interface Options {
	readonly rounds: number;
	readonly seconds: number;
	readonly python: string;
}

async function run(): Promise<void> {
	const { values } = parseArgs({
		options: {
			rounds: { type: 'string', default: '5' },
			seconds: { type: 'string', default: '1' },
			networks: { type: 'string', default: benchNetworks.map(({ name }) => name).join(',') },
			engines: { type: 'string', default: 'native,wasm' },
			python: { type: 'string', default: process.env.LAYERLOOM_BENCH_PYTHON ?? 'python3' },
			json: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(help);
		return;
	}
	const options = { rounds: Math.max(1, Number(values.rounds)), seconds: Number(values.seconds), python: values.python };
	const others = findOthers(options.python);
	if (others.length === 0) process.stdout.write(installHint);
	process.stdout.write('Images per second: median, lowest–highest, start to first batch, peak memory.\n');
	const networks: NetworkResult[] = [];
	for (const network of benchNetworks.filter(({ name }) => values.networks.split(',').includes(name))) {
		const result = await measure(network, values.engines.split(','), others, options);
		networks.push(result);
		print(result);
	}
	const machine = { cpu: os.cpus()[0]?.model ?? '', threads: os.availableParallelism(), memoryBytes: os.totalmem() };
	if (values.json)
		writeFileSync(values.json, `${JSON.stringify({ batch: BATCH, rounds: options.rounds, machine, networks }, null, '\t')}\n`);
}

const [mode, engine = '', network = ''] = process.argv.slice(2);
if (mode === '--serve') await serveOurs(engineNameSchema.parse(engine), network);
else await run();
