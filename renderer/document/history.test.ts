import { beforeEach, describe, expect, it } from 'vitest';
import { createDocument } from '#shared/graph/create.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from './documentStore.ts';

const store = useDocumentStore;

function rename(name: string): void {
	store.getState().edit([{ kind: 'renameDocument', name }], { label: message(`rename to ${name}`) });
}

describe('jumpTo', () => {
	beforeEach(() => {
		store.getState().open(createDocument({ id: 'd', name: 'start' }), null);
		for (const name of ['one', 'two', 'three']) rename(name);
	});

	it('goes back to the opened document and forward again', () => {
		store.getState().jumpTo(0);
		expect(store.getState().document?.name).toBe('start');
		expect(store.getState().future.map(({ label }) => label.id)).toEqual(['rename to three', 'rename to two', 'rename to one']);
		store.getState().jumpTo(2);
		expect(store.getState().document?.name).toBe('two');
		store.getState().jumpTo(3);
		expect(store.getState().document?.name).toBe('three');
		expect(store.getState().past.map(({ label }) => label.id)).toEqual(['rename to one', 'rename to two', 'rename to three']);
	});

	it('stops at the ends', () => {
		store.getState().jumpTo(99);
		expect(store.getState().document?.name).toBe('three');
		store.getState().jumpTo(-1);
		expect(store.getState().document?.name).toBe('start');
	});

	it('forgets the steps ahead when the document is changed again', () => {
		store.getState().jumpTo(1);
		rename('other');
		expect(store.getState().past.map(({ label }) => label.id)).toEqual(['rename to one', 'rename to other']);
		expect(store.getState().future).toEqual([]);
	});
});

describe('a gesture', () => {
	const names = () => store.getState().past.map(({ label }) => label.id);

	beforeEach(() => {
		store.getState().open(createDocument({ id: 'd', name: 'start' }), null);
		rename('before');
		store.getState().beginGesture();
	});

	it('is one step, whatever is done in it and after it', () => {
		rename('one');
		rename('two');
		store.getState().endGesture();
		rename('after');
		expect(names()).toEqual(['rename to before', 'rename to two', 'rename to after']);
		store.getState().undo();
		store.getState().undo();
		expect(store.getState().document?.name).toBe('before');
	});

	it('leaves no step where it comes back to where it began', () => {
		rename('one');
		rename('before');
		store.getState().endGesture();
		expect(names()).toEqual(['rename to before']);
	});

	it('is taken back with what could be done again before it', () => {
		store.getState().endGesture();
		store.getState().undo();
		store.getState().beginGesture();
		rename('one');
		rename('two');
		store.getState().cancelGesture();
		store.getState().endGesture();
		expect(store.getState().document?.name).toBe('start');
		store.getState().redo();
		expect(store.getState().document?.name).toBe('before');
	});
});
