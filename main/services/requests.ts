import type { Contract, ContractInputs, ContractOutputs } from '#shared/ipc/contract.ts';

/** What goes with every call: fires when the window goes away or gives up waiting. */
export interface CallOptions {
	readonly signal?: AbortSignal | undefined;
}

type DeepReadonly<T> = T extends readonly (infer Item)[]
	? readonly DeepReadonly<Item>[]
	: T extends object
		? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
		: T;

type EventOf<Output> = Output extends AsyncIterator<infer Event, unknown, unknown> ? Event : never;

type Answer<Output> = [EventOf<Output>] extends [never]
	? Promise<DeepReadonly<Output>>
	: AsyncGenerator<DeepReadonly<EventOf<Output>>, void, void>;

type Handler<Input, Output> = unknown extends Input
	? (input?: undefined, options?: CallOptions) => Answer<Output>
	: (input: Input, options?: CallOptions) => Answer<Output>;

type Section<Name extends keyof Contract> = {
	readonly [Request in keyof ContractInputs[Name] & keyof ContractOutputs[Name]]: Handler<
		ContractInputs[Name][Request],
		ContractOutputs[Name][Request]
	>;
};

/** A plain function for every request of the contract, section by section: what each shell binds and what tests call. */
export type Requests = { readonly [Name in keyof Contract]: Section<Name> };
