import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '../graph/document.ts';
import { findTemplate } from '../templates/templates.ts';
import { type ComparedRun, compareRuns } from './compareRuns.ts';

const template = findTemplate('lenet-5');
if (!template) throw new Error('the template is missing');
const lenet = template.build('a');

function run(change: Partial<GraphDocument> = {}, more: Partial<ComparedRun> = {}): ComparedRun {
	const document = { ...lenet, ...change };
	return {
		document,
		training: document.training,
		dataset: { reference: { kind: 'bundled', name: 'digits' }, fingerprint: 'f' },
		made: { program: '1', engine: 'TensorFlow', processor: 'p' },
		...more,
	};
}

function without(name: string): GraphDocument {
	const gone = lenet.nodes.find((node) => node.name === name);
	if (!gone) throw new Error(`there is no ${name}`);
	const into = lenet.edges.find((edge) => edge.target === gone.id);
	return {
		...lenet,
		nodes: lenet.nodes.filter((node) => node !== gone),
		edges: lenet.edges
			.filter((edge) => edge !== into)
			.map((edge) => (edge.source === gone.id && into ? { ...edge, source: into.source, sourcePort: into.sourcePort } : edge)),
	};
}

describe('runs compared', () => {
	it('of the same network with the same settings differ in nothing', () => {
		expect(compareRuns([run(), run(), run()])).toEqual({ settings: [], layers: [], repeats: [] });
	});

	it('differ in the settings that not all share, and in their data and machines', () => {
		const training = { ...lenet.training, learningRate: 0.01, schedule: 'cosine' } as const;
		const other = run(
			{ training, seed: 7 },
			{
				training,
				dataset: { reference: { kind: 'bundled', name: 'digits' }, fingerprint: 'g' },
				made: { program: '1', engine: 'WebAssembly', processor: 'p' },
			},
		);
		const { settings, layers } = compareRuns([run(), other]);
		expect(settings.map(({ name }) => name)).toEqual(['learningRate', 'schedule', 'seed', 'dataset', 'engine']);
		expect(settings[0]?.values).toEqual([lenet.training.learningRate, 0.01]);
		expect(layers).toEqual([]);
	});

	it('differ in a changed field of a layer, and not in a default that an older file leaves out', () => {
		const nodes = lenet.nodes.map((node) =>
			node.kind === 'conv2d' && node.name === 'conv 1' ? { ...node, config: { ...node.config, filters: 12, dilationRate: [1, 1] } } : node,
		);
		const { layers } = compareRuns([run(), run({ nodes })]);
		expect(layers).toMatchObject([{ name: 'conv 1', what: { kind: 'field', field: 'filters', values: [6, 12] } }]);
	});

	it('differ in a missing layer, and not in the wires around it', () => {
		const { layers } = compareRuns([run(), run(without('dense 2'))]);
		expect(layers).toMatchObject([{ name: 'dense 2', what: { kind: 'presence', values: [true, false] } }]);
	});

	it('differ in where a layer takes its input from', () => {
		const [first, second] = lenet.edges;
		if (!first || !second) throw new Error('the network has no wires');
		const target = lenet.nodes.find(({ id }) => id === second.target);
		const edges = lenet.edges.map((edge) => (edge === second ? { ...edge, source: first.source, sourcePort: first.sourcePort } : edge));
		expect(compareRuns([run(), run({ edges })]).layers).toMatchObject([{ name: target?.name, what: { kind: 'inputs' } }]);
	});

	it('differ in a layer that was frozen or muted', () => {
		const nodes = lenet.nodes.map((node) => (node.name === 'conv 2' ? { ...node, frozen: true } : node));
		expect(compareRuns([run(), run({ nodes })]).layers).toMatchObject([{ what: { kind: 'flag', flag: 'frozen', values: [false, true] } }]);
	});
});
