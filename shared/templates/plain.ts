import type { NodeConfig } from '../graph/document.ts';
import { networkBuilder } from './networkBuilder.ts';
import { cifarSmall, defineTemplate, type Template } from './template.ts';

const colourPicture = { height: 224, width: 224, channels: 3 };

function padded(filters: number, size: number, stride: number, zeros: number, more: NodeConfig = {}): NodeConfig {
	const pad = { top: zeros, bottom: zeros, left: zeros, right: zeros };
	return { filters, kernelSize: [size, size], strides: [stride, stride], padding: zeros > 0 ? 'explicit' : 'valid', pad, ...more };
}

const overlapping: NodeConfig = { poolSize: [3, 3], strides: [2, 2] };

/** AlexNet as one tower (Krizhevsky 2014, "One weird trick", as in torchvision): 61,100,840 weights. */
export const alexnet = defineTemplate(
	'alexnet',
	{ source: { authors: 'Krizhevsky', year: 2014 }, group: 'classic', dataset: null },
	(options) => {
		const net = networkBuilder(options);
		net.part('base');
		net.layer('input', colourPicture);
		net.layer('conv2d', padded(64, 11, 4, 2));
		net.layer('maxPool2d', overlapping);
		net.layer('conv2d', padded(192, 5, 1, 2));
		net.layer('maxPool2d', overlapping);
		net.row();
		net.layer('conv2d', padded(384, 3, 1, 1));
		net.layer('conv2d', padded(256, 3, 1, 1));
		net.layer('conv2d', padded(256, 3, 1, 1));
		net.layer('maxPool2d', overlapping);
		net.part('head');
		net.layer('flatten');
		net.layer('dropout', { rate: 0.5 });
		net.layer('dense', { units: 4096 });
		net.layer('dropout', { rate: 0.5 });
		net.layer('dense', { units: 4096 });
		net.layer('output', { units: 1000 });
		return net.build();
	},
);

/**
 * AlexNet as published, over two processors: groups of 2 in the second, fourth and fifth convolution, and the paper's normalization
 * of neighbouring maps (Krizhevsky, Sutskever, Hinton 2012): 60,965,224 weights.
 */
export const alexnet2012 = defineTemplate(
	'alexnet-2012',
	{ source: { authors: 'Krizhevsky, Sutskever, Hinton', year: 2012 }, group: 'classic', dataset: null },
	(options) => {
		const net = networkBuilder(options);
		net.part('base');
		net.layer('input', { height: 227, width: 227, channels: 3 });
		net.layer('conv2d', padded(96, 11, 4, 0));
		net.layer('localResponseNorm');
		net.layer('maxPool2d', overlapping);
		net.layer('conv2d', padded(256, 5, 1, 2, { groups: 2 }));
		net.layer('localResponseNorm');
		net.layer('maxPool2d', overlapping);
		net.row();
		net.layer('conv2d', padded(384, 3, 1, 1));
		net.layer('conv2d', padded(384, 3, 1, 1, { groups: 2 }));
		net.layer('conv2d', padded(256, 3, 1, 1, { groups: 2 }));
		net.layer('maxPool2d', overlapping);
		net.part('head');
		net.layer('flatten');
		net.layer('dropout', { rate: 0.5 });
		net.layer('dense', { units: 4096 });
		net.layer('dropout', { rate: 0.5 });
		net.layer('dense', { units: 4096 });
		net.layer('output', { units: 1000 });
		return net.build();
	},
);

/** Stages of 3 × 3 convolutions, each ended by pooling, and three dense layers (Simonyan and Zisserman 2014, table 1). */
function vggTemplate(name: string, stages: readonly number[]): Template {
	return defineTemplate(name, { source: { authors: 'Simonyan, Zisserman', year: 2014 }, group: 'classic', dataset: null }, (options) => {
		const net = networkBuilder(options);
		net.part('base');
		net.layer('input', colourPicture);
		for (const [stage, count] of stages.entries()) {
			if (stage > 0) net.row();
			for (let place = 0; place < count; place++) net.layer('conv2d', { filters: Math.min(64 * 2 ** stage, 512), padding: 'same' });
			net.layer('maxPool2d');
		}
		net.part('head');
		net.layer('flatten');
		for (let place = 0; place < 2; place++) {
			net.layer('dense', { units: 4096 });
			net.layer('dropout', { rate: 0.5 });
		}
		net.layer('output', { units: 1000 });
		return net.build();
	});
}

export const vgg11 = vggTemplate('vgg-11', [1, 1, 2, 2, 2]);
export const vgg16 = vggTemplate('vgg-16', [2, 2, 3, 3, 3]);
export const vgg19 = vggTemplate('vgg-19', [2, 2, 4, 4, 4]);

/** No pooling and no dense layer: strides make the maps smaller (Springenberg et al. 2014, "Striving for Simplicity", halved). */
export const allConvolutional = defineTemplate(
	'all-conv',
	{ source: { authors: 'Springenberg, Dosovitskiy, Brox, Riedmiller', year: 2014 }, group: 'teaching', dataset: cifarSmall },
	(options) => {
		const net = networkBuilder({ ...options, training: { epochs: 10 } });
		net.part('base');
		net.layer('input', { height: 32, width: 32, channels: 3 });
		for (const filters of [48, 96]) {
			net.layer('conv2d', { filters, padding: 'same' });
			net.layer('conv2d', { filters, padding: 'same' });
			net.layer('conv2d', { filters, strides: [2, 2], padding: 'same' });
			net.layer('spatialDropout2d', { rate: 0.2 });
		}
		net.part('head');
		net.layer('conv2d', { filters: 96, padding: 'same' });
		net.layer('conv2d', { filters: 96, kernelSize: [1, 1] });
		net.layer('conv2d', { filters: 10, kernelSize: [1, 1] });
		net.layer('globalAveragePool2d');
		net.layer('output', { units: 10, connection: 'direct' });
		return net.build();
	},
);
