import fc from 'fast-check';
import { catalogue } from '../layers/catalogue.ts';
import { createDocument, createNode } from './create.ts';
import type { GraphDocument, GraphEdge, GraphNode, NodeConfig } from './document.ts';
import type { Edit } from './edit.ts';

/** For tests: documents and edits as a monkey at the canvas would make them. */

export type Step = readonly [kind: string, config?: NodeConfig];

/** A chain in a row, each layer fed by the one before: `chain(['input'], ['conv2d', { filters: 6 }])`. */
export function chain(...steps: readonly Step[]): GraphDocument {
	let document = createDocument({ id: 'test', name: 'test' });
	for (const [kind, config] of steps) {
		const before = document.nodes.at(-1);
		const node = createNode(document, kind, { x: document.nodes.length * 184, y: 0 }, config);
		const edges = before ? [...document.edges, edgeBetween(before, node)] : document.edges;
		document = { ...document, nodes: [...document.nodes, node], edges };
	}
	return document;
}

export function edgeBetween(source: Pick<GraphNode, 'id'>, target: Pick<GraphNode, 'id'>): GraphEdge {
	return { source: source.id, sourcePort: 'out', target: target.id, targetPort: 'in' };
}

const kinds = catalogue.map((definition) => definition.kind);
const ids = kinds.flatMap((kind) => [`${kind}-1`, `${kind}-2`]);
const id = fc.constantFrom(...ids);
const groupId = fc.constantFrom('group-1', 'group-2', 'group-3');
const position = fc.record({ x: fc.integer({ min: -2000, max: 4000 }), y: fc.integer({ min: -2000, max: 4000 }) });

const config: fc.Arbitrary<NodeConfig> = fc.oneof(
	fc.constant({}),
	fc.record(
		{
			filters: fc.integer({ min: 1, max: 64 }),
			units: fc.integer({ min: 1, max: 64 }),
			kernelSize: fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })),
			poolSize: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
			strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
			padding: fc.constantFrom('valid', 'same', 'explicit', 'preserve', 'sideways'),
			activation: fc.constantFrom('relu', 'sigmoid', 'softmax', 'linear'),
			rate: fc.constantFrom(0, 0.5, 2),
		},
		{ requiredKeys: [] },
	),
);

const kind = fc.constantFrom(...kinds, 'mystery');

const node: fc.Arbitrary<GraphNode> = fc.record(
	{
		id: fc.oneof(id, fc.constant('mystery-1')),
		kind,
		name: fc.oneof(id, fc.string({ minLength: 1, maxLength: 6 })),
		config,
		position,
		muted: fc.boolean(),
		frozen: fc.boolean(),
		role: fc.constantFrom('base' as const, 'head' as const),
	},
	{ requiredKeys: ['id', 'kind', 'name', 'config', 'position'] },
);

const edge: fc.Arbitrary<GraphEdge> = fc.record({
	source: id,
	sourcePort: fc.constantFrom('out', 'out', 'out', 'side'),
	target: id,
	targetPort: fc.constantFrom('in', 'in', 'in', 'side'),
});

/** Any edit, most of which name nodes that exist in some document of these tests. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
	{ weight: 3, arbitrary: node.map((made): Edit => ({ kind: 'addNode', node: made })) },
	{ weight: 6, arbitrary: edge.map((made): Edit => ({ kind: 'connect', edge: made })) },
	{ weight: 1, arbitrary: edge.map((made): Edit => ({ kind: 'disconnect', edge: made })) },
	{ weight: 1, arbitrary: id.map((gone): Edit => ({ kind: 'removeNodes', nodes: [gone] })) },
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('setConfig' as const), node: id, config }) },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('setNode' as const),
			node: id,
			changes: fc.record(
				{ muted: fc.constantFrom(true, undefined), frozen: fc.constantFrom(true, undefined), name: id },
				{ requiredKeys: [] },
			) as fc.Arbitrary<{ readonly muted?: boolean; readonly frozen?: boolean; readonly name?: string }>,
		}),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('replaceKind' as const), node: id, layerKind: kind, config }) },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('addGroup' as const),
			group: fc.record({
				id: groupId,
				name: fc.constant('block'),
				position,
				repeat: fc.constantFrom(1, 2, 3, 100_000),
				collapsed: fc.boolean(),
			}),
			nodes: fc.array(id, { maxLength: 4 }),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('setGroup' as const),
			group: groupId,
			changes: fc.record(
				{
					repeat: fc.constantFrom(1, 2, 4),
					muted: fc.constantFrom(true, undefined),
					frozen: fc.constantFrom(true, undefined),
					parent: fc.constantFrom('group-1', 'group-2', undefined),
				},
				{ requiredKeys: [] },
			) as fc.Arbitrary<{ readonly repeat?: number; readonly muted?: boolean; readonly frozen?: boolean; readonly parent?: string }>,
		}),
	},
	{ weight: 1, arbitrary: groupId.map((gone): Edit => ({ kind: 'removeGroup', group: gone })) },
	{ weight: 1, arbitrary: fc.tuple(id, position).map(([moved, to]): Edit => ({ kind: 'moveNodes', positions: { [moved]: to } })) },
	{
		weight: 1,
		arbitrary: fc.constantFrom<Edit>(
			{ kind: 'setSettings', settings: { fractions: 'strict' } },
			{ kind: 'setSettings', settings: { memoryBudget: 1000 } },
			{ kind: 'setSettings', settings: { memoryBudget: null, fractions: 'floor' } },
			{ kind: 'setTraining', training: { batchSize: 2 } },
			{ kind: 'renameDocument', name: 'other' },
			{ kind: 'setSeed', seed: 7 },
		),
	},
);

/** A network that works and is about to be edited: LeNet with a shortcut around a block that is there twice. */
export function startingDocument(): GraphDocument {
	const document = chain(
		['input'],
		['conv2d', { filters: 8 }],
		['batchNorm'],
		['activation'],
		['maxPool2d'],
		['conv2d', { filters: 8 }],
		['add'],
		['dropout'],
		['flatten'],
		['dense', { units: 16 }],
		['output'],
	);
	const [pool, add] = ['maxPool2d-1', 'add-1'];
	const members = ['conv2d-2', 'add-1'];
	return {
		...document,
		nodes: document.nodes.map((made) => (members.includes(made.id) ? { ...made, group: 'group-1' } : made)),
		groups: [{ id: 'group-1', name: 'block', position: { x: 0, y: 0 }, repeat: 2, collapsed: false }],
		edges: [...document.edges, { source: pool, sourcePort: 'out', target: add, targetPort: 'in' } as GraphEdge],
	};
}

/** Documents of the right types and no sense: groups inside themselves, ids twice, settings of any kind, sizes without end. */
export const brokenDocument: fc.Arbitrary<GraphDocument> = fc
	.record({
		nodes: fc.array(
			fc
				.tuple(node, fc.option(groupId, { nil: undefined }), fc.option(anyConfig(), { nil: undefined }))
				.map(([made, group, settings]): GraphNode => ({ ...made, ...(group ? { group } : {}), ...(settings ? { config: settings } : {}) })),
			{ maxLength: 16 },
		),
		edges: fc.array(edge, { maxLength: 30 }),
		groups: fc.array(
			fc.record({
				id: groupId,
				name: fc.string({ minLength: 1, maxLength: 4 }),
				position,
				repeat: fc.constantFrom(1, 2, 3, 1_000_000_000, Number.MAX_SAFE_INTEGER),
				collapsed: fc.boolean(),
				parent: groupId,
			}),
			{ maxLength: 4 },
		),
	})
	.map((parts) => ({ ...createDocument({ id: 'broken', name: 'broken' }), ...parts }));

function anyConfig(): fc.Arbitrary<NodeConfig> {
	const names = [...new Set(catalogue.flatMap((definition) => Object.keys(definition.fields)))];
	const number = fc.oneof(fc.constantFrom(0, -1, 1.5, 1e9, 1e308, Number.MAX_SAFE_INTEGER), fc.integer({ min: -9, max: 99 }));
	const value = fc.oneof(
		number,
		fc.array(number, { maxLength: 4 }),
		fc.constantFrom(null, true, 'same', 'valid', 'explicit'),
		fc.jsonValue(),
	);
	return fc.dictionary(fc.constantFrom(...names), value as fc.Arbitrary<NodeConfig[string]>, { maxKeys: 5 });
}

/** A document whose parts are well formed, but which need not make sense. */
export const anyDocument: fc.Arbitrary<GraphDocument> = fc
	.record({
		name: fc.string({ minLength: 1 }),
		nodes: fc.uniqueArray(node, { maxLength: 12, selector: (made) => made.id }),
		edges: fc.array(edge, { maxLength: 20 }),
		seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
	})
	.map((parts) => ({ ...createDocument({ id: 'any', name: parts.name }), ...parts }));
