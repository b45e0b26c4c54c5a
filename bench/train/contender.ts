import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a contender tells about itself once it has trained its first batch. */
export interface Ready {
	/** From the start of its process to the end of its first batch. */
	readonly secondsToFirstBatch: number;
	readonly version: string;
	readonly parameters: number;
}

export interface Finished {
	/** Most memory that its process ever held. */
	readonly peakBytes: number;
}

/** A process that trains one network whenever it is asked to, so that contenders take turns. It speaks JSON, a line at a time. */
export class Contender {
	readonly ready: Ready;
	readonly #child: ChildProcess;
	readonly #lines: AsyncIterator<string>;

	/** Starts it and waits for its first batch. Throws with its last words where it cannot train. */
	static async start(command: string, args: readonly string[]): Promise<Contender> {
		const child = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' } });
		const { stdout, stderr } = child;
		if (!stdout || !stderr) throw new Error(`${command} has no output`);
		let words = '';
		stderr.on('data', (data: Buffer) => {
			words = (words + data.toString()).slice(-2000);
		});
		const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
		try {
			return new Contender(child, lines, (await nextAnswer(lines)) as Ready);
		} catch {
			child.kill();
			throw new Error(words.trim().split('\n').at(-1) ?? `${command} ended`);
		}
	}

	private constructor(child: ChildProcess, lines: AsyncIterator<string>, ready: Ready) {
		this.#child = child;
		this.#lines = lines;
		this.ready = ready;
	}

	/** One pass over about `samples` samples; images per second. */
	async train(samples: number): Promise<number> {
		this.#child.stdin?.write(`${samples}\n`);
		const { imagesPerSecond } = (await nextAnswer(this.#lines)) as { imagesPerSecond: number };
		return imagesPerSecond;
	}

	async finish(): Promise<Finished> {
		this.#child.stdin?.end();
		return (await nextAnswer(this.#lines)) as Finished;
	}
}

/** The next line that is JSON; libraries may print others. */
async function nextAnswer(lines: AsyncIterator<string>): Promise<unknown> {
	for (;;) {
		const { value, done } = await lines.next();
		if (done) throw new Error('the contender ended');
		if (value.startsWith('{')) return JSON.parse(value);
	}
}
