import { describe, expect, it } from 'vitest';
import { message } from '#shared/text/message.ts';
import { Problem } from '../problem.ts';
import { words } from '../words.ts';
import { Diverged, reasonFor } from './runEnd.ts';

describe('the reason of a run’s end', () => {
	it('names a full disk', () => {
		const error = Object.assign(new Error('write'), { code: 'ENOSPC' });
		expect(words.text(reasonFor(error, 64))).toContain('The disk is full');
	});

	it('names the batch size when memory runs out, however the engine says it', () => {
		const errors = [
			new RangeError('Array buffer allocation failed'),
			new Error('OOM when allocating tensor with shape[64,55,55,96]'),
			new Error('Cannot enlarge memory arrays: out of memory'),
		];
		for (const error of errors) expect(reasonFor(error, 64)).toEqual({ id: 'training.end.outOfMemory', values: { batchSize: 64 } });
	});

	it('does not take a folder’s name for a lack of memory', () => {
		expect(reasonFor(new Error('EIO: /home/ann/layerloom/runs'), 64).id).toBe('training.end.unexpected');
	});

	it('proposes a tenth of the learning rate after a divergence', () => {
		expect(words.text(new Diverged(0, 16, 0.03).userMessage)).toBe(
			'The loss became infinite in epoch 1, batch 17: the steps were too large. Lower the learning rate from 0.03 to 0.003 and train again.',
		);
	});

	it('passes on what already has words', () => {
		expect(reasonFor(new Problem(message('data.folder.missing', { path: '/a' })), 1)).toEqual(
			message('data.folder.missing', { path: '/a' }),
		);
	});
});
