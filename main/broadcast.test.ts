import { describe, expect, it } from 'vitest';
import { Broadcast } from './broadcast.ts';

describe('a broadcast', () => {
	it('reaches every listener, each at its own pace', async () => {
		const broadcast = new Broadcast<number>();
		const [a, b] = [broadcast.listen(), broadcast.listen()];
		const firsts = [a.next(), b.next()];
		expect(broadcast.send(1)).toBe(2);
		broadcast.send(2);
		expect(await Promise.all(firsts)).toEqual([
			{ value: 1, done: false },
			{ value: 1, done: false },
		]);
		expect((await a.next()).value).toBe(2);
		broadcast.close();
		expect((await b.next()).value).toBe(2);
		expect(await b.next()).toEqual({ value: undefined, done: true });
	});

	it('gives the past first, and nothing twice', async () => {
		const past = [1, 2];
		const broadcast = new Broadcast<number>(() => past);
		const listener = broadcast.listen();
		expect((await listener.next()).value).toBe(1);
		broadcast.send(3);
		expect((await listener.next()).value).toBe(2);
		expect((await listener.next()).value).toBe(3);
	});

	it('ends for a listener whose signal fires, while it waits too', async () => {
		const broadcast = new Broadcast<number>();
		const stop = new AbortController();
		const waiting = broadcast.listen(stop.signal).next();
		stop.abort();
		expect((await waiting).done).toBe(true);
		expect(broadcast.send(1)).toBe(0);
		expect((await broadcast.listen(AbortSignal.abort()).next()).done).toBe(true);
	});

	it('forgets a listener that leaves', async () => {
		const broadcast = new Broadcast<number>();
		const listener = broadcast.listen();
		const first = listener.next();
		broadcast.send(1);
		await first;
		await listener.return();
		expect(broadcast.send(2)).toBe(0);
	});
});
