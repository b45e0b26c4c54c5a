import { appendFile, mkdir, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Root } from 'protobufjs/light.js';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { encodeRecord } from './records.ts';
import { type Scalar, ScalarReader, type ScalarSplit } from './scalars.ts';
import { eventSchema } from './schema.ts';

/** First record of a file; readers refuse files of another version. */
const FILE_VERSION = 'brain.Event:2';
const PREFIX = 'events.out.tfevents.';

const eventType = Root.fromJSON(eventSchema).lookupType('tensorflow.Event');

/** An event and when it came, in milliseconds since 1970. */
export interface TimedEvent {
	readonly event: TrainingEvent;
	readonly at: number;
}

/**
 * The curves of a run as TensorBoard reads them: `train/`, `validation/` and `test/`, one event file each. Readers stop at a record
 * that a kill has cut off, so a run that goes on writes new files, from its first epoch on, in place of the old ones.
 */
export class EventLog {
	readonly #folder: string;
	readonly #reader: ScalarReader;
	readonly #behind: readonly TrainingEvent[];
	readonly #startedAt: number;
	readonly #files = new Map<ScalarSplit, string>();
	#isBegun = false;

	/** `behind`: what happened before, when a run goes on; `startedAt` in milliseconds since 1970. */
	constructor(folder: string, training: TrainingConfig, startedAt: number, behind: readonly TrainingEvent[]) {
		this.#folder = folder;
		this.#reader = new ScalarReader(training);
		this.#behind = behind;
		this.#startedAt = startedAt;
	}

	async append(events: readonly TimedEvent[]): Promise<void> {
		const records = new Map<ScalarSplit, Uint8Array[]>();
		if (!this.#isBegun) {
			await removeOld(this.#folder);
			for (const event of this.#behind) this.#collect(event, null, records);
			this.#isBegun = true;
		}
		for (const { event, at } of events) this.#collect(event, at, records);
		for (const [split, parts] of records) await this.#write(split, parts);
	}

	/** `at` is `null` for what happened before a break: its time is told by the training time that had gone by. */
	#collect(event: TrainingEvent, at: number | null, records: Map<ScalarSplit, Uint8Array[]>): void {
		const points = this.#reader.read(event);
		if (!points) return;
		const wallTime = at === null ? this.#startedAt / 1000 + points.seconds : at / 1000;
		for (const split of new Set(points.scalars.map((scalar) => scalar.split))) {
			const value = points.scalars
				.filter((scalar) => scalar.split === split)
				.map(({ tag, value }: Scalar) => ({ tag, simpleValue: value }));
			const parts = records.get(split) ?? [];
			parts.push(encodeEvent({ wallTime, step: points.step, summary: { value } }));
			records.set(split, parts);
		}
	}

	async #write(split: ScalarSplit, parts: readonly Uint8Array[]): Promise<void> {
		const known = this.#files.get(split);
		if (known !== undefined) {
			await appendFile(known, Buffer.concat(parts));
			return;
		}
		const now = Date.now();
		const folder = path.join(this.#folder, split);
		const file = path.join(folder, `${PREFIX}${Math.floor(now / 1000)}.${os.hostname()}.${process.pid}`);
		await mkdir(folder, { recursive: true });
		// A reader that has seen the old file forgets what it held.
		const start = this.#behind.length > 0 ? [encodeEvent({ wallTime: now / 1000, step: 0, sessionLog: { status: 'START' } })] : [];
		await appendFile(file, Buffer.concat([encodeEvent({ wallTime: now / 1000, fileVersion: FILE_VERSION }), ...start, ...parts]));
		this.#files.set(split, file);
	}
}

function encodeEvent(event: object): Uint8Array {
	return encodeRecord(eventType.encode(eventType.fromObject(event)).finish());
}

async function removeOld(folder: string): Promise<void> {
	const names = await readdir(folder, { recursive: true }).catch(() => []);
	const old = names.filter((name) => path.basename(name).startsWith(PREFIX));
	await Promise.all(old.map((name) => rm(path.join(folder, name), { force: true })));
}
