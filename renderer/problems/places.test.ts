import { describe, expect, it } from 'vitest';
import { applyEdits } from '#shared/graph/edit.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { diagnosticKey, nodeOf, waitingFor } from './places.ts';

/** LeNet whose second convolution has a window that its map cannot hold. */
function brokenLenet() {
	const whole = lenet5.build('d');
	const [, second] = whole.nodes.filter((node) => node.kind === 'conv2d');
	if (!second) throw new Error('expected two convolutions');
	const document = applyEdits(whole, [{ kind: 'setConfig', node: second.id, config: { kernelSize: [15, 15] } }]);
	return { document, inference: inferShapes(document, { dataset: null }), failing: second.id };
}

describe('waitingFor', () => {
	it('names every layer after the failing one in the order of the data', () => {
		const { document, inference, failing } = brokenLenet();
		expect(waitingFor(document, inference, failing)).toEqual(['pool 2', 'flatten', 'dense 1', 'dense 2', 'output']);
	});
});

describe('nodeOf', () => {
	it('takes the end of a wire for the place of its problem', () => {
		const edge = { source: 'a', sourcePort: 'out', target: 'b', targetPort: 'in' };
		expect([nodeOf({ kind: 'edge', edge }), nodeOf({ kind: 'node', node: 'n' }), nodeOf({ kind: 'document' })]).toEqual(['b', 'n', null]);
	});
});

describe('diagnosticKey', () => {
	it('tells all problems of a document apart', () => {
		const { diagnostics } = brokenLenet().inference;
		expect(diagnostics.length).toBeGreaterThan(0);
		expect(new Set(diagnostics.map(diagnosticKey)).size).toBe(diagnostics.length);
	});
});
