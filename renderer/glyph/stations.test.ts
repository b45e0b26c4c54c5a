import { describe, expect, it } from 'vitest';
import type { GraphEdge } from '#shared/graph/document.ts';
import type { Inference, NodeInference } from '#shared/inference/inference.ts';
import type { WeightSpec } from '#shared/layers/defineLayer.ts';
import { pickStations } from './stations.ts';

const kernel: WeightSpec = { name: 'kernel', shape: [1, 1], layout: 'IO', initializer: { kind: 'zeros' }, isTrainable: true };

type Row = readonly [node: string, shape: readonly number[] | null, weights: number, ...from: string[]];

function network(rows: readonly Row[]): [document: { edges: GraphEdge[] }, inference: Inference] {
	const edges = rows.flatMap(([target, , , ...from]) => from.map((source) => ({ source, sourcePort: 'out', target, targetPort: 'in' })));
	const nodes = new Map(
		rows.map(([node, output, weightCount]): [string, NodeInference] => [
			node,
			{
				status: output ? 'fine' : 'unknown',
				waitsFor: null,
				inputs: [],
				output,
				weights: weightCount > 0 ? [kernel] : [],
				weightCount,
				trainableWeightCount: weightCount,
				multiplyAdds: 0,
				activationBytes: 0,
				receptiveField: null,
				diagnostics: [],
			},
		]),
	);
	const totals = { weights: 0, trainableWeights: 0, multiplyAdds: 0, activationBytes: 0, fileBytes: 0 };
	return [
		{ edges },
		{
			nodes,
			order: rows.map(([node]) => node),
			diagnostics: [],
			totals,
			included: new Set(nodes.keys()),
			inputShape: null,
			outputShape: null,
		},
	];
}

const lenet: readonly Row[] = [
	['input', [32, 32, 1], 0],
	['c1', [28, 28, 6], 156, 'input'],
	['p1', [14, 14, 6], 0, 'c1'],
	['c2', [10, 10, 16], 2416, 'p1'],
	['p2', [5, 5, 16], 0, 'c2'],
	['flatten', [400], 0, 'p2'],
	['f1', [120], 48120, 'flatten'],
	['drop', [120], 0, 'f1'],
	['f2', [84], 10164, 'drop'],
	['out', [10], 850, 'f2'],
];

const residual: readonly Row[] = [
	['input', [32, 32, 3], 0],
	['stem', [32, 32, 16], 448, 'input'],
	['a1', [32, 32, 16], 2320, 'stem'],
	['j1', [32, 32, 16], 0, 'a1', 'stem'],
	['a2', [32, 32, 16], 2320, 'j1'],
	['j2', [32, 32, 16], 0, 'a2', 'j1'],
	['b1', [16, 16, 32], 4640, 'j2'],
	['b2', [16, 16, 32], 9248, 'b1'],
	['side', [16, 16, 32], 544, 'j2'],
	['j3', [16, 16, 32], 0, 'b2', 'side'],
	['gap', [32], 0, 'j3'],
	['out', [10], 330, 'gap'],
];

describe('pickStations', () => {
	it('shows every size of LeNet once and leaves out flatten and dropout', () => {
		const { stations, shortcuts } = pickStations(...network(lenet));
		expect(stations.map(({ node }) => node)).toEqual(['input', 'c1', 'p1', 'c2', 'p2', 'f1', 'f2', 'out']);
		expect(shortcuts).toEqual([]);
	});

	it('shows two dense layers of the same length as two bars', () => {
		const { stations } = pickStations(
			...network([
				['map', [7, 7, 512], 1],
				['flat', [25088], 0, 'map'],
				['f1', [4096], 1, 'flat'],
				['drop', [4096], 0, 'f1'],
				['f2', [4096], 1, 'drop'],
			]),
		);
		expect(stations.map(({ node }) => node)).toEqual(['map', 'f1', 'f2']);
	});

	it('ends each stretch of residual blocks in its last join and draws the shortcuts into it', () => {
		const { stations, shortcuts } = pickStations(...network(residual));
		expect(stations.map(({ node }) => node)).toEqual(['input', 'stem', 'j2', 'b1', 'j3', 'gap', 'out']);
		expect(shortcuts).toEqual([
			[1, 2],
			[2, 4],
		]);
	});

	it('thins out long networks to the number asked for and keeps both ends', () => {
		const rows = Array.from({ length: 40 }, (_, index): Row => {
			const name = `n${index}`;
			return index === 0 ? [name, [64, 64, 1], 0] : [name, [64, 64, index + 1], 1, `n${index - 1}`];
		});
		const { stations } = pickStations(...network(rows), 12);
		expect(stations).toHaveLength(12);
		expect([stations[0]?.node, stations.at(-1)?.node]).toEqual(['n0', 'n39']);
	});

	it('drops pooling first where there are too many', () => {
		const { stations } = pickStations(...network(lenet), 7);
		expect(stations.map(({ node }) => node)).toEqual(['input', 'c1', 'c2', 'p2', 'f1', 'f2', 'out']);
	});

	it('is empty while no size is known', () => {
		expect(pickStations(...network([['input', null, 0]]))).toEqual({ stations: [], shortcuts: [] });
	});
});
