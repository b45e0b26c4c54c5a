import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { outliveReader } from './closedPipe.ts';

it('a reader who goes ends nothing, any other fault of the stream is told', () => {
	const stream = new EventEmitter();
	outliveReader(stream);
	expect(() => stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).not.toThrow();
	expect(() => stream.emit('error', Object.assign(new Error('disk'), { code: 'EIO' }))).toThrow('disk');
});
