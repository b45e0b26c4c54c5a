import { constants } from 'node:fs';
import { access, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { availableParallelism, freemem, networkInterfaces, totalmem } from 'node:os';
import { join } from 'node:path';
import type { EngineStatus, Training } from '#main/services/training.ts';
import { words } from '#main/words.ts';
import { message } from '#shared/text/message.ts';
import type { UserFolders } from '../userFolders.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** How long an engine may take to say whether it works. */
const ENGINE_WAIT_MS = 120_000;
const ENOUGH_DISK_BYTES = 1_000_000_000;
const ENOUGH_MEMORY_BYTES = 2_000_000_000;

interface Finding {
	readonly name: string;
	readonly ok: boolean;
	readonly text: string;
}

/** `layerloom doctor`: what this machine has for training. Opens no connection to anywhere. */
export async function doctor(training: Training, folders: UserFolders, version: string, terminal: Terminal): Promise<ExitCode> {
	const engine = await awaitEngine(training);
	const disk = await freeDisk(folders.dataFolder);
	const isWritable = await canWrite(folders.dataFolder);
	const cores = availableParallelism();
	const findings: Finding[] = [
		finding('engine', engine.state === 'ready', engine.state === 'ready' ? 'cli.doctor.engine' : 'cli.doctor.noEngine', {
			engine: engine.description ?? '',
			reasons: engine.reasons.map((reason) => words.text(reason)).join(' '),
		}),
		finding('cores', true, 'cli.doctor.cores', { cores }),
		finding('memory', totalmem() >= ENOUGH_MEMORY_BYTES, 'cli.doctor.memory', {
			total: words.bytes(totalmem()),
			free: words.bytes(freemem()),
		}),
		finding('disk', disk === null || disk >= ENOUGH_DISK_BYTES, disk === null ? 'cli.doctor.diskUnknown' : 'cli.doctor.disk', {
			free: words.bytes(disk ?? 0),
			folder: folders.dataFolder,
		}),
		finding('write', isWritable, isWritable ? 'cli.doctor.writable' : 'cli.doctor.notWritable', { folder: folders.dataFolder }),
		finding('offline', true, isConnected() ? 'cli.doctor.connected' : 'cli.doctor.offline', {}),
	];
	const ok = findings.every((each) => each.ok);
	terminal.answer({
		ok,
		version,
		engine: { ...engine, reasons: engine.reasons.map((reason) => words.text(reason)) },
		cores,
		memory: { totalBytes: totalmem(), freeBytes: freemem() },
		disk: { folder: folders.dataFolder, freeBytes: disk },
		write: { folder: folders.dataFolder, ok: isWritable },
		offline: { socketsOpened: 0, hasNetwork: isConnected() },
	});
	if (!terminal.isJson) {
		for (const { ok: isFine, text } of findings) terminal.line(`${isFine ? '✓' : '✗'} ${text}`);
		terminal.say(ok ? 'cli.doctor.fine' : 'cli.doctor.notFine');
	}
	return ok ? 0 : 1;
}

function finding(name: string, ok: boolean, id: string, values: Readonly<Record<string, string | number>>): Finding {
	return { name, ok, text: words.text(message(id, values)).trim() };
}

async function awaitEngine(training: Training): Promise<EngineStatus> {
	const giveUp = AbortSignal.timeout(ENGINE_WAIT_MS);
	let last: EngineStatus = { state: 'missing', name: null, description: null, threads: null, reasons: [] };
	for await (const status of training.engineStatus(giveUp)) {
		last = status;
		if (status.state !== 'starting') break;
	}
	return last;
}

async function freeDisk(folder: string): Promise<number | null> {
	try {
		await mkdir(folder, { recursive: true });
		const { bavail, bsize } = await statfs(folder);
		return bavail * bsize;
	} catch {
		return null;
	}
}

async function canWrite(folder: string): Promise<boolean> {
	const probe = join(folder, `.write-test-${process.pid}`);
	try {
		await mkdir(folder, { recursive: true });
		await access(folder, constants.W_OK);
		await writeFile(probe, 'x');
		return true;
	} catch {
		return false;
	} finally {
		await rm(probe, { force: true }).catch(() => undefined);
	}
}

/** Only asks the system which interfaces it has; nothing is sent. */
function isConnected(): boolean {
	return Object.values(networkInterfaces()).some((addresses) => addresses?.some((address) => !address.internal));
}
