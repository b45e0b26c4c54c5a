import { expect, it } from 'vitest';
import { mapConcurrently } from './concurrency.ts';
import { KeyedQueue } from './queue.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

it('mapConcurrently keeps the order and the limit', async () => {
	let underWay = 0;
	let most = 0;
	const doubled = await mapConcurrently([5, 1, 3, 2, 4], 2, async (value) => {
		most = Math.max(most, ++underWay);
		for (let turn = 0; turn < value; turn++) await tick();
		underWay--;
		return value * 2;
	});
	expect(doubled).toEqual([10, 2, 6, 4, 8]);
	expect(most).toBe(2);
});

it('mapConcurrently takes nothing new after an error or an abort', async () => {
	const begun: number[] = [];
	const failing = mapConcurrently([0, 1, 2, 3, 4, 5], 2, async (value) => {
		begun.push(value);
		await tick();
		if (value === 1) throw new Error('one is enough');
	});
	await expect(failing).rejects.toThrow('one is enough');
	await tick();
	await tick();
	expect(begun.length).toBeLessThanOrEqual(4);
	await expect(mapConcurrently([1], 1, async () => 1, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
});

it('a queue runs tasks of one key in turn, of two keys side by side, and survives an error', async () => {
	const queue = new KeyedQueue();
	const log: string[] = [];
	const task = (name: string, turns: number) => async () => {
		log.push(`${name} begins`);
		for (let turn = 0; turn < turns; turn++) await tick();
		log.push(`${name} ends`);
	};
	const broken = queue.run('a', () => Promise.reject(new Error('broken')));
	const all = [queue.run('a', task('a1', 3)), queue.run('a', task('a2', 0)), queue.run('b', task('b', 1))];
	await expect(broken).rejects.toThrow('broken');
	await Promise.all(all);
	expect(log.indexOf('a1 ends')).toBeLessThan(log.indexOf('a2 begins'));
	expect(log.indexOf('b begins')).toBeLessThan(log.indexOf('a1 ends'));
});
