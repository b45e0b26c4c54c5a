import { describe, expect, it } from 'vitest';
import { chain } from '#shared/graph/testing.ts';
import { english } from '#shared/text/en/english.ts';
import { createFormatter } from '#shared/text/formatter.ts';
import { judgeKinds, judgePieces, orderByFit } from './fitLayers.ts';
import { layersToInsert } from './insertable.ts';

const network = chain(['input', { height: 28, width: 28, channels: 1 }], ['conv2d', { filters: 6, kernelSize: [5, 5], padding: 'valid' }]);
const verdicts = judgeKinds(network, [{ node: 'conv2d-1', port: 'out', side: 'source' }], { dataset: null });

describe('layers that fit an output', () => {
	it('tells the size that each would make', () => {
		expect(verdicts.get('maxPool2d')).toEqual({ verdict: 'fits', output: [12, 12, 6] });
		expect(verdicts.get('flatten')).toEqual({ verdict: 'fits', output: [3456] });
	});

	it('tells what needs another size', () => {
		expect(verdicts.get('dense')?.verdict).toBe('problem');
	});

	it('puts what fits first and leaves out what has no input', () => {
		const kinds = orderByFit(layersToInsert(createFormatter('en', english)), verdicts).map(({ id }) => id);
		expect(kinds).not.toContain('input');
		expect(kinds.indexOf('dense')).toBeGreaterThan(kinds.indexOf('upSampling2d'));
		expect(kinds[0]).toBe('conv2d');
	});

	it('offers joins alone to several outputs at once', () => {
		const outputs = ['conv2d-1', 'input-1'].map((node) => ({ node, port: 'out', side: 'source' as const }));
		const together = judgeKinds(network, outputs, { dataset: null });
		expect(together.get('dense')?.verdict).toBe('refused');
		// 24 × 24 and 28 × 28 cannot be put side by side.
		expect(together.get('concatenate')?.verdict).toBe('problem');
	});

	it('offers what can feed an input', () => {
		const feeding = judgeKinds(network, [{ node: 'conv2d-1', port: 'in', side: 'target' }], { dataset: null });
		expect(feeding.get('input')?.verdict).toBe('fits');
		expect(feeding.has('output')).toBe(false);
	});
});

describe('pieces that fit an output', () => {
	const ids = ['piece:residual', 'piece:vgg', 'piece:head'];
	const judge = (node: string, side: 'source' | 'target') =>
		judgePieces(network, [{ node, port: side === 'source' ? 'out' : 'in', side }], ids, { dataset: null });

	it('tell the size that would come out of them, made for what goes in', () => {
		// 24 × 24 × 6 comes in: as many maps go out of the residual block, 32 at the least and half the size out of the other.
		expect(judge('conv2d-1', 'source').get('piece:residual')).toEqual({ verdict: 'fits', output: [24, 24, 6] });
		expect(judge('conv2d-1', 'source').get('piece:vgg')).toEqual({ verdict: 'fits', output: [12, 12, 32] });
	});

	it('are offered to feed an input, all but those that end the network', () => {
		const feeding = judge('conv2d-1', 'target');
		expect(feeding.get('piece:residual')?.verdict).toBe('fits');
		expect(feeding.has('piece:head')).toBe(false);
	});
});
