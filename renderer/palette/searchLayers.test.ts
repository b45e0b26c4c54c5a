import { describe, expect, it } from 'vitest';
import { english } from '#shared/text/en/english.ts';
import { createFormatter } from '#shared/text/formatter.ts';
import { searchLayers } from './searchLayers.ts';

const format = createFormatter('en', english);
const first = (query: string) => searchLayers(query, format)[0]?.id;

describe('the search for a layer', () => {
	it.each([
		['conv', 'conv2d'],
		['fully connected', 'dense'],
		['max pool', 'maxPool2d'],
		['maxpol', 'maxPool2d'],
		['concat', 'concatenate'],
		['flatten', 'flatten'],
		['batch', 'batchNorm'],
		['relu', 'activation'],
		['residual', 'piece:residual'],
		['mobilenet v2', 'piece:inverted'],
		['classifier', 'piece:head'],
		['lenet', 'template:lenet-5'],
		['lecun', 'template:lenet-5'],
		['resnet-18', 'template:resnet-18'],
	])('finds for "%s" %s first', (query, kind) => {
		expect(first(query)).toBe(kind);
	});

	it('shows everything in palette order before anything is typed', () => {
		expect(searchLayers(' ', format)[0]?.id).toBe('input');
	});

	it('finds nothing for a word that no layer goes by', () => {
		expect(searchLayers('xyzzyq', format)).toEqual([]);
	});
});
