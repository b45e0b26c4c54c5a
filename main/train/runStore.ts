import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { message } from '#shared/text/message.ts';
import { type RunSummary, type TrainingEvent, trainingEventSchema } from '#shared/training/event.ts';
import { writeOwnFile } from '../atomicFile.ts';
import { mapConcurrently } from '../concurrency.ts';
import { codeOf, Problem } from '../problem.ts';
import { bestWeightsFile, metricsFile, recordFile } from './runFolder.ts';
import { type RunRecord, runRecordSchema, toSummary } from './runRecord.ts';

const READS_AT_ONCE = 8;
/** Ids become folder names. */
const RUN_ID = /^[0-9a-z-]{1,64}$/;

interface Known {
	readonly modifiedMs: number;
	readonly record: RunRecord;
}

/** Runs on disk, one folder each; several programs may work in the same place. */
export class RunStore {
	readonly #folder: string;
	/** Tells this program's own runs from those of a dead one that had the same process id. */
	readonly #instance: string;
	readonly #known = new Map<string, Known>();
	readonly #unwritten = new Map<string, RunRecord>();

	constructor(folder: string, instance: string) {
		this.#folder = folder;
		this.#instance = instance;
	}

	folderOf(run: string): string {
		if (!RUN_ID.test(run)) throw new Problem(message('training.run.unknown'));
		return path.join(this.#folder, run);
	}

	async create(record: RunRecord): Promise<void> {
		await mkdir(this.folderOf(record.id), { recursive: true });
		await this.write(record);
	}

	/** What cannot be written, on a full disk, is at least true until the program ends. */
	async write(record: RunRecord): Promise<void> {
		this.#unwritten.set(record.id, record);
		await writeOwnFile(recordFile(this.folderOf(record.id)), `${JSON.stringify(record, null, '\t')}\n`);
		this.#unwritten.delete(record.id);
	}

	/** Throws a `Problem` when there is no such run. */
	async read(run: string): Promise<RunRecord> {
		const file = recordFile(this.folderOf(run));
		const unwritten = this.#unwritten.get(run);
		if (unwritten) return unwritten;
		try {
			const { mtimeMs } = await stat(file);
			const known = this.#known.get(run);
			if (known?.modifiedMs === mtimeMs) return known.record;
			const record = runRecordSchema.parse(JSON.parse(await readFile(file, 'utf8')));
			this.#known.set(run, { modifiedMs: mtimeMs, record });
			return record;
		} catch (error) {
			if (codeOf(error) === 'ENOENT') throw new Problem(message('training.run.unknown'), { cause: error });
			throw new Problem(message('training.run.unreadable', { file }), { cause: error });
		}
	}

	/** Newest first. A folder without a readable record is no run. */
	async list(documentId: string | null): Promise<readonly RunSummary[]> {
		const names = await readdir(this.#folder).catch(() => []);
		const records = await mapConcurrently(
			names.filter((name) => RUN_ID.test(name)),
			READS_AT_ONCE,
			(name) => this.read(name).catch(() => null),
		);
		return records
			.filter((record) => record !== null)
			.filter((record) => documentId === null || record.documentId === documentId)
			.sort((a, b) => b.startedAt.localeCompare(a.startedAt) || b.id.localeCompare(a.id))
			.map((record) => this.summarize(record));
	}

	summarize(record: RunRecord): RunSummary {
		const folder = this.folderOf(record.id);
		return toSummary(record, folder, existsSync(bestWeightsFile(folder)), this.#isAlive(record.owner));
	}

	async remove(run: string): Promise<void> {
		await rm(this.folderOf(run), { recursive: true, force: true });
		this.#known.delete(run);
		this.#unwritten.delete(run);
	}

	async appendEvents(run: string, events: readonly TrainingEvent[]): Promise<void> {
		await appendFile(metricsFile(this.folderOf(run)), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
	}

	/** A program that was killed while it wrote leaves unfinished files. Only while nobody writes. */
	async removeLeftovers(run: string): Promise<void> {
		const folder = this.folderOf(run);
		const names = await readdir(folder);
		const unfinished = names.filter((name) => name.startsWith('.') && name.endsWith('.tmp'));
		await Promise.all(unfinished.map((name) => rm(path.join(folder, name), { force: true })));
	}

	/** Puts events in the place of those that were kept. */
	async replaceEvents(run: string, events: readonly TrainingEvent[]): Promise<void> {
		await writeOwnFile(metricsFile(this.folderOf(run)), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
	}

	/** Events of a run that is over. A line that was cut off by a crash is left out. */
	async readEvents(run: string): Promise<readonly TrainingEvent[]> {
		const text = await readFile(metricsFile(this.folderOf(run)), 'utf8').catch(() => '');
		return text.split('\n').flatMap((line) => {
			try {
				return [trainingEventSchema.parse(JSON.parse(line))];
			} catch {
				return [];
			}
		});
	}

	#isAlive({ pid, instance }: RunRecord['owner']): boolean {
		if (pid === process.pid) return instance === this.#instance;
		try {
			process.kill(pid, 0);
			return true;
		} catch (error) {
			return codeOf(error) === 'EPERM';
		}
	}
}
