import type { Picture } from '#shared/pictures/pixels.ts';
import type { Message } from '#shared/text/message.ts';
import { Problem } from '../problem.ts';
import type { Requests } from './requests.ts';

/** A message as the contract carries it: the same data, typed as JSON. */
export type WireMessage = Awaited<ReturnType<Requests['export']['targets']>>[number]['title'];

/** Shapes, numbers and nested messages are JSON already; only the types differ. */
export function toWire(message: Message): WireMessage {
	return message as unknown as WireMessage;
}

interface WirePixels {
	readonly width: number;
	readonly height: number;
	readonly channels: 1 | 3;
	readonly data: string;
}

export function toWirePixels({ width, height, channels, data }: Picture): WirePixels {
	return { width, height, channels, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64') };
}

/** Throws a `Problem` where there are not as many bytes as the size says. */
export function fromWirePixels({ width, height, channels, data }: WirePixels): Picture {
	const bytes = Buffer.from(data, 'base64');
	if (bytes.length !== width * height * channels) {
		throw new Problem({ id: 'data.picture.wrongSize', values: { expected: width * height * channels, received: bytes.length } });
	}
	return { width, height, channels, data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}
