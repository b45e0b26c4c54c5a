import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Root } from 'protobufjs/light.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crc32c, maskedCrc32c } from '#main/crc32c.ts';
import { defaultTrainingConfig } from '#shared/training/config.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { EventLog } from './eventLog.ts';
import { encodeRecord } from './records.ts';
import { eventSchema } from './schema.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const ascii = (text: string): Uint8Array => Buffer.from(text, 'ascii');

describe('CRC-32C', () => {
	// RFC 3720, appendix B.4.
	it.each([
		['32 bytes of zeros', new Uint8Array(32), 0x8a9136aa],
		['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
		['0 to 31', Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
		['31 to 0', Uint8Array.from({ length: 32 }, (_, index) => 31 - index), 0x113fdb5c],
		['the digits', ascii('123456789'), 0xe3069283],
	])('of %s is as the standard says', (_name, bytes, expected) => expect(crc32c(bytes)).toBe(expected));

	it('is masked by turning it right by 15 bits and adding a constant', () => {
		// (0x8a9136aa >>> 15 | 0x8a9136aa << 17) + 0xa282ead8
		expect(maskedCrc32c(new Uint8Array(32))).toBe(0x0fd7fffa);
	});
});

/** Written with `tf.io.TFRecordWriter(file).write(b'brain')` of TensorFlow 2.21. */
const RECORD_OF_TENSORFLOW = '0500000000000000eab2043e627261696e92d279cb';
/** `tf.compat.v1.Event(wall_time=1.5, step=3, summary=Summary(value=[Value(tag='epoch/loss', simple_value=0.25)])).SerializeToString()` */
const EVENT_OF_TENSORFLOW = '09000000000000f83f10032a130a110a0a65706f63682f6c6f7373150000803e';

describe('a record', () => {
	it('is framed as TensorFlow frames it', () => expect(hex(encodeRecord(ascii('brain')))).toBe(RECORD_OF_TENSORFLOW));

	it('holds an event as TensorFlow writes it', () => {
		const type = Root.fromJSON(eventSchema).lookupType('tensorflow.Event');
		const event = type.fromObject({ wallTime: 1.5, step: 3, summary: { value: [{ tag: 'epoch/loss', simpleValue: 0.25 }] } });
		expect(hex(type.encode(event).finish())).toBe(EVENT_OF_TENSORFLOW);
	});
});

interface Point {
	readonly tag: string;
	readonly step: number;
	readonly value: number;
	readonly seconds: number;
}

/** Reads a file as readers do: record by record, up to the first one that is cut off or damaged. */
async function readFolder(folder: string): Promise<{ readonly points: readonly Point[]; readonly starts: readonly number[] }> {
	const type = Root.fromJSON(eventSchema).lookupType('tensorflow.Event');
	const points: Point[] = [];
	const starts: number[] = [];
	for (const name of (await readdir(folder)).sort()) {
		const bytes = await readFile(path.join(folder, name));
		for (let at = 0; at + 12 <= bytes.length; ) {
			const length = Number(bytes.readBigUInt64LE(at));
			const data = bytes.subarray(at + 12, at + 12 + length);
			if (bytes.length < at + 16 + length) break;
			expect(bytes.readUInt32LE(at + 8)).toBe(maskedCrc32c(bytes.subarray(at, at + 8)));
			expect(bytes.readUInt32LE(at + 12 + length)).toBe(maskedCrc32c(data));
			const event = type.toObject(type.decode(data), { longs: Number, enums: String }) as {
				readonly step?: number;
				readonly wallTime: number;
				readonly fileVersion?: string;
				readonly sessionLog?: { readonly status: string };
				readonly summary?: { readonly value: readonly { readonly tag: string; readonly simpleValue: number }[] };
			};
			if (at === 0) expect(event.fileVersion).toBe('brain.Event:2');
			if (event.sessionLog?.status === 'START') starts.push(event.step ?? 0);
			for (const { tag, simpleValue } of event.summary?.value ?? []) {
				points.push({ tag, step: event.step ?? 0, value: simpleValue, seconds: event.wallTime });
			}
			at += 16 + length;
		}
	}
	return { points, starts };
}

const training = { ...defaultTrainingConfig, learningRate: 0.5, schedule: 'step', scheduleFactor: 0.5, scheduleEpochs: 1 } as const;
const started: TrainingEvent = {
	kind: 'started',
	run: 'r',
	engine: 'js',
	epochs: 3,
	batchesPerEpoch: 4,
	samples: { train: 256, validation: 8, test: 8 },
};
function epoch(index: number, loss: number): TrainingEvent {
	const result = {
		epoch: index,
		train: { loss, accuracy: 0.5 },
		validation: { loss: loss / 2, accuracy: 0.75 },
		imagesPerSecond: 128,
		seconds: 2,
	};
	return { kind: 'epoch', run: 'r', result };
}
const batch: TrainingEvent = {
	kind: 'batch',
	run: 'r',
	epoch: 0,
	batch: 1,
	loss: 1.5,
	accuracy: null,
	imagesPerSecond: 64,
	secondsLeft: null,
};
const ended: TrainingEvent = {
	kind: 'ended',
	run: 'r',
	status: 'finished',
	reason: null,
	evaluation: { accuracy: 0.5, loss: 0.25, confusion: [], classes: [] },
};

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'layerloom-tensorboard-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the event log of a run', () => {
	it('has the curves by split, counted in steps, with the rate that the schedule gave', async () => {
		const place = path.join(folder, 'whole');
		const log = new EventLog(place, training, 0, []);
		await log.append([started, batch].map((event, index) => ({ event, at: 1000 * (index + 1) })));
		await log.append([epoch(0, 1), epoch(1, 0.5), epoch(2, 0.75), ended].map((event, index) => ({ event, at: 3000 + index })));
		const { points, starts } = await readFolder(path.join(place, 'train'));
		const of = (tag: string) => points.filter((point) => point.tag === tag).map(({ step, value }) => [step, value]);
		expect(starts).toEqual([]);
		expect(of('batch/loss')).toEqual([[2, 1.5]]);
		expect(of('batch/accuracy')).toEqual([]);
		expect(of('batch/images_per_second')).toEqual([[2, 64]]);
		expect(of('epoch/loss')).toEqual([
			[4, 1],
			[8, 0.5],
			[12, 0.75],
		]);
		expect(of('epoch/learning_rate')).toEqual([
			[4, 0.5],
			[8, 0.25],
			[12, 0.125],
		]);
		expect(points[0]?.seconds).toBe(2);
		const held = await readFolder(path.join(place, 'validation'));
		expect(held.points.map(({ tag, step, value }) => [tag, step, value]).slice(0, 2)).toEqual([
			['epoch/loss', 4, 0.5],
			['epoch/accuracy', 4, 0.75],
		]);
		// The test is of the best epoch, the second.
		expect((await readFolder(path.join(place, 'test'))).points).toMatchObject([
			{ tag: 'epoch/loss', step: 8, value: 0.25 },
			{ tag: 'epoch/accuracy', step: 8, value: 0.5 },
		]);
	});

	it('begins anew, with all that is behind it, when a killed run goes on', async () => {
		const place = path.join(folder, 'resumed');
		const first = new EventLog(place, training, 0, []);
		await first.append([started, batch, epoch(0, 1), epoch(1, 0.5)].map((event) => ({ event, at: 1 })));
		// Cut off in the middle of a record.
		const [name = ''] = await readdir(path.join(place, 'train'));
		const file = path.join(place, 'train', name);
		await writeFile(file, (await readFile(file)).subarray(0, -5));

		const second = new EventLog(place, training, 10_000, [started, batch, epoch(0, 1)]);
		await second.append([epoch(1, 0.25)].map((event) => ({ event, at: 99_000 })));
		const { points, starts } = await readFolder(path.join(place, 'train'));
		expect(await readdir(path.join(place, 'train'))).toHaveLength(1);
		expect(starts).toEqual([0]);
		const losses = points.filter(({ tag }) => tag.endsWith('/loss'));
		expect(losses.map(({ step, value, seconds }) => [step, value, seconds])).toEqual([
			// 2 batches of 64 at 64 images per second, then the 2 seconds of the epoch.
			[2, 1.5, 12],
			[4, 1, 12],
			[8, 0.25, 99],
		]);
	});
});
