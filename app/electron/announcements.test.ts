import { expect, it } from 'vitest';
import { Announcements } from './announcements.ts';

it('a value announced before anybody listens waits for the first listener', async () => {
	const announcements = new Announcements<string>();
	announcements.announce('early');
	const first = announcements.listen();
	expect((await first.next()).value).toBe('early');
	const pending = first.next();
	announcements.announce('late');
	expect((await pending).value).toBe('late');
});

it('a listener ends when its signal fires', async () => {
	const announcements = new Announcements<string>();
	const giveUp = new AbortController();
	const listener = announcements.listen(giveUp.signal);
	const pending = listener.next();
	giveUp.abort();
	expect((await pending).done).toBe(true);
});

it('every listener hears a value', async () => {
	const announcements = new Announcements<number>();
	const listeners = [announcements.listen(), announcements.listen()];
	const pending = listeners.map((listener) => listener.next());
	announcements.announce(7);
	expect((await Promise.all(pending)).map(({ value }) => value)).toEqual([7, 7]);
});
