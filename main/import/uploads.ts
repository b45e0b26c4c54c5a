import { appendFile, mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { message } from '#shared/text/message.ts';
import { Problem } from '../problem.ts';
import { assertFileSize } from './limits.ts';

/** Files that came through the window in parts, each upload in a folder of its own until it is read. */
export class Uploads {
	constructor(private readonly folder: string) {}

	/** Adds a part. Names lose everything that could lead out of the folder. */
	async receive(upload: string, name: string, part: number, data: Uint8Array): Promise<void> {
		const place = this.placeOf(upload, name);
		if (part === 0) {
			await mkdir(join(this.folder, upload), { recursive: true });
			await rm(place, { force: true });
		} else {
			const about = await stat(place).catch((cause: unknown) => {
				throw new Problem(message('importing.problem.uploadGone', { name }), { cause });
			});
			assertFileSize(name, about.size + data.length);
		}
		await appendFile(place, data);
	}

	placeOf(upload: string, name: string): string {
		const plain = basename(name.replaceAll('\\', '/'));
		if (plain === '' || plain === '.' || plain === '..') throw new Problem(message('importing.problem.uploadGone', { name }));
		return join(this.folder, upload, plain);
	}

	async discard(upload: string): Promise<void> {
		await rm(join(this.folder, upload), { recursive: true, force: true });
	}

	/** What an earlier program left behind. */
	async discardAll(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}
}
