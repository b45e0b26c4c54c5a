import type { Message, MessageValue } from '#shared/text/message.ts';

/** A message as it crosses the contract, where values are any JSON. */
export interface WireMessage {
	readonly id: string;
	readonly values?: Readonly<Record<string, unknown>> | undefined;
}

/** Narrows what came over the contract to what the formatter words; anything else is shown as text. */
export function asMessage(wire: WireMessage): Message {
	if (!wire.values) return { id: wire.id };
	return { id: wire.id, values: Object.fromEntries(Object.entries(wire.values).map(([name, value]) => [name, asValue(value)])) };
}

function asValue(value: unknown): MessageValue {
	if (value === null || typeof value === 'string' || typeof value === 'number') return value;
	if (Array.isArray(value) && value.every((dim) => typeof dim === 'number')) return value;
	if (isWireMessage(value)) return asMessage(value);
	return String(value);
}

function isWireMessage(value: unknown): value is WireMessage {
	if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string') return false;
	return !('values' in value) || value.values === undefined || (typeof value.values === 'object' && value.values !== null);
}

/** What a refused request says to a person; a lost connection and bugs get a sentence of their own. */
export function problemOf(error: unknown): Message {
	if (typeof error === 'object' && error !== null && 'data' in error) {
		const { data } = error;
		if (typeof data === 'object' && data !== null && 'message' in data && isWireMessage(data.message)) return asMessage(data.message);
	}
	return { id: 'host.problem.unexpected', values: { detail: error instanceof Error ? error.message : String(error) } };
}

/** True for the rejection that follows an abort of our own, which is no news to anybody. */
export function isAbort(error: unknown): boolean {
	return error instanceof Error && (error.name === 'AbortError' || error.message === 'AbortError');
}
