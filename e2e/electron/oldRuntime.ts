/**
 * What today's JavaScript has and the smoke test's Electron 9 (Node 12, Chromium 83) lacks, as far as the product uses
 * it. Only the build for that test loads this file, before anything else.
 */
type AnyFunction = (...parameters: never[]) => unknown;
const scope = globalThis as unknown as Record<string, unknown>;

function give(target: object, name: string, value: unknown): void {
	if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

/** Adds methods to a prototype; each takes `this` as its first parameter. */
function giveMethods(prototype: object, methods: Readonly<Record<string, AnyFunction>>): void {
	for (const [name, method] of Object.entries(methods)) {
		give(prototype, name, function (this: unknown, ...parameters: unknown[]) {
			return (method as (...all: unknown[]) => unknown)(this, ...parameters);
		});
	}
}

const atIndex = (list: ArrayLike<unknown>, index: number): unknown => list[index < 0 ? list.length + index : index];
const lastIndexWhere = (list: readonly unknown[], test: (value: unknown, index: number) => boolean): number => {
	for (let index = list.length - 1; index >= 0; index--) if (test(list[index], index)) return index;
	return -1;
};
giveMethods(Array.prototype, {
	at: atIndex,
	findLast: (list: readonly unknown[], test: (value: unknown, index: number) => boolean) => list[lastIndexWhere(list, test)],
	findLastIndex: lastIndexWhere,
	toReversed: (list: readonly unknown[]) => [...list].reverse(),
	toSorted: (list: readonly unknown[], compare: (a: unknown, b: unknown) => number) => [...list].sort(compare),
	toSpliced: (list: readonly unknown[], start: number, count: number, ...added: unknown[]) => {
		const copy = [...list];
		copy.splice(start, count, ...added);
		return copy;
	},
	with: (list: readonly unknown[], index: number, value: unknown) =>
		Object.assign([...list], { [index < 0 ? list.length + index : index]: value }),
});
giveMethods(String.prototype, {
	at: atIndex,
	replaceAll: (text: string, searched: string | RegExp, replacement: string) =>
		typeof searched === 'string' ? text.split(searched).join(replacement) : text.replace(searched, replacement),
});
giveMethods(Object.getPrototypeOf(Uint8Array.prototype), {
	at: atIndex,
	toSorted: (list: Uint8Array) => list.slice().sort(),
});
give(Object, 'hasOwn', (target: object, name: PropertyKey) => Object.getOwnPropertyDescriptor(target, name) !== undefined);
give(Object, 'groupBy', (items: Iterable<unknown>, keyOf: (item: unknown) => string) => {
	const groups: Record<string, unknown[]> = {};
	for (const item of items) {
		const key = keyOf(item);
		groups[key] = [...(groups[key] ?? []), item];
	}
	return groups;
});
give(Promise, 'withResolvers', () => {
	const parts: Record<string, unknown> = {};
	parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
	return parts;
});

class OldEvent {
	constructor(
		readonly type: string,
		_options?: unknown,
	) {}
}
class OldEventTarget {
	private readonly listeners = new Map<string, Set<(event: OldEvent) => void>>();
	addEventListener(type: string, listener: (event: OldEvent) => void, options?: { once?: boolean } | boolean): void {
		const all = this.listeners.get(type) ?? new Set();
		this.listeners.set(type, all);
		const isOnce = typeof options === 'object' && options.once === true;
		if (!isOnce) all.add(listener);
		else {
			const once = (event: OldEvent): void => {
				all.delete(once);
				listener(event);
			};
			all.add(once);
		}
	}
	removeEventListener(type: string, listener: (event: OldEvent) => void): void {
		this.listeners.get(type)?.delete(listener);
	}
	dispatchEvent(event: OldEvent): boolean {
		for (const listener of [...(this.listeners.get(event.type) ?? [])]) listener(event);
		return true;
	}
}
give(scope, 'Event', OldEvent);
give(scope, 'EventTarget', OldEventTarget);
class OldDOMException extends Error {
	constructor(message: string, name: string) {
		super(message);
		this.name = name;
	}
}
give(scope, 'DOMException', OldDOMException);

class OldAbortSignal extends OldEventTarget {
	aborted = false;
	reason: unknown = undefined;
	onabort: ((event: OldEvent) => void) | null = null;
	throwIfAborted(): void {
		if (this.aborted) throw this.reason;
	}
	static abort(reason?: unknown): OldAbortSignal {
		const controller = new OldAbortController();
		controller.abort(reason);
		return controller.signal;
	}
	static any(signals: readonly OldAbortSignal[]): OldAbortSignal {
		const controller = new OldAbortController();
		for (const signal of signals) {
			if (signal.aborted) controller.abort(signal.reason);
			else signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
		}
		return controller.signal;
	}
	static timeout(durationMs: number): OldAbortSignal {
		const controller = new OldAbortController();
		setTimeout(() => controller.abort(new OldDOMException('The time is over.', 'TimeoutError')), durationMs);
		return controller.signal;
	}
}
class OldAbortController {
	readonly signal = new OldAbortSignal();
	abort(reason: unknown = new OldDOMException('The work was given up.', 'AbortError')): void {
		if (this.signal.aborted) return;
		this.signal.aborted = true;
		this.signal.reason = reason;
		const event = new OldEvent('abort');
		this.signal.onabort?.(event);
		this.signal.dispatchEvent(event);
	}
}
give(scope, 'AbortController', OldAbortController);
give(scope, 'AbortSignal', OldAbortSignal);
// The page's own AbortSignal is there, but younger helpers are not.
const pageSignal = (scope.AbortSignal as { prototype: object }).prototype;
giveMethods(pageSignal, {
	throwIfAborted: (signal: { aborted: boolean; reason?: unknown }) => {
		if (signal.aborted) throw signal.reason ?? new OldDOMException('The work was given up.', 'AbortError');
	},
});

// Named in `instanceof` questions; nothing of these kinds crosses in the test.
for (const name of [
	'Blob',
	'File',
	'FormData',
	'Headers',
	'Request',
	'Response',
	'ReadableStream',
	'TransformStream',
	'WritableStream',
	'CompressionStream',
])
	give(scope, name, class {});

give(
	scope,
	'WeakRef',
	class {
		constructor(private readonly value: unknown) {}
		deref(): unknown {
			return this.value;
		}
	},
);
give(
	scope,
	'FinalizationRegistry',
	class {
		register(): void {}
		unregister(): void {}
	},
);
give(
	scope,
	'AggregateError',
	class extends Error {
		constructor(
			readonly errors: readonly unknown[],
			message?: string,
		) {
			super(message);
		}
	},
);
give(scope, 'structuredClone', clone);

/** Deep enough for documents: plain objects, lists, typed arrays, maps, sets and dates. */
function clone(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(clone);
	if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
	if (value instanceof ArrayBuffer) return value.slice(0);
	if (value instanceof Date) return new Date(value);
	if (value instanceof Map) return new Map([...value].map(([key, item]) => [clone(key), clone(item)]));
	if (value instanceof Set) return new Set([...value].map(clone));
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clone(item)]));
}

const random = (): string => Math.floor(Math.random() * 16).toString(16);
const randomUUID = (): string => 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, random);
give(scope, 'crypto', {});
give(scope.crypto as object, 'randomUUID', randomUUID);
give(scope, 'performance', { now: () => Date.now() });
