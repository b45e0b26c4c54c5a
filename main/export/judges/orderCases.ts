import type { NodeConfig } from '#shared/graph/document.ts';
import { applyEdit } from '#shared/graph/edit.ts';
import { type NetworkBuilder, networkBuilder } from '#shared/templates/networkBuilder.ts';
import type { TrainedModel } from '../../services/training.ts';
import { trainedModel } from '../testModel.ts';

interface OrderCase {
	readonly name: string;
	readonly kind: string | null;
	readonly model: TrainedModel;
}

/** Layers after a flatten: formats that have the channels first flatten in another order. */
const flattened: readonly (readonly [kind: string, config: NodeConfig])[] = [
	['batchNorm', {}],
	['groupNorm', { groups: 4 }],
	['layerNorm', {}],
	['activation', { activation: 'prelu' }],
	['activation', { activation: 'softmax' }],
	['dense', { units: 9 }],
	['reshape', { targetShape: [4, 5, 6] }],
];

/** Layers over two axes, of which the last is that of the channels. */
const overTwoAxes: readonly (readonly [kind: string, config: NodeConfig])[] = [
	['batchNorm', {}],
	['groupNorm', { groups: 2 }],
	['layerNorm', {}],
	['activation', { activation: 'prelu' }],
	['activation', { activation: 'softmax' }],
	['normalization', { mean: [[1, 2, 3, 4, 5, 6]], deviation: [[1, 2, 3, 4, 5, 6]] }],
	['permute', { dims: [2, 1] }],
	['reshape', { targetShape: [5, 4, 6] }],
];

/** For tests: networks whose values formats keep in different orders. */
export function orderCases(): readonly OrderCase[] {
	const named = (kind: string, config: NodeConfig) => ('activation' in config ? `${kind} ${config.activation}` : kind);
	return [
		...flattened.map(([kind, config]) =>
			classifier(`${named(kind, config)} after flatten`, kind, (net) => {
				net.layer('flatten');
				net.layer(kind, config);
			}),
		),
		...overTwoAxes.map(([kind, config]) =>
			classifier(`${named(kind, config)} over two axes`, kind, (net) => {
				net.layer('reshape', { targetShape: [20, 6] });
				net.layer(kind, config);
			}),
		),
		network('flatten as the answer', 'flatten', (net) => {
			net.layer('conv2d', { filters: 2, kernelSize: [2, 2], padding: 'valid' });
			net.layer('flatten');
			net.layer('output', { units: 24, connection: 'direct' });
		}),
		network('a class for every pixel', null, (net) => {
			net.layer('conv2d', { filters: 4 });
			net.layer('output', { units: 3, task: 'segmentation' });
		}),
		repeatedGroup(),
	];
}

function network(name: string, kind: string | null, write: (net: NetworkBuilder) => void): OrderCase {
	const net = networkBuilder({ id: 'case', name, dataset: null });
	net.layer('input', { height: 4, width: 5, channels: 6 });
	write(net);
	return { name, kind, model: trainedModel(net.build()) };
}

function classifier(name: string, kind: string | null, write: (net: NetworkBuilder) => void): OrderCase {
	return network(name, kind, (net) => {
		write(net);
		net.layer('flatten');
		net.layer('output', { units: 3, activation: 'sigmoid' });
	});
}

/** Three copies of a residual block, and values that keep their order from a flatten to the dense layer. */
function repeatedGroup(): OrderCase {
	const net = networkBuilder({ id: 'case', name: 'repeated group', dataset: null });
	net.layer('input', { height: 4, width: 5, channels: 6 });
	const start = net.layer('conv2d', { filters: 6 });
	const members = [
		net.layer('conv2d', { filters: 6, activation: 'linear' }),
		net.layer('batchNorm'),
		net.layer('add', {}, { from: [net.last(), start] }),
	].map(({ node }) => node.id);
	net.layer('flatten');
	net.layer('dropout');
	net.layer('batchNorm');
	net.layer('dense', { units: 7 });
	net.layer('output', { units: 3 });
	const group = { id: 'block', name: 'block', position: { x: 0, y: 0 }, repeat: 3, collapsed: false };
	return { name: 'repeated group', kind: null, model: trainedModel(applyEdit(net.build(), { kind: 'addGroup', group, nodes: members })) };
}
