import { implement, ORPCError } from '@orpc/server';
import { Problem } from '#main/problem.ts';
import type { Requests } from '#main/services/requests.ts';
import { type Contract, contract } from '#shared/ipc/contract.ts';
import type { Message } from '#shared/text/message.ts';

type Handle = (input: unknown, options: { readonly signal?: AbortSignal | undefined }) => unknown;
type Bindable = { handler(handle: (call: { readonly input: unknown; readonly signal?: AbortSignal }) => unknown): unknown };

/** Every request of the contract bound to its function: one router for the WebSocket and the MessagePort. */
export function createRouter(requests: Requests, onBug: (error: unknown) => void = () => undefined) {
	const implementer = implement(contract);
	const bindAll = (section: keyof Contract) => {
		// The contract checks what goes in and out, and `Requests` is made from it; the loop cannot show that to the compiler.
		const bindable = implementer[section] as unknown as Record<string, Bindable>;
		const handles = requests[section] as unknown as Record<string, Handle>;
		return Object.fromEntries(
			Object.keys(contract[section]).map((name) => {
				const handle = handles[name];
				const target = bindable[name];
				if (!handle || !target) throw new Error(`Request ${section}.${name} of the contract has no function.`);
				return [name, target.handler(({ input, signal }) => answer(() => handle(input, { signal }), onBug))];
			}),
		);
	};
	const sections = Object.keys(contract) as (keyof Contract)[];
	return implementer.router(Object.fromEntries(sections.map((section) => [section, bindAll(section)])) as never);
}

export type Router = ReturnType<typeof createRouter>;

function answer(call: () => unknown, onBug: (error: unknown) => void): unknown {
	const given = call();
	return isStream(given) ? refuseIn(given, onBug) : Promise.resolve(given).catch((error: unknown) => refuse(error, onBug));
}

async function* refuseIn(
	stream: AsyncGenerator<unknown, void, void>,
	onBug: (error: unknown) => void,
): AsyncGenerator<unknown, void, void> {
	try {
		yield* stream;
	} catch (error) {
		refuse(error, onBug);
	}
}

/** Turns what was thrown into the contract's one error; a bug is told to the shell and worded with its technical reason. */
function refuse(error: unknown, onBug: (error: unknown) => void): never {
	if (error instanceof Error && error.name === 'AbortError') throw error;
	if (error instanceof ORPCError) throw error;
	throw new ORPCError('PROBLEM', { defined: true, data: { message: messageOf(error, onBug) }, cause: error });
}

function messageOf(error: unknown, onBug: (error: unknown) => void): Message {
	if (error instanceof Problem) return error.userMessage;
	onBug(error);
	return { id: 'host.problem.unexpected', values: { detail: error instanceof Error ? error.message : String(error) } };
}

function isStream(value: unknown): value is AsyncGenerator<unknown, void, void> {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
