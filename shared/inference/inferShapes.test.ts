import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphDocument, NodeConfig, NodeId } from '../graph/document.ts';
import { applyEdit, applyEdits, type Edit } from '../graph/edit.ts';
import { loadDocument } from '../graph/load.ts';
import { anyDocument, anyEdit, brokenDocument, chain, edgeBetween, type Step, startingDocument } from '../graph/testing.ts';
import { layerTexts } from '../layers/catalogue.ts';
import { templates } from '../templates/templates.ts';
import { english } from '../text/en/english.ts';
import { createFormatter } from '../text/formatter.ts';
import type { Message } from '../text/message.ts';
import type { Inference } from './inference.ts';
import { inferShapes } from './inferShapes.ts';

const context = { dataset: null };
const words = { ...english, ...layerTexts() };
const formatter = createFormatter('en', words);

function statuses(document: GraphDocument): readonly string[] {
	const { nodes, order } = inferShapes(document, context);
	return order.map((id) => {
		const node = nodes.get(id);
		return `${id} ${node?.status}${node?.waitsFor ? ` ${node.waitsFor}` : ''}`;
	});
}

function without(document: GraphDocument, source: NodeId, target: NodeId): GraphDocument {
	return { ...document, edges: document.edges.filter((edge) => edge.source !== source || edge.target !== target) };
}

describe('inferShapes', () => {
	it('marks the first failing node and lets those after it wait for it', () => {
		expect(statuses(chain(['input'], ['conv2d'], ['dense'], ['dense'], ['output']))).toEqual([
			'input-1 fine',
			'conv2d-1 fine',
			'dense-1 error',
			'dense-2 blocked dense-1',
			'output-1 blocked dense-1',
		]);
	});

	it('leaves out what nothing feeds and what feeds nothing', () => {
		const document = chain(['input'], ['flatten'], ['output'], ['conv2d'], ['maxPool2d']);
		expect(statuses(without(document, 'output-1', 'conv2d-1'))).toEqual([
			'input-1 fine',
			'flatten-1 fine',
			'output-1 fine',
			'conv2d-1 unconnected',
			'maxPool2d-1 unconnected',
		]);
	});

	it('calls a cut on the way to the output an error', () => {
		const document = without(chain(['input'], ['conv2d'], ['flatten'], ['output']), 'conv2d-1', 'flatten-1');
		expect(statuses(document)).toEqual(['input-1 fine', 'conv2d-1 fine', 'flatten-1 error', 'output-1 blocked flatten-1']);
	});

	it('shows sizes of a network that has no output yet', () => {
		const { nodes, totals } = inferShapes(chain(['input'], ['conv2d', { filters: 6, kernelSize: [5, 5], padding: 'valid' }]), context);
		expect(nodes.get('conv2d-1')).toMatchObject({ status: 'fine', output: [24, 24, 6], weightCount: 156 });
		expect(totals.weights).toBe(156);
	});

	it('counts only what leads to the output', () => {
		const document = chain(['input'], ['flatten'], ['output']);
		const dangling = { id: 'x', kind: 'dense', name: 'x', config: { units: 5 }, position: { x: 0, y: 0 } };
		const next = applyEdits(document, [
			{ kind: 'addNode', node: dangling },
			{ kind: 'connect', edge: edgeBetween({ id: 'flatten-1' }, dangling) },
		]);
		const inference = inferShapes(next, context);
		expect(inference.nodes.get('x')?.weightCount).toBe(785 * 5);
		expect(inference.totals.weights).toBe(785 * 10);
		expect([...inference.included]).toEqual(['input-1', 'flatten-1', 'output-1']);
	});

	it('lets a muted layer pass its input on', () => {
		const document = chain(['input'], ['conv2d'], ['flatten'], ['output']);
		const muted = applyEdit(document, { kind: 'setNode', node: 'conv2d-1', changes: { muted: true } });
		const inference = inferShapes(muted, context);
		expect(inference.nodes.get('conv2d-1')).toMatchObject({ status: 'fine', output: [28, 28, 1], weightCount: 0, multiplyAdds: 0 });
		expect(inference.totals.weights).toBe(785 * 10);
	});

	it('counts frozen weights as not trainable', () => {
		const document = chain(['input'], ['conv2d', { filters: 6, kernelSize: [5, 5] }], ['flatten'], ['output']);
		const frozen = applyEdit(document, { kind: 'setNode', node: 'conv2d-1', changes: { frozen: true } });
		const { totals } = inferShapes(frozen, context);
		expect(totals.weights - totals.trainableWeights).toBe(156);
	});

	it('takes the moving statistics of batch normalization as not trainable', () => {
		const { nodes } = inferShapes(chain(['input'], ['conv2d', { filters: 16 }], ['batchNorm']), context);
		expect(nodes.get('batchNorm-1')).toMatchObject({ weightCount: 64, trainableWeightCount: 32 });
	});

	it('never throws, and words every problem and repair, however broken the document', () => {
		fc.assert(
			fc.property(anyDocument, (any) => {
				const document = { ...any, nodes: any.nodes.map((node) => ({ ...node, name: node.name.replace(/[{}]/g, '_') })) };
				for (const message of messagesOf(inferShapes(document, context))) {
					expect(formatter.has(message.id), message.id).toBe(true);
					const text = formatter.text(message);
					expect(text, message.id).not.toMatch(/undefined|NaN|\[object|\{|\}/);
				}
			}),
			{ numRuns: 80 },
		);
	});

	it('never throws for a document of the right types, whatever is in it, read from a file or not', () => {
		fc.assert(
			fc.property(brokenDocument, brokenDocument, (broken, other) => {
				const before = inferShapes(broken, context);
				expect(inferShapes(other, context, before)).toEqual(inferShapes(other, context));
				const loaded = loadDocument(JSON.parse(JSON.stringify(broken)));
				if (loaded.ok) expect(inferShapes(loaded.value.document, context).totals.weights).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 150 },
		);
	});

	it('follows chains of any length', () => {
		const steps = Array.from({ length: 6_000 }, (): Step => ['activation', { activation: 'sigmoid' }]);
		const names = steps.map((_, place) => place);
		const document = chain(['input'], ['activation']);
		const [input, first] = document.nodes;
		if (!input || !first) throw new Error('expected two nodes');
		const nodes = names.map((place) => ({ ...first, id: `n${place}`, name: `n${place}`, config: steps[place]?.[1] ?? {} }));
		const edges = nodes.map((node, place) => edgeBetween(nodes[place - 1] ?? input, node));
		const { nodes: inferred } = inferShapes({ ...document, nodes: [input, ...nodes], edges }, context);
		expect(inferred.get('n5999')?.output).toEqual([28, 28, 1]);
	});

	it('gives after any edits what a full pass gives', () => {
		fc.assert(
			fc.property(fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (steps) => {
				let document = startingDocument();
				let inference = inferShapes(document, context);
				for (const edits of steps) {
					document = applyEdits(document, edits);
					inference = inferShapes(document, context, inference);
					expect(inference).toEqual(inferShapes(document, context));
				}
			}),
			{ numRuns: 30 },
		);
	});

	it('gives after any change of settings, names and places what a full pass gives', () => {
		const start = chain(
			['input'],
			['conv2d', { activation: 'linear' }],
			['batchNorm'],
			['dropout'],
			['batchNorm'],
			['activation', { activation: 'sigmoid' }],
			['conv2d', { activation: 'softmax' }],
			['globalAveragePool2d'],
			['activation', { activation: 'softmax' }],
			['output', { connection: 'direct' }],
		);
		const node = fc.constantFrom(...start.nodes.map(({ id }) => id));
		const config = fc.constantFrom<NodeConfig>(
			...['linear', 'softmax', 'sigmoid'].map((activation) => ({ activation })),
			...[true, false].map((useBias) => ({ useBias })),
			...[1, 3, 15].map((size) => ({ kernelSize: [size, size] })),
			...[4, 28].map((height) => ({ height })),
			...['dense', 'direct'].map((connection) => ({ connection })),
		);
		const edit: fc.Arbitrary<Edit> = fc.oneof(
			fc.record({ kind: fc.constant('setConfig' as const), node, config }),
			fc.record({
				kind: fc.constant('setNode' as const),
				node,
				changes: fc.constantFrom({ muted: true }, { muted: undefined }, { name: 'first' }, { name: 'second' }),
			}) as fc.Arbitrary<Edit>,
			fc.tuple(node, fc.nat(900)).map(([id, x]): Edit => ({ kind: 'moveNodes', positions: { [id]: { x, y: 0 } } })),
		);
		fc.assert(
			fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
				let document = start;
				let inference = inferShapes(document, context);
				for (const step of edits) {
					document = applyEdit(document, step);
					inference = inferShapes(document, context, inference);
					expect(inference).toEqual(inferShapes(document, context));
				}
			}),
		);
	});

	it('keeps what an edit does not reach', () => {
		for (const template of templates) {
			const document = template.build();
			const before = inferShapes(document, context);
			const moved = applyEdit(document, { kind: 'moveNodes', positions: { [document.nodes[1]?.id ?? '']: { x: 5, y: 5 } } });
			const after = inferShapes(moved, context, before);
			for (const [id, node] of after.nodes) expect(node).toBe(before.nodes.get(id));
			expect(after.diagnostics).toBe(before.diagnostics);
			expect(after.totals).toBe(before.totals);
		}
	});

	it('infers again only what comes after an edit, and stops where the sizes stay', () => {
		const document = chain(['input'], ['conv2d'], ['conv2d'], ['flatten'], ['output']);
		const before = inferShapes(document, context);
		const next = applyEdit(document, { kind: 'setConfig', node: 'conv2d-2', config: { activation: 'tanh' } });
		const after = inferShapes(next, context, before);
		expect([...after.nodes].filter(([id, node]) => node !== before.nodes.get(id)).map(([id]) => id)).toEqual(['conv2d-2']);
		const wider = applyEdit(document, { kind: 'setConfig', node: 'conv2d-1', config: { filters: 8 } });
		const changed = [...inferShapes(wider, context, before).nodes].filter(([id, node]) => node !== before.nodes.get(id));
		expect(changed.map(([id]) => id)).toEqual(['conv2d-1', 'conv2d-2']);
	});
});

describe('the receptive field', () => {
	const same = (filters: number): Step => ['conv2d', { filters, kernelSize: [3, 3], padding: 'same' }];
	const pool: Step = ['maxPool2d', { poolSize: [2, 2] }];
	const field = (document: GraphDocument) => {
		const inference = inferShapes(document, context);
		return inference.nodes.get(inference.order.at(-1) ?? '')?.receptiveField?.height;
	};

	// Araujo, Norris, Sim 2019, "Computing Receptive Fields of Convolutional Neural Networks", table of networks.
	it('of VGG-16 at pool5 is 212 with stride 32', () => {
		const blocks = [2, 2, 3, 3, 3].flatMap((count, block) => [
			...Array.from({ length: count }, () => same(Math.min(64 * 2 ** block, 512))),
			pool,
		]);
		expect(field(chain(['input', { height: 224, width: 224, channels: 3 }], ...blocks))).toMatchObject({ size: 212, jump: 32 });
	});

	it('of AlexNet at pool5 is 195 with stride 32', () => {
		const large: Step = ['maxPool2d', { poolSize: [3, 3], strides: [2, 2] }];
		const conv = (size: number, stride = 1): Step => [
			'conv2d',
			{ filters: 8, kernelSize: [size, size], strides: [stride, stride], padding: stride > 1 ? 'valid' : 'same' },
		];
		const document = chain(
			['input', { height: 227, width: 227, channels: 3 }],
			conv(11, 4),
			large,
			conv(5),
			large,
			conv(3),
			conv(3),
			conv(3),
			large,
		);
		expect(field(document)).toMatchObject({ size: 195, jump: 32, start: -64 });
	});

	it('starts in the padding where there is one', () => {
		expect(field(chain(['input'], ['conv2d', { kernelSize: [5, 5], padding: 'same' }]))).toEqual({
			size: 5,
			jump: 1,
			start: -2,
			whole: false,
		});
	});

	it('is the larger one where branches meet', () => {
		const document = chain(['input'], ['conv2d', { filters: 1, kernelSize: [3, 3], padding: 'same' }], ['add']);
		const joined = { ...document, edges: [...document.edges, edgeBetween({ id: 'input-1' }, { id: 'add-1' })] };
		expect(field(joined)).toMatchObject({ size: 3, jump: 1 });
	});

	it('is the whole input behind flatten', () => {
		expect(field(chain(['input', { height: 20, width: 30 }], ['flatten']))).toMatchObject({ size: 20, whole: true });
	});
});

function messagesOf({ diagnostics }: Inference): readonly Message[] {
	return diagnostics.flatMap(({ title, text, received, expected, fixes }) =>
		[title, text, received, expected, ...fixes.flatMap((fix) => [fix.label, fix.detail])].filter((message) => message !== null),
	);
}
