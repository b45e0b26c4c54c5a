import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WorkingStates } from '#main/documents/workingStates.ts';
import { createServices, type Services } from '#main/services.ts';
import { createDocument } from '#shared/graph/create.ts';
import { loadDocument } from '#shared/graph/load.ts';
import type { Contract } from '#shared/ipc/contract.ts';
import { createRouter } from './router.ts';
import { type ScriptedTraining, scriptTraining } from './testing/scriptedTraining.ts';
import { startWebHost } from './web/webHost.ts';

type Client = ContractRouterClient<Contract>;
interface Connection {
	readonly client: Client;
	/** As when the window is closed. */
	drop(): void;
	close(): Promise<void>;
}

const assetsFolder = fileURLToPath(new URL('../assets/', import.meta.url));
let folder = '';
let training: ScriptedTraining;
let services: Services;
let bugs: unknown[] = [];

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-router-'));
	bugs = [];
	training = scriptTraining();
	services = createServices({
		version: '9.9.9',
		shell: 'web',
		dataFolder: join(folder, 'data'),
		documentsFolder: join(folder, 'documents'),
		assetsFolder,
		exportedPageFolder: '',
		training,
		dialogs: null,
		reveal: null,
	});
});
afterEach(async () => {
	await services.close();
	await rm(folder, { recursive: true, force: true });
});

const createClient = (link: ClientLink<Record<never, never>>): Client => createORPCClient(link);

async function connectSocket(): Promise<Connection> {
	const host = await startWebHost({
		router: createRouter(services.requests, (bug) => bugs.push(bug)),
		pageFolder: folder,
		port: 0,
		secret: 's',
	});
	const socket = new WebSocket(`ws://127.0.0.1:${host.port}/rpc?secret=s`, { origin: `http://127.0.0.1:${host.port}` });
	const client = createClient(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }));
	return { client, drop: () => socket.terminate(), close: () => host.close() };
}

async function connectPort(): Promise<Connection> {
	const { port1, port2 } = new MessageChannel();
	new PortHandler(createRouter(services.requests, (bug) => bugs.push(bug))).upgrade(port1, { context: {} });
	const client = createClient(new PortLink({ port: port2 as never }));
	port1.start();
	port2.start();
	return { client, drop: () => port2.close(), close: async () => port2.close() };
}

describe.each([
	['a WebSocket', connectSocket],
	['a MessagePort', connectPort],
] as const)('the contract over %s', (_name, connect) => {
	let connection: Connection;
	beforeEach(async () => {
		connection = await connect();
	});
	afterEach(() => connection.close());

	it('answers a request', async () => {
		expect(await connection.client.app.info()).toMatchObject({ version: '9.9.9', shell: 'web', hasNativeDialogs: false });
	});

	it('saves a document and opens the same one again', async () => {
		const document = { ...createDocument({ id: 'd', name: 'net' }), dataset: { kind: 'bundled', name: 'digits' } as const };
		const path = join(folder, 'net.loom.json');
		const wire = JSON.parse(JSON.stringify(document));
		await connection.client.documents.save({ path, document: wire, overwrite: false });
		expect((await connection.client.documents.open({ path })).document).toEqual(document);
		expect(await connection.client.documents.recent()).toMatchObject([{ path, name: 'net', isMissing: false }]);
	});

	it('carries samples as bytes of the right number', async () => {
		const reference = { kind: 'bundled', name: 'digits' } as const;
		const { total, samples } = await connection.client.datasets.samples({ reference, split: 'test', offset: 1990, count: 50 });
		expect(total).toBe(2000);
		expect(samples).toHaveLength(10);
		expect(Buffer.from(samples[0]?.pixels.data ?? '', 'base64')).toHaveLength(28 * 28);
	});

	it('refuses with a message that a person understands', async () => {
		await expect(connection.client.documents.open({ path: join(folder, 'gone.loom.json') })).rejects.toMatchObject({
			code: 'PROBLEM',
			defined: true,
			data: { message: { id: 'documents.problem.missing', values: { name: 'gone.loom.json' } } },
		});
		expect(bugs).toEqual([]);
	});

	it('refuses what the contract does not allow, before any work', async () => {
		await expect(
			connection.client.datasets.samples({ reference: { kind: 'bundled', name: 'digits' }, split: 'test', offset: 0, count: 1e9 }),
		).rejects.toMatchObject({
			code: 'BAD_REQUEST',
		});
	});

	it('tells a bug to the shell and to the person', async () => {
		await expect(connection.client.evaluate.test({ run: 'x' })).rejects.toMatchObject({
			code: 'PROBLEM',
			data: { message: { id: 'host.problem.unexpected' } },
		});
		expect(bugs).toHaveLength(1);
	});

	it('streams events and ends the stream when the reader leaves', async () => {
		const events = await connection.client.runs.events({ run: 'run-1' });
		const first = events.next();
		await until(() => training.listening === 1);
		training.stream.send({ kind: 'testing', run: 'run-1' });
		expect((await first).value).toEqual({ kind: 'testing', run: 'run-1' });
		await events.return?.();
		await until(() => training.listening === 0);
	});

	it('ends streams when the window is gone', async () => {
		const events = await connection.client.runs.events({ run: 'run-1' });
		void events.next().catch(() => undefined);
		await until(() => training.listening === 1);
		connection.drop();
		await until(() => training.listening === 0);
	});

	it('words a refusal inside a stream too', async () => {
		const exporting = await connection.client.export.run({ run: 'x', target: 'nothing', directory: join(folder, 'out'), overwrite: false });
		await expect(exporting.next()).rejects.toMatchObject({ code: 'PROBLEM', data: { message: { id: 'exporting.problem.unknownTarget' } } });
	});

	it('hands over a file that was asked for before the page was there', async () => {
		const path = join(folder, 'double-clicked.loom.json');
		await writeFile(path, '{}');
		services.requestDocument(path);
		const requested = await connection.client.documents.requested();
		expect((await requested.next()).value).toEqual({ path });
		await requested.return?.();
	});
});

it('services finish what is being saved before they close', async () => {
	const document = structuredClone(createDocument({ id: 'last', name: 'last edit' })) as Parameters<
		typeof services.requests.documents.save
	>[0]['document'];
	const path = join(folder, 'last.loom.json');
	const saving = Promise.all([
		services.requests.documents.autosave({ document, path: null, hasUnsavedChanges: true }),
		services.requests.documents.save({ path, document, overwrite: false }),
	]);
	await services.close();
	expect(loadDocument(await readFile(path, 'utf8'))).toMatchObject({ ok: true, value: { document: { name: 'last edit' } } });
	expect(await new WorkingStates(join(folder, 'data', 'working')).list()).toMatchObject([{ document: { id: 'last' } }]);
	await saving;
});

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
