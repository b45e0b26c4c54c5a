import { readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { defaultPreferences, type Preferences, readPreferences } from '#shared/preferences/preferences.ts';
import { type Message, message } from '#shared/text/message.ts';
import { writeOwnFile } from '../atomicFile.ts';
import { readProblem, writeProblem } from '../documents/fileProblem.ts';
import { codeOf } from '../problem.ts';
import { KeyedQueue } from '../queue.ts';

export interface LoadedPreferences {
	readonly preferences: Preferences;
	/** What was wrong with the file and where it is kept; told once, since the next file is a whole one. */
	readonly problem: Message | null;
}

const contentSchema = z.record(z.string(), z.unknown());

/**
 * The preferences in a file of the data folder. A file that cannot be understood, in part or at all, is kept aside under
 * another name and a whole one takes its place; entries that this version does not know stay in it.
 */
export class PreferencesFile {
	private readonly queue = new KeyedQueue();

	constructor(
		readonly path: string,
		private readonly now: () => Date,
	) {}

	/** Never throws for what a file holds: defaults stand in. */
	load(): Promise<LoadedPreferences> {
		return this.queue.run('file', () => this.read());
	}

	/** The chosen language, `null` for the system's; looks only, so that a broken file stays for the window to tell of. */
	async language(): Promise<string | null> {
		const text = await readFile(this.path, 'utf8').catch(() => '{}');
		return readPreferences(contentOf(text) ?? {}).preferences.language;
	}

	/** Changes some preferences and keeps the rest, also what another window changed. Throws a `Problem` if the disk refuses. */
	change(changes: Partial<Preferences>): Promise<Preferences> {
		return this.queue.run('file', async () => {
			const { preferences } = await this.read();
			const next = { ...preferences, ...changes };
			await this.write(next);
			return next;
		});
	}

	/** Until every change asked for is on the disk, or refused. */
	settle(): Promise<void> {
		return this.queue.settle();
	}

	private async read(): Promise<LoadedPreferences> {
		let text: string;
		try {
			text = await readFile(this.path, 'utf8');
		} catch (error) {
			const isNew = codeOf(error) === 'ENOENT';
			return { preferences: defaultPreferences, problem: isNew ? null : readProblem(this.path, error).userMessage };
		}
		const content = contentOf(text);
		const { preferences, unusable } = readPreferences(content ?? {});
		if (content && unusable.length === 0) return { preferences, problem: null };
		const kept = await this.keepAside(preferences);
		const values = { file: basename(this.path), kept: kept ?? this.path };
		const names = unusable.join(', ');
		return {
			preferences,
			problem: content ? message('preferences.problem.entries', { ...values, names }) : message('preferences.problem.broken', values),
		};
	}

	/** Where the old file is now; `null` if the folder lets nothing be moved, so that it stays where it was. */
	private async keepAside(preferences: Preferences): Promise<string | null> {
		const time = this.now().toISOString().replaceAll(':', '-').replace(/\..*/, '');
		const kept = join(dirname(this.path), `preferences.${time}.old.json`);
		try {
			await rename(this.path, kept);
			await this.write(preferences);
			return kept;
		} catch {
			return null;
		}
	}

	private async write(preferences: Preferences): Promise<void> {
		const before = contentOf(await readFile(this.path, 'utf8').catch(() => '{}')) ?? {};
		try {
			await writeOwnFile(this.path, `${JSON.stringify({ ...before, ...preferences }, null, '\t')}\n`);
		} catch (error) {
			throw writeProblem(this.path, error);
		}
	}
}

/** `null` for what is no JSON object. */
function contentOf(text: string): Record<string, unknown> | null {
	try {
		const parsed = contentSchema.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}
