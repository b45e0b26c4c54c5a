import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createServices } from '#main/services.ts';
import { createRouter } from '../router.ts';
import { scriptTraining } from '../testing/scriptedTraining.ts';
import { startWebHost, type WebHost } from './webHost.ts';

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
}

let folder = '';
let host: WebHost;
const secret = 'the-right-secret';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-web-'));
	const page = join(folder, 'page');
	await mkdir(join(page, 'assets'), { recursive: true });
	await writeFile(join(page, 'index.html'), '<title>page</title>');
	await writeFile(join(page, 'assets', 'index-abc123.js'), 'run()');
	await writeFile(join(folder, 'private.txt'), 'private');
	await symlink(join(folder, 'private.txt'), join(page, 'link.txt'));
	const services = createServices({
		version: '1',
		shell: 'web',
		dataFolder: join(folder, 'data'),
		documentsFolder: folder,
		assetsFolder: folder,
		exportedPageFolder: '',
		training: scriptTraining(),
		dialogs: null,
		reveal: null,
	});
	host = await startWebHost({ router: createRouter(services.requests), pageFolder: page, port: 0, secret });
});
afterAll(async () => {
	await host.close();
	await rm(folder, { recursive: true, force: true });
});

/** The path goes out as it is written: `fetch` would tidy `..` away before the host could see it. */
function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const asked = request({ host: '127.0.0.1', port: host.port, path, method, headers }, (response) => {
			let body = '';
			response.setEncoding('utf8');
			response.on('data', (chunk: string) => {
				body += chunk;
			});
			response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
		});
		asked.on('error', reject);
		asked.end();
	});
}

const cookie = () => ({ cookie: `layerloom-${host.port}=${secret}` });

describe('the page of the web host', () => {
	it('is given to whoever has the link, and the secret moves out of the address', async () => {
		expect(host.link).toBe(`http://127.0.0.1:${host.port}/?secret=${secret}`);
		const first = await get(`/?secret=${secret}`);
		expect(first.status).toBe(303);
		expect(first.headers.location).toBe('/');
		const [given] = [first.headers['set-cookie']].flat();
		expect(given).toContain('HttpOnly');
		expect(given).toContain('SameSite=Strict');
		const second = await get('/', { cookie: String(given).split(';')[0] ?? '' });
		expect(second).toMatchObject({ status: 200, body: '<title>page</title>' });
		expect(second.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(second.headers['cache-control']).toBe('no-store');
	});

	it('allows no scripts, frames or connections of others', async () => {
		const { headers } = await get('/', cookie());
		const policy = String(headers['content-security-policy']);
		expect(policy).toContain("default-src 'self'");
		expect(policy).toContain("script-src 'self';");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toContain('unsafe-eval');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['referrer-policy']).toBe('no-referrer');
		expect(headers['access-control-allow-origin']).toBeUndefined();
	});

	it('lets built files be kept, because their names change with their content', async () => {
		const { headers, status } = await get('/assets/index-abc123.js', cookie());
		expect(status).toBe(200);
		expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
		expect(headers['cache-control']).toContain('immutable');
	});
});

describe('the web host turns away', () => {
	it.each([
		['no secret', '/', {}],
		['a wrong secret in the link', '/?secret=wrong', {}],
		['an empty secret', '/?secret=', {}],
		['a wrong cookie', '/', { cookie: 'layerloom-1=x' }],
	])('%s', async (_what, path, headers) => {
		const answer = await get(path, headers);
		expect(answer.status).toBe(403);
		expect(answer.body).toContain('Open Layerloom with the link');
		expect(answer.headers['set-cookie']).toBeUndefined();
	});

	it('a foreign name that leads to this machine, even with the secret', async () => {
		expect((await get(`/?secret=${secret}`, { host: `evil.example:${host.port}` })).status).toBe(403);
		expect((await get('/', { ...cookie(), host: 'evil.example' })).status).toBe(403);
		expect((await get('/', { ...cookie(), host: `127.0.0.1:${host.port + 1}` })).status).toBe(403);
	});

	it('a request from another site, even with the secret', async () => {
		expect((await get('/', { ...cookie(), origin: 'http://evil.example' })).status).toBe(403);
		expect((await get('/', { ...cookie(), origin: 'null' })).status).toBe(403);
	});

	it('anything but reading', async () => {
		expect((await get('/', cookie(), 'POST')).status).toBe(405);
	});

	it.each([
		'/../private.txt',
		'/%2e%2e/private.txt',
		'/..%2fprivate.txt',
		'/assets/../../private.txt',
		'/link.txt',
		'/%00',
		'/..\\private.txt',
		'/%zz',
	])('the path %s', async (path) => {
		const answer = await get(path, cookie());
		expect(answer.status).toBe(404);
		expect(answer.body).not.toContain('private');
	});
});

describe('the socket of the web host', () => {
	const origin = () => `http://127.0.0.1:${host.port}`;

	function connect(path: string, options: { origin?: string; headers?: Record<string, string> }): Promise<'open' | number> {
		return new Promise((resolve) => {
			const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, options);
			socket.on('open', () => {
				socket.close();
				resolve('open');
			});
			socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
			socket.on('error', () => undefined);
		});
	}

	it('survives a visitor who is turned away and hangs up', async () => {
		await new Promise<void>((resolve) => {
			const socket = createConnection(host.port, '127.0.0.1');
			socket.write('GET /rpc HTTP/1.1\r\nHost: foreign\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
			socket.once('data', () => socket.resetAndDestroy());
			socket.on('close', () => setTimeout(resolve, 20));
		});
		expect((await get('/', cookie())).status).toBe(200);
	});

	it('opens for the page itself', async () => {
		expect(await connect('/rpc', { origin: origin(), headers: cookie() })).toBe('open');
	});

	it.each([
		['without the secret', '/rpc', () => ({ origin: origin() }), 403],
		['with a wrong secret', '/rpc?secret=wrong', () => ({ origin: origin() }), 403],
		['without an origin', '/rpc', () => ({ headers: cookie() }), 403],
		['for a page of another site', '/rpc', () => ({ origin: 'http://evil.example', headers: cookie() }), 403],
		['for a foreign host name', '/rpc', () => ({ origin: origin(), headers: { ...cookie(), host: 'evil.example' } }), 403],
		['at another path', '/other', () => ({ origin: origin(), headers: cookie() }), 404],
	])('stays shut %s', async (_what, path, options, status) => {
		expect(await connect(path, options())).toBe(status);
	});
});

it('a taken port is reported, not shared', async () => {
	const services = { router: createRouter(createServicesForPort()), pageFolder: folder, port: host.port };
	await expect(startWebHost(services)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

function createServicesForPort() {
	return createServices({
		version: '1',
		shell: 'web',
		dataFolder: folder,
		documentsFolder: folder,
		assetsFolder: folder,
		exportedPageFolder: '',
		training: scriptTraining(),
		dialogs: null,
		reveal: null,
	}).requests;
}
