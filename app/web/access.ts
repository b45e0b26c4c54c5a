import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is turned away. */
export type Refusal = 'foreignHost' | 'foreignOrigin' | 'noSecret';

/** Who may talk to the web host: pages that it served itself, in the browser that was given the link. */
export class Access {
	private readonly digest: Buffer;

	constructor(
		readonly port: number,
		readonly secret: string,
	) {
		this.digest = digestOf(secret);
	}

	/** The link that a person opens. */
	get link(): string {
		return `http://127.0.0.1:${this.port}/?secret=${this.secret}`;
	}

	/** Sent once the link was opened; the page's own requests carry it back. */
	get cookie(): string {
		return `${this.cookieName}=${this.secret}; Path=/; HttpOnly; SameSite=Strict`;
	}

	/** Checks every request; `isSocket` also asks for the origin, which browsers always send with a WebSocket. */
	refuse(headers: IncomingHttpHeaders, query: URLSearchParams, isSocket: boolean): Refusal | null {
		// A foreign name that resolves to this machine (DNS rebinding) shows in the Host header.
		if (!this.hosts.has(headers.host?.toLowerCase() ?? '')) return 'foreignHost';
		const { origin } = headers;
		if (origin === undefined ? isSocket : !this.origins.has(origin.toLowerCase())) return 'foreignOrigin';
		const given = query.get('secret') ?? this.readCookie(headers.cookie ?? '');
		return given !== null && this.isSecret(given) ? null : 'noSecret';
	}

	isSecret(text: string): boolean {
		// Digests have one length, which the comparison in constant time needs.
		return timingSafeEqual(digestOf(text), this.digest);
	}

	private get hosts(): ReadonlySet<string> {
		return new Set(['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${this.port}`));
	}

	private get origins(): ReadonlySet<string> {
		return new Set([...this.hosts].map((host) => `http://${host}`));
	}

	/** With the port, so that two hosts in one browser keep apart: cookies ignore it. */
	private get cookieName(): string {
		return `layerloom-${this.port}`;
	}

	private readCookie(header: string): string | null {
		for (const part of header.split(';')) {
			const [name, value] = part.trim().split('=', 2);
			if (name === this.cookieName && value !== undefined) return value;
		}
		return null;
	}
}

/** 192 random bits, fit for a link. */
export function createSecret(): string {
	return randomBytes(24).toString('base64url');
}

function digestOf(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
