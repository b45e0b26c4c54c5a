import type { NodeConfig } from '../graph/document.ts';
import type { LayerReference, NetworkBuilder } from './networkBuilder.ts';
import { networkBuilder } from './networkBuilder.ts';
import { cifarSmall, defineTemplate, type Template } from './template.ts';

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
 * below the row where size and channels change. `isPadded` lays equal zeros around, as the paper's own code does.
 */
export function basicBlock(net: NetworkBuilder, filters: number, stride: number, isPadded = false): LayerReference {
	const start = net.last();
	net.row();
	normalizedConvolution(net, { filters, size: 3, stride }, isPadded ? { from: [start], pad: 1 } : { from: [start] });
	net.layer('activation', { activation: 'relu' });
	const path = normalizedConvolution(net, { filters, size: 3 });
	const shortcut = stride > 1 ? normalizedConvolution(net, { filters, size: 1, stride }, { from: [start], below: 1, column: 0 }) : start;
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
	net.group('block 1', 1, () => basicBlock(net, 16, 1));
	net.group('block 2', 1, () => basicBlock(net, 32, 2));
	net.group('block 3', 1, () => basicBlock(net, 64, 2));
	net.part('head');
	net.layer('globalAveragePool2d');
	net.layer('output', { units: 10 });
	return net.build();
});

const colourPicture = { height: 224, width: 224, channels: 3 };
const he2015 = { authors: 'He, Zhang, Ren, Sun', year: 2015 };

/** 7 × 7 with stride 2 and 3 × 3 pooling with stride 2, padded at both sides as in the paper's own code. */
function largeStem(net: NetworkBuilder): void {
	const around = (zeros: number) => ({ top: zeros, bottom: zeros, left: zeros, right: zeros });
	net.layer('input', colourPicture);
	normalizedConvolution(net, { filters: 64, size: 7, stride: 2 }, { pad: 3 });
	net.layer('activation', { activation: 'relu' });
	net.layer('maxPool2d', { poolSize: [3, 3], strides: [2, 2], padding: 'explicit', pad: around(1) });
}

function largeHead(net: NetworkBuilder): void {
	net.part('head');
	net.layer('globalAveragePool2d');
	net.layer('output', { units: 1000 });
}

/** 1 × 1 down to a quarter of the maps, 3 × 3 with the stride, 1 × 1 up again (He et al. 2015 §4.1, fig. 5; stride as in torchvision). */
export function bottleneckBlock(net: NetworkBuilder, filters: number, stride: number, isProjected: boolean): void {
	const start = net.last();
	net.row();
	normalizedConvolution(net, { filters, size: 1 }, { from: [start] });
	net.layer('activation', { activation: 'relu' });
	normalizedConvolution(net, { filters, size: 3, stride }, stride > 1 ? { pad: 1 } : {});
	net.layer('activation', { activation: 'relu' });
	const path = normalizedConvolution(net, { filters: filters * 4, size: 1 });
	const shortcut = isProjected
		? normalizedConvolution(net, { filters: filters * 4, size: 1, stride }, { from: [start], below: 1, column: 0 })
		: start;
	net.layer('add', {}, { from: [path, shortcut] });
	net.layer('activation', { activation: 'relu' });
}

/**
 * A stage as the paper's table has it: `conv3_1`, which changes the size, and `conv3_x`, the blocks after it that keep it; `conv2_x`
 * alone where no block changes the size.
 */
function repeatBlocks(net: NetworkBuilder, name: string, count: number, changesSize: boolean, write: (isFirst: boolean) => void): void {
	if (changesSize) net.group(`${name}_1`, 1, () => write(true));
	net.group(`${name}_x`, changesSize ? count - 1 : count, () => write(false));
}

/** Four stages of 64, 128, 256 and 512 maps; each but the first halves the size. */
function residualTemplate(name: string, blocks: readonly number[], block: 'basic' | 'bottleneck'): Template {
	return defineTemplate(name, { source: he2015, group: 'classic', dataset: null }, (options) => {
		const net = networkBuilder(options);
		net.part('base');
		largeStem(net);
		for (const [stage, count] of blocks.entries()) {
			const filters = 64 * 2 ** stage;
			const stride = stage > 0 ? 2 : 1;
			const name = `conv${stage + 2}`;
			if (block === 'basic') {
				repeatBlocks(net, name, count, stride > 1, (isFirst) => basicBlock(net, filters, isFirst ? stride : 1, isFirst));
			} else {
				repeatBlocks(net, name, count, true, (isFirst) => bottleneckBlock(net, filters, isFirst ? stride : 1, isFirst));
			}
		}
		largeHead(net);
		return net.build();
	});
}

export const resnet18 = residualTemplate('resnet-18', [2, 2, 2, 2], 'basic');
export const resnet34 = residualTemplate('resnet-34', [3, 4, 6, 3], 'basic');
export const resnet50 = residualTemplate('resnet-50', [3, 4, 6, 3], 'bottleneck');

/** A shortcut without weights: every second place, and zeros for the maps that are new (He et al. 2015 §4.2, option A). */
function zeroPaddedShortcut(net: NetworkBuilder, start: LayerReference, added: number): LayerReference {
	const below = { below: 1, column: 0 };
	net.layer('averagePool2d', { poolSize: [1, 1], strides: [2, 2], padding: 'same' }, { ...below, from: [start] });
	return net.layer('padChannels', { before: added / 2, after: added / 2 }, { ...below, column: 1 });
}

/** Nine blocks of 16, 32 and 64 maps for pictures of 32 × 32, no weights on the shortcuts: 269,722 weights to train. */
export const resnet20 = defineTemplate('resnet-20', { source: he2015, group: 'classic', dataset: cifarSmall }, (options) => {
	const net = networkBuilder({ ...options, training: { epochs: 20 } });
	net.part('base');
	net.layer('input', { height: 32, width: 32, channels: 3 });
	normalizedConvolution(net, { filters: 16, size: 3 });
	net.layer('activation', { activation: 'relu' });
	for (const [stage, filters] of [16, 32, 64].entries()) {
		repeatBlocks(net, `conv${stage + 2}`, 3, stage > 0, (isSmaller) => {
			const start = net.last();
			net.row();
			normalizedConvolution(net, { filters, size: 3, stride: isSmaller ? 2 : 1 }, { from: [start] });
			net.layer('activation', { activation: 'relu' });
			const path = normalizedConvolution(net, { filters, size: 3 });
			const shortcut = isSmaller ? zeroPaddedShortcut(net, start, filters / 2) : start;
			net.layer('add', {}, { from: [path, shortcut] });
			net.layer('activation', { activation: 'relu' });
		});
	}
	net.part('head');
	net.layer('globalAveragePool2d');
	net.layer('output', { units: 10 });
	return net.build();
});

/** A filter per map, then 1 × 1 across the maps, each normalized and rectified (Howard et al. 2017, fig. 3). */
export function separableBlock(net: NetworkBuilder, filters: number, stride: number): void {
	net.layer('depthwiseConv2d', { kernelSize: [3, 3], strides: [stride, stride], padding: 'same', useBias: false, activation: 'linear' });
	net.layer('batchNorm');
	net.layer('activation', { activation: 'relu' });
	normalizedConvolution(net, { filters, size: 1 });
	net.layer('activation', { activation: 'relu' });
}

/** Depthwise separable blocks (Howard et al. 2017, MobileNet) for pictures of 32 × 32: a filter per map, then 1 × 1 across the maps. */
export const miniMobilenet = defineTemplate(
	'mini-mobilenet',
	{ source: { authors: 'Howard and others', year: 2017 }, group: 'teaching', dataset: cifarSmall },
	(options) => {
		const net = networkBuilder({ ...options, training: { epochs: 10 } });
		net.part('base');
		net.layer('input', { height: 32, width: 32, channels: 3 });
		normalizedConvolution(net, { filters: 32, size: 3 });
		net.layer('activation', { activation: 'relu' });
		for (const [filters, stride] of [
			[64, 1],
			[128, 2],
			[128, 1],
			[256, 2],
		] as const) {
			net.row();
			separableBlock(net, filters, stride);
		}
		net.part('head');
		net.layer('globalAveragePool2d');
		net.layer('output', { units: 10 });
		return net.build();
	},
);
