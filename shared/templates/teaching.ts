import { networkBuilder } from './networkBuilder.ts';
import { cifarSmall, defineTemplate, digits } from './template.ts';

const greyDigit = { height: 28, width: 28, channels: 1 };
const smallColour = { height: 32, width: 32, channels: 3 };

/** No convolution at all: what dense layers can do alone, for comparison. */
export const perceptron = defineTemplate('perceptron', { source: null, group: 'teaching', dataset: digits }, (options) => {
	const net = networkBuilder(options);
	net.part('base');
	net.layer('input', greyDigit);
	net.layer('flatten');
	net.part('head');
	net.layer('dense', { units: 128 });
	net.layer('output', { units: 10 });
	return net.build();
});

/** The smallest network with the three steps of a feature extractor: filter, detect, condense. */
export const oneConvolution = defineTemplate('one-conv', { source: null, group: 'teaching', dataset: digits }, (options) => {
	const net = networkBuilder(options);
	net.part('base');
	net.layer('input', greyDigit);
	net.layer('conv2d', { filters: 8, kernelSize: [5, 5], padding: 'valid' });
	net.layer('maxPool2d');
	net.part('head');
	net.layer('flatten');
	net.layer('output', { units: 10 });
	return net.build();
});

/** Two blocks in the manner of VGG, for pictures of 32 × 32. */
export const miniVgg = defineTemplate('mini-vgg', { source: null, group: 'teaching', dataset: cifarSmall }, (options) => {
	const net = networkBuilder({ ...options, training: { epochs: 10 } });
	net.part('base');
	net.layer('input', smallColour);
	for (const filters of [32, 64]) {
		net.layer('conv2d', { filters, kernelSize: [3, 3], padding: 'same' });
		net.layer('conv2d', { filters, kernelSize: [3, 3], padding: 'same' });
		net.layer('maxPool2d');
		net.layer('spatialDropout2d', { rate: 0.1 });
	}
	net.part('head');
	net.layer('flatten');
	net.layer('dense', { units: 128 });
	net.layer('dropout', { rate: 0.5 });
	net.layer('output', { units: 10 });
	return net.build();
});
