import type { NodeConfig } from '../graph/document.ts';
import type { LayerReference, NetworkBuilder } from './networkBuilder.ts';
import { networkBuilder } from './networkBuilder.ts';
import { cifarSmall, defineTemplate } from './template.ts';

interface ConvolutionOptions {
	readonly filters: number;
	readonly size: number;
	readonly stride?: number;
}

/** A convolution without bias and the normalization that makes up for it (He et al. 2015 §3.4). */
export function normalizedConvolution(
	net: NetworkBuilder,
	{ filters, size, stride = 1 }: ConvolutionOptions,
	options: { readonly from?: readonly LayerReference[]; readonly below?: number; readonly column?: number; readonly pad?: number } = {},
): LayerReference {
	const { pad, ...place } = options;
	const zeros = pad === undefined ? { padding: 'same' } : { padding: 'explicit', pad: { top: pad, bottom: pad, left: pad, right: pad } };
	const convolution: NodeConfig = {
		filters,
		kernelSize: [size, size],
		strides: [stride, stride],
		useBias: false,
		activation: 'linear',
		...(zeros as NodeConfig),
	};
	const { column } = net.layer('conv2d', convolution, place);
	return net.layer('batchNorm', {}, { below: place.below ?? 0, column: column + 1 });
}

/**
 * Two 3 × 3 convolutions and a shortcut around them, in a row of its own. The shortcut is a plain wire, or a 1 × 1 convolution
 * below the row where size or channels change.
 */
export function basicBlock(net: NetworkBuilder, filters: number, stride: number, isProjected: boolean): LayerReference {
	const start = net.last();
	net.row();
	normalizedConvolution(net, { filters, size: 3, stride }, { from: [start] });
	net.layer('activation', { activation: 'relu' });
	const path = normalizedConvolution(net, { filters, size: 3 });
	const shortcut = isProjected ? normalizedConvolution(net, { filters, size: 1, stride }, { from: [start], below: 1, column: 0 }) : start;
	net.layer('add', {}, { from: [path, shortcut] });
	return net.layer('activation', { activation: 'relu' });
}

/** Three residual blocks for pictures of 32 × 32: 16, 32 and 64 maps. */
export const miniResnet = defineTemplate('mini-resnet', { source: null, group: 'teaching', dataset: cifarSmall }, (options) => {
	const net = networkBuilder({ ...options, training: { epochs: 10 } });
	net.part('base');
	net.layer('input', { height: 32, width: 32, channels: 3 });
	normalizedConvolution(net, { filters: 16, size: 3 });
	net.layer('activation', { activation: 'relu' });
	basicBlock(net, 16, 1, false);
	basicBlock(net, 32, 2, true);
	basicBlock(net, 64, 2, true);
	net.part('head');
	net.layer('globalAveragePool2d');
	net.layer('output', { units: 10 });
	return net.build();
});
