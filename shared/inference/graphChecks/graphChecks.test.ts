import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { applyEdits } from '../../graph/edit.ts';
import { chain, edgeBetween, type Step } from '../../graph/testing.ts';
import { layerTexts } from '../../layers/catalogue.ts';
import { english } from '../../text/en/english.ts';
import { createFormatter } from '../../text/formatter.ts';
import type { InferenceContext } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { inferShapes } from '../inferShapes.ts';
import { classifier, conv, digits, graphCases, withEdges } from '../testing/diagnosticCases.ts';

const formatter = createFormatter('en', { ...english, ...layerTexts() });
const plain = (text: string) => text.replaceAll('\u2009', ' ');

function find(document: GraphDocument, context: InferenceContext, code: string): Diagnostic | undefined {
	return inferShapes(document, context).diagnostics.find((diagnostic) => diagnostic.code === code);
}

function nameAt(document: GraphDocument, { place }: Diagnostic): string | null {
	return place.kind === 'node' ? (document.nodes.find((node) => node.id === place.node)?.name ?? null) : null;
}

describe('the checks of a graph', () => {
	it('count what memory training takes and name the layer that needs most', () => {
		const { document, context } = graphCases.memoryOverBudget ?? { document: chain() };
		const diagnostic = find(document, { dataset: null, ...context }, 'memoryOverBudget');
		// (784 + 25,088 + 25,088 + 10) · 4 · 2 · 1,024 = 417.6 MB and (320 + 250,890) · 16 = 4.0 MB.
		expect(diagnostic && plain(formatter.text(diagnostic.text))).toBe(
			'Training with 1,024 images at a time needs about 422 MB, and 100 MB are allowed. conv 1 needs most: 206 MB, with its 320 weights.',
		);
	});

	it('find nothing in a shortcut that keeps a deep network short', () => {
		const steps = Array.from({ length: 12 }, (): readonly Step[] => [conv({ filters: 2 }), conv({ filters: 2 }), ['add']]).flat();
		let document = chain(['input'], conv({ filters: 2 }), ...steps, ...classifier);
		for (const [place, node] of document.nodes.entries()) {
			const start = document.nodes[place - 3];
			if (node.kind === 'add' && start) document = withEdges(document, [start.id, node.id]);
		}
		expect(inferShapes(document, { dataset: null }).diagnostics).toEqual([]);
	});
});

describe('a wire that fails beside loose layers', () => {
	/** LeNet whose second pooling and flatten lie loose: conv 2 is wired to dense 1. */
	function broken(): GraphDocument {
		const whole = chain(
			['input'],
			conv({ filters: 6, kernelSize: [5, 5] }),
			['maxPool2d'],
			conv({ filters: 16, kernelSize: [5, 5], padding: 'valid' }),
			['maxPool2d'],
			['flatten'],
			['dense', { units: 120 }],
			['dense', { units: 84 }],
			['output'],
		);
		const cut = whole.edges.filter((edge) => !['maxPool2d-2', 'flatten-1', 'dense-1'].includes(edge.target));
		return { ...whole, edges: [...cut, edgeBetween({ id: 'conv2d-2' }, { id: 'dense-1' })] };
	}
	const inference = inferShapes(broken(), { dataset: digits });

	it('is mended through them first, with what that costs', () => {
		const [reconnect, flatten, average] = inference.diagnostics[0]?.fixes ?? [];
		expect(reconnect && formatter.text(reconnect.label)).toBe('Reconnect pool 2, flatten');
		expect(reconnect?.detail && formatter.text(reconnect.detail)).toBe(
			'They are already on the canvas. 5·5·16 = 400 values, so dense 1 has (400 + 1)·120 = 48,120 weights.',
		);
		expect(flatten?.detail && formatter.text(flatten.detail)).toBe(
			'Keeps where each feature is. 10·10·16 = 1,600 values: (1,600 + 1)·120 = 192,120 weights.',
		);
		expect(average?.detail && formatter.text(average.detail)).toBe(
			'One mean per map, place is lost. 16 values: (16 + 1)·120 = 2,040 weights.',
		);
	});

	it('is whole again after it', () => {
		const fix = inference.diagnostics[0]?.fixes[0];
		const mended = inferShapes(applyEdits(broken(), fix?.edits ?? []), { dataset: digits });
		expect(mended.diagnostics).toEqual([]);
		expect(mended.totals.weights).toBe(61_706);
	});

	it('leaves the loose ones with a note each, and lets those after it wait', () => {
		const notes = inference.diagnostics
			.slice(1)
			.map((diagnostic) => [
				nameAt(broken(), diagnostic),
				formatter.text(diagnostic.text),
				diagnostic.fixes.map((fix) => formatter.text(fix.label)),
			]);
		expect(notes).toEqual([
			['pool 2', 'pool 2 is not connected: it is left out of training.', ['Connect after conv 2', 'Delete pool 2']],
			['flatten', 'flatten is not connected: it is left out of training.', ['Connect after conv 2', 'Delete flatten']],
		]);
		expect(inference.nodes.get('dense-2')).toMatchObject({ status: 'blocked', waitsFor: 'dense-1' });
	});

	it('is also mended where the layer after it has no wire at all', () => {
		const cut = { ...broken(), edges: broken().edges.filter((edge) => edge.target !== 'dense-1') };
		const [error] = inferShapes(cut, { dataset: digits }).diagnostics;
		expect([error?.code, error?.fixes.map((fix) => formatter.text(fix.label))]).toEqual(['missingInput', ['Reconnect pool 2, flatten']]);
	});
});
