import { describe, expect, it } from 'vitest';
import { planOf } from '../engine/testNetworks.ts';
import { compileTopology } from './compileTopology.ts';

const plan = planOf((net) => {
	net.layer('input', { height: 8, width: 8, channels: 2 });
	net.layer('conv2d', { filters: 4, kernelSize: [3, 3], padding: 'explicit', pad: { top: 1, bottom: 1, left: 1, right: 1 } });
	const first = net.last();
	net.layer('batchNorm');
	net.layer('add', {}, { from: [first, net.last()] });
	net.layer('globalAveragePool2d');
	net.layer('output', { units: 4, connection: 'direct' });
});

function layersOf(topology: ReturnType<typeof compileTopology>): string[] {
	return topology.model.config.layers.map(({ class_name, name, inbound_nodes }) => {
		const feeds = inbound_nodes.flatMap((call) => call.map(([feed]) => feed));
		return `${class_name} ${name} < ${feeds.join(' ')}`.trimEnd();
	});
}

describe('compileTopology', () => {
	it('writes one layer per link of each chain, fed in the order of the wires', () => {
		expect(layersOf(compileTopology(plan))).toEqual([
			'InputLayer input <',
			'ZeroPadding2D conv_1_pre_1 < input',
			'Conv2D conv_1 < conv_1_pre_1',
			'BatchNormalization norm_1 < conv_1',
			'Add add_1 < conv_1 norm_1',
			'GlobalAveragePooling2D global_average < add_1',
			'Activation output < global_average',
		]);
	});

	it('places every weight of the plan once, in Keras’s order', () => {
		expect(compileTopology(plan).weights.map(({ name, layer, index }) => `${name} = ${layer}[${index}]`)).toEqual([
			'conv_1/kernel = conv_1[0]',
			'conv_1/bias = conv_1[1]',
			'norm_1/gamma = norm_1[0]',
			'norm_1/beta = norm_1[1]',
			'norm_1/movingMean = norm_1[2]',
			'norm_1/movingVariance = norm_1[3]',
		]);
	});

	it('leaves out the answer’s activation for a loss that takes logits', () => {
		const direct = compileTopology(plan, { answersLogits: true });
		expect(layersOf(direct).at(-1)).toBe('GlobalAveragePooling2D global_average < add_1');
		expect(direct.model.config.output_layers).toEqual([['global_average', 0, 0]]);
		const dense = planOf((net) => {
			net.layer('input', { height: 2, width: 2, channels: 1 });
			net.layer('flatten');
			net.layer('output', { units: 3 });
		});
		expect(compileTopology(dense).model.config.layers.at(-1)?.config.activation).toBe('softmax');
		expect(compileTopology(dense, { answersLogits: true }).model.config.layers.at(-1)?.config.activation).toBe('linear');
	});

	it('gives the input its size with any number of samples', () => {
		expect(compileTopology(plan).model.config.layers[0]?.config.batch_input_shape).toEqual([null, 8, 8, 2]);
	});
});
