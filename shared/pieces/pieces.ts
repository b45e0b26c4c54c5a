import { basicBlock, bottleneckBlock, normalizedConvolution, separableBlock } from '../templates/residual.ts';
import { definePiece, type Piece } from './piece.ts';

const he2015 = { authors: 'He, Zhang, Ren, Sun', year: 2015 };

/** Convolution, normalization, rectification: the order of Ioffe and Szegedy 2015. */
const convBlock = definePiece('conv', { source: { authors: 'Ioffe, Szegedy', year: 2015 }, stem: 'block' }, (net, channels) => {
	normalizedConvolution(net, { filters: Math.max(16, channels), size: 3 });
	net.layer('activation', { activation: 'relu' });
});

/** Two 3 × 3 convolutions see as far as one of 5 × 5, with fewer weights (Simonyan and Zisserman 2014 §2.3); maps double, sizes halve. */
const vggBlock = definePiece('vgg', { source: { authors: 'Simonyan, Zisserman', year: 2014 }, stem: 'stage' }, (net, channels) => {
	const filters = Math.max(32, channels * 2);
	net.layer('conv2d', { filters, padding: 'same' });
	net.layer('conv2d', { filters, padding: 'same' });
	net.layer('maxPool2d');
});

/** He et al. 2015, fig. 2: as many maps as come in, so that the shortcut is a plain wire. */
const residual = definePiece('residual', { source: he2015, stem: 'residual' }, (net, channels) => {
	basicBlock(net, channels, 1);
});

/** The first block of a stage: half the size, twice the maps, a 1 × 1 convolution on the shortcut (He et al. 2015 §3.3, option B). */
const residualDown = definePiece('residual-down', { source: he2015, stem: 'residual' }, (net, channels) => {
	basicBlock(net, channels * 2, 2);
});

/** He et al. 2015, fig. 5. The shortcut is a plain wire where a quarter of the maps is a whole number. */
const bottleneck = definePiece('bottleneck', { source: he2015, stem: 'bottleneck' }, (net, channels) => {
	bottleneckBlock(net, Math.max(1, Math.round(channels / 4)), 1, channels % 4 !== 0);
});

/** Howard et al. 2017, fig. 3. */
const separable = definePiece('separable', { source: { authors: 'Howard and others', year: 2017 }, stem: 'separable' }, (net, channels) => {
	separableBlock(net, Math.max(32, channels * 2), 1);
});

/** Sandler et al. 2018, table 1 with expansion 6 and stride 1: no rectification behind the last 1 × 1. */
const inverted = definePiece('inverted', { source: { authors: 'Sandler and others', year: 2018 }, stem: 'inverted' }, (net, channels) => {
	const start = net.last();
	normalizedConvolution(net, { filters: 6 * channels, size: 1 });
	net.layer('activation', { activation: 'relu6' });
	net.layer('depthwiseConv2d', { kernelSize: [3, 3], padding: 'same', useBias: false, activation: 'linear' });
	net.layer('batchNorm');
	net.layer('activation', { activation: 'relu6' });
	const path = normalizedConvolution(net, { filters: channels, size: 1 });
	net.layer('add', {}, { from: [path, start] });
});

/** Hu et al. 2018, fig. 2, with reduction 16, one unit at the least: each map is scaled by what all of them show. */
const squeeze = definePiece('squeeze', { source: { authors: 'Hu, Shen, Sun', year: 2018 }, stem: 'squeeze' }, (net, channels) => {
	const start = net.last();
	net.layer('globalAveragePool2d');
	net.layer('dense', { units: Math.max(1, Math.round(channels / 16)), activation: 'relu' });
	net.layer('dense', { units: channels, activation: 'sigmoid' });
	const scale = net.layer('reshape', { targetShape: [1, 1, channels] });
	net.layer('multiply', {}, { from: [start, scale] });
});

/** Average of each map, then the classes (Lin, Chen, Yan 2013 §3.2), with dropout between. */
const head = definePiece('head', { source: { authors: 'Lin, Chen, Yan', year: 2013 }, stem: 'head' }, (net) => {
	net.layer('globalAveragePool2d');
	net.layer('dropout', { rate: 0.2 });
	net.layer('output', { units: 10 });
});

/** Blocks to put networks together from, in the order of the palette. */
export const pieces: readonly Piece[] = [convBlock, vggBlock, residual, residualDown, bottleneck, separable, inverted, squeeze, head];
