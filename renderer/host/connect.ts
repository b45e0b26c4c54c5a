import { type ClientContext, type ClientLink, type ClientOptions, createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { connectMessage } from '#shared/ipc/connect.ts';
import type { Host } from '../host.ts';
import { useConnectionStore } from './connectionStore.ts';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5000;

type Link = ClientLink<ClientContext>;

/** A client whose calls wait for the connection, so that callers live through a restart of the program. */
export function connectHost(): Host {
	const link = location.protocol.startsWith('http') ? new ReconnectingSocket() : connectPort();
	return createORPCClient(link);
}

/** In the desktop window: one half of a channel goes through the preload script to the main process. */
function connectPort(): Link {
	const { port1, port2 } = new MessageChannel();
	window.postMessage(connectMessage, '*', [port2]);
	port1.start();
	useConnectionStore.getState().set('connected');
	return new PortLink({ port: port1 });
}

/** In the browser: a WebSocket to the host that served the page; comes back by itself, later and later up to 5 s. */
class ReconnectingSocket implements Link {
	private link: Promise<Link>;
	private retryMs = FIRST_RETRY_MS;

	constructor() {
		this.link = this.open();
	}

	async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
		const link = await this.link;
		return link.call(path, input, options);
	}

	private open(): Promise<Link> {
		return new Promise((resolve) => {
			const attempt = (): void => {
				const socket = new WebSocket(socketAddress());
				let wasOpen = false;
				socket.addEventListener('open', () => {
					wasOpen = true;
					this.retryMs = FIRST_RETRY_MS;
					useConnectionStore.getState().set('connected');
					resolve(new SocketLink({ websocket: socket }));
				});
				socket.addEventListener('close', () => {
					useConnectionStore.getState().set('lost');
					const delayMs = this.retryMs;
					this.retryMs = Math.min(LONGEST_RETRY_MS, this.retryMs * 2);
					if (wasOpen) this.link = new Promise((again) => setTimeout(() => again(this.open()), delayMs));
					else setTimeout(attempt, delayMs);
				});
			};
			attempt();
		});
	}
}

function socketAddress(): string {
	return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`;
}
