import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { words } from '#main/words.ts';
import { message } from '#shared/text/message.ts';
import type { Router } from '../router.ts';
import { Access, createSecret, type Refusal } from './access.ts';
import { readStaticFile } from './staticFiles.ts';

export interface WebHostOptions {
	readonly router: Router;
	/** The built page. */
	readonly pageFolder: string;
	/** 0 takes a free one. */
	readonly port: number;
	/** Fixed in tests; else made anew with each start. */
	readonly secret?: string;
}

export interface WebHost {
	readonly link: string;
	readonly port: number;
	close(): Promise<void>;
}

/** Documents of several megabytes cross in one message. */
const MAX_MESSAGE_BYTES = 128 * 1024 * 1024;
const SOCKET_PATH = '/rpc';

/** Serves the page and its requests on 127.0.0.1 to whoever has the link; rejects when the port is taken. */
export async function startWebHost({ router, pageFolder, port, secret = createSecret() }: WebHostOptions): Promise<WebHost> {
	const server = createServer();
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const access = new Access((server.address() as AddressInfo).port, secret);
	const handler = new RPCHandler(router);
	const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
	server.on('request', (request, response) => {
		serve(request, response, access, pageFolder).catch(() => response.destroy());
	});
	server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		const { pathname, searchParams } = urlOf(request);
		const refusal = access.refuse(request.headers, searchParams, true);
		if (refusal !== null || pathname !== SOCKET_PATH) {
			// A visitor who hangs up meanwhile is none of our trouble.
			socket.on('error', () => socket.destroy());
			socket.end(`HTTP/1.1 ${refusal === null ? '404 Not Found' : '403 Forbidden'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
			return;
		}
		sockets.handleUpgrade(request, socket, head, (client) => {
			client.on('error', () => client.terminate());
			handler.upgrade(client, { context: {} }).catch(() => client.terminate());
		});
	});
	return {
		link: access.link,
		port: access.port,
		async close() {
			for (const client of sockets.clients) client.close(1001);
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			// A page that does not answer the farewell must not hold the program.
			const impatience = setTimeout(() => {
				for (const client of sockets.clients) client.terminate();
				server.closeAllConnections();
			}, 500);
			server.closeIdleConnections();
			await closed;
			clearTimeout(impatience);
			sockets.close();
		},
	};
}

async function serve(request: IncomingMessage, response: ServerResponse, access: Access, pageFolder: string): Promise<void> {
	const { pathname, searchParams } = urlOf(request);
	for (const [name, value] of Object.entries(protection)) response.setHeader(name, value);
	const refusal = access.refuse(request.headers, searchParams, false);
	if (refusal !== null) return say(response, 403, words.text(message(refusalText[refusal])));
	if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, words.text(message('cli.web.onlyReading')));
	if (searchParams.has('secret')) {
		// The secret moves from the address, which is seen and copied, into a cookie, which is not.
		response.setHeader('Set-Cookie', access.cookie);
		response.writeHead(303, { Location: pathname, 'Cache-Control': 'no-store' }).end();
		return;
	}
	const file = await readStaticFile(pageFolder, pathname);
	if (file === null) return say(response, 404, words.text(message(pathname === '/' ? 'cli.web.noPage' : 'cli.web.notFound')));
	response.writeHead(200, {
		'Content-Type': file.type,
		'Content-Length': file.body.length,
		'Cache-Control': file.isHashed ? 'private, max-age=31536000, immutable' : 'no-store',
	});
	response.end(request.method === 'HEAD' ? undefined : file.body);
}

const refusalText: Readonly<Record<Refusal, string>> = {
	foreignHost: 'cli.web.foreign',
	foreignOrigin: 'cli.web.foreign',
	noSecret: 'cli.web.noSecret',
};

/** The page loads nothing from anywhere else, sits in no other page, and runs no script that was not built with it. */
const protection: Readonly<Record<string, string>> = {
	'Content-Security-Policy': [
		"default-src 'self'",
		"script-src 'self'",
		"worker-src 'self' blob:",
		// The component library sets styles from scripts.
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self' data:",
		"connect-src 'self' ws://127.0.0.1:* ws://localhost:*",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; '),
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'X-Frame-Options': 'DENY',
};

function say(response: ServerResponse, status: number, text: string): void {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
	response.end(`${text}\n`);
}

function urlOf(request: IncomingMessage): URL {
	try {
		return new URL(request.url ?? '/', 'http://127.0.0.1');
	} catch {
		return new URL('http://127.0.0.1/');
	}
}
