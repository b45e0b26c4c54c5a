import { describe, expect, it } from 'vitest';
import { catalogue, layerDefinition } from './catalogue.ts';
import { commonFields } from './commonFields.ts';

function definition(kind: string) {
	const found = layerDefinition(kind);
	if (!found) throw new Error(kind);
	return found;
}

/** Names of what the kinds share, each kind's own: `kernelSize/poolSize`. */
const shared = (...kinds: readonly string[]) =>
	commonFields(kinds.map(definition)).map(({ owners }) => [...new Set(owners.map(({ name }) => name))].join('/'));

describe('what layers of different kinds have in common', () => {
	it('is found by the symbol of the formula where the names differ', () => {
		expect(shared('conv2d', 'depthwiseConv2d', 'maxPool2d')).toEqual(expect.arrayContaining(['kernelSize/poolSize', 'strides', 'padding']));
		expect(shared('conv2d', 'depthwiseConv2d', 'maxPool2d')).not.toContain('filters');
		expect(shared('conv2d', 'dense')).toEqual(expect.arrayContaining(['activation', 'useBias']));
		expect(shared('dropout', 'spatialDropout2d')).toEqual(['rate']);
		expect(shared('flatten', 'conv2d')).toEqual([]);
	});

	it('takes the options and bounds that each of them takes', () => {
		const padding = commonFields([definition('conv2d'), definition('conv2dTranspose')]).find(
			({ field }) => field.symbol?.letters === 'p q',
		);
		expect(padding?.field.control).toMatchObject({ kind: 'choice', options: ['valid', 'same', 'explicit'] });
	});

	it('follows another field only where all do', () => {
		const strides = (...kinds: readonly string[]) =>
			commonFields(kinds.map(definition)).find(({ field }) => field.symbol?.letters === 's t')?.field.follows;
		expect(strides('conv2d', 'maxPool2d')).toBeUndefined();
		expect(strides('maxPool2d', 'averagePool2d')).toBe('poolSize');
	});

	it.each(catalogue.map((one) => [one.kind, one] as const))('of %s alone is all that it has', (_kind, one) => {
		expect(commonFields([one, one]).map(({ owners: [own], field }) => [own.name, field.control])).toEqual(
			Object.entries(one.fields).map(([name, field]) => [name, field.control]),
		);
	});
});
