import type { NodeConfig } from '#shared/graph/document.ts';
import { functions } from '#shared/layers/activation/fields.ts';
import { fusedActivations } from '#shared/layers/activations.ts';
import { catalogue } from '#shared/layers/catalogue.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { type NetworkBuilder, networkBuilder } from '#shared/templates/networkBuilder.ts';
import { resnet18, resnet50 } from '#shared/templates/residual.ts';
import type { Template } from '#shared/templates/template.ts';
import { templates } from '#shared/templates/templates.ts';
import type { TrainedModel } from '../../services/training.ts';
import { predictedPlan } from '../predictedPlan.ts';
import { trainedModel } from '../testModel.ts';
import { orderCases } from './orderCases.ts';

/** For tests: a network that every format is judged by. */
export interface ExportCase {
	readonly name: string;
	/** The kind of layer that it is about, where it is about one. */
	readonly kind: string | null;
	readonly model: TrainedModel;
}

const SHAPE = { height: 7, width: 9, channels: 4 };

/** Settings that formats tell apart, besides those that a kind begins with. */
const variants: readonly (readonly [name: string, kind: string, config: NodeConfig])[] = [
	...functions.map((activation) => [`activation ${activation}`, 'activation', { activation, slope: 0.2 }] as const),
	...fusedActivations.map((activation) => [`conv2d ${activation}`, 'conv2d', { filters: 3, kernelSize: [3, 3], activation }] as const),
	['conv2d in groups', 'conv2d', { filters: 6, kernelSize: [3, 3], groups: 2, padding: 'same' }],
	['conv2d in groups with steps', 'conv2d', { filters: 6, kernelSize: [3, 2], groups: 2, strides: [2, 1], padding: 'same' }],
	['conv2d with gaps', 'conv2d', { filters: 3, kernelSize: [3, 3], dilationRate: [2, 2], padding: 'same', useBias: false }],
	['conv2d with gaps and steps', 'conv2d', { filters: 3, kernelSize: [3, 3], dilationRate: [2, 1], strides: [2, 2], padding: 'same' }],
	['conv2d with gaps and steps, without padding', 'conv2d', { filters: 3, kernelSize: [2, 3], dilationRate: [2, 2], strides: [2, 3] }],
	['conv2d with even window and steps', 'conv2d', { filters: 3, kernelSize: [4, 4], strides: [2, 2], padding: 'same' }],
	[
		'conv2d with four paddings',
		'conv2d',
		{ filters: 3, kernelSize: [3, 3], padding: 'explicit', pad: { top: 0, bottom: 1, left: 2, right: 3 } },
	],
	['conv2d with penalties', 'conv2d', { filters: 3, kernelSize: [3, 3], l1: 0.01, l2: 0.02, kernelInitializer: 'heNormal' }],
	['depthwiseConv2d twice as deep', 'depthwiseConv2d', { kernelSize: [3, 3], depthMultiplier: 2, strides: [2, 2], padding: 'same' }],
	['depthwiseConv2d with gaps', 'depthwiseConv2d', { kernelSize: [3, 3], depthMultiplier: 2, dilationRate: [2, 1], padding: 'same' }],
	['depthwiseConv2d with uneven steps', 'depthwiseConv2d', { kernelSize: [3, 3], strides: [1, 2], padding: 'same' }],
	['separableConv2d twice as deep', 'separableConv2d', { filters: 5, kernelSize: [3, 3], depthMultiplier: 2, padding: 'same' }],
	[
		'separableConv2d with gaps and uneven steps',
		'separableConv2d',
		{ filters: 5, kernelSize: [2, 2], dilationRate: [2, 2], strides: [1, 2] },
	],
	['conv2dTranspose, same', 'conv2dTranspose', { filters: 3, kernelSize: [3, 3], strides: [2, 2], padding: 'same' }],
	['conv2dTranspose, same, even window', 'conv2dTranspose', { filters: 3, kernelSize: [4, 4], strides: [2, 2], padding: 'same' }],
	['conv2dTranspose, valid', 'conv2dTranspose', { filters: 3, kernelSize: [3, 3], strides: [2, 2], padding: 'valid' }],
	['conv2dTranspose, small window', 'conv2dTranspose', { filters: 3, kernelSize: [2, 2], strides: [3, 3], padding: 'valid' }],
	[
		'conv2dTranspose, PyTorch’s padding',
		'conv2dTranspose',
		{
			filters: 3,
			kernelSize: [3, 3],
			strides: [2, 2],
			padding: 'explicit',
			pad: { top: 1, bottom: 1, left: 1, right: 1 },
			outputPadding: [1, 1],
		},
	],
	['maxPool2d, same', 'maxPool2d', { poolSize: [3, 3], strides: [2, 2], padding: 'same' }],
	[
		'maxPool2d with padding',
		'maxPool2d',
		{ poolSize: [3, 3], strides: [2, 2], padding: 'explicit', pad: { top: 1, bottom: 1, left: 1, right: 1 } },
	],
	[
		'maxPool2d with padding on one side',
		'maxPool2d',
		{ poolSize: [4, 3], strides: [2, 1], padding: 'explicit', pad: { top: 1, bottom: 0, left: 0, right: 1 } },
	],
	[
		'maxPool2d with wide padding',
		'maxPool2d',
		{ poolSize: [2, 2], strides: [2, 2], padding: 'explicit', pad: { top: 1, bottom: 1, left: 1, right: 1 } },
	],
	['averagePool2d, same', 'averagePool2d', { poolSize: [3, 3], strides: [2, 2], padding: 'same', countPadding: false }],
	['averagePool2d, same, zeros counted', 'averagePool2d', { poolSize: [3, 3], strides: [2, 2], padding: 'same', countPadding: true }],
	...[true, false].map(
		(countPadding) =>
			[
				`averagePool2d with padding, zeros ${countPadding ? '' : 'not '}counted`,
				'averagePool2d',
				{ poolSize: [3, 3], strides: [2, 2], padding: 'explicit', pad: { top: 1, bottom: 1, left: 1, right: 1 }, countPadding },
			] as const,
	),
	['upSampling2d, nearest', 'upSampling2d', { size: [2, 3], interpolation: 'nearest' }],
	['upSampling2d, bilinear', 'upSampling2d', { size: [2, 3], interpolation: 'bilinear' }],
	['fixedFilter with uneven steps', 'fixedFilter', { strides: [1, 2] }],
	['batchNorm without scale', 'batchNorm', { scale: false, momentum: 0.9, epsilon: 0.01 }],
	['batchNorm without centre', 'batchNorm', { center: false }],
	['groupNorm of two', 'groupNorm', { groups: 2, epsilon: 0.01 }],
	['layerNorm without scale', 'layerNorm', { scale: false }],
	['normalization of every channel', 'normalization', { mean: [[0.1, 0.2, 0.3, 0.4]], deviation: [[0.5, 0.6, 0.7, 0.8]] }],
	['padChannels', 'padChannels', { before: 1, after: 2 }],
	['permute', 'permute', { dims: [3, 1, 2] }],
	['permute, swapping rows and columns', 'permute', { dims: [2, 1, 3] }],
	['reshape into another map', 'reshape', { targetShape: [9, 14, 2] }],
	['concatenate by height', 'concatenate', { axis: 'height' }],
	[
		'averagePool2d in padding as wide as the window',
		'averagePool2d',
		{ poolSize: [2, 2], padding: 'explicit', pad: { top: 2, bottom: 0, left: 3, right: 1 }, countPadding: true },
	],
	[
		'conv2dTranspose, same, with output padding',
		'conv2dTranspose',
		{ filters: 3, kernelSize: [3, 3], strides: [3, 3], padding: 'same', outputPadding: [1, 2] },
	],
	[
		'conv2dTranspose, cut unevenly',
		'conv2dTranspose',
		{ filters: 3, kernelSize: [4, 3], strides: [2, 1], padding: 'explicit', pad: { top: 0, bottom: 2, left: 1, right: 0 } },
	],
];

/** Ways to put a layer into a network; the first that its kind accepts is taken. */
const places: readonly ((net: NetworkBuilder, kind: string, config: NodeConfig) => void)[] = [
	(net, kind, config) => void net.layer(kind, config),
	(net, kind, config) => {
		net.layer('flatten');
		net.layer(kind, config);
	},
	(net, kind, config) => {
		net.layer('zeroPadding2d', { pad: { top: 3, bottom: 4, left: 0, right: 5 } });
		net.layer('flatten');
		net.layer(kind, config);
	},
	(net, kind, config) => {
		const first = net.last();
		const second = net.layer('conv2d', { filters: 4, kernelSize: [1, 1], activation: 'tanh' });
		net.layer(kind, config, { from: [first, second] });
	},
];

/** A network around one layer, with something before and after it that is not its own. */
function networkWith(kind: string, config: NodeConfig): TrainedModel {
	const problems: unknown[] = [];
	for (const place of places) {
		try {
			const net = networkBuilder({ id: 'case', name: kind, dataset: null });
			net.layer('input', SHAPE);
			net.layer('conv2d', { filters: 4, kernelSize: [3, 3], padding: 'same', activation: 'linear' });
			place(net, kind, config);
			net.layer('flatten');
			net.layer('output', { units: 3, activation: 'sigmoid' });
			return trainedModel(net.build());
		} catch (error) {
			problems.push(error);
		}
	}
	throw new AggregateError(problems, `${kind} fits none of the networks`);
}

/** Two ways of different lengths, each with several layers of the same classes: what is numbered by class can be mixed up. */
function branches(): TrainedModel {
	const net = networkBuilder({ id: 'case', name: 'branches', dataset: null });
	net.layer('input', SHAPE);
	const start = net.layer('conv2d', { filters: 4, kernelSize: [3, 3], padding: 'same' });
	const short = net.layer('conv2d', { filters: 4, kernelSize: [1, 1] }, { from: [start] });
	net.layer('batchNorm', {}, { from: [start] });
	net.layer('conv2d', { filters: 4, kernelSize: [3, 3], padding: 'same' });
	const long = net.layer('batchNorm');
	net.layer('subtract', {}, { from: [long, short] });
	const joined = net.layer('batchNorm');
	net.layer('concatenate', {}, { from: [joined, short, start] });
	net.layer('globalAveragePool2d');
	net.layer('output', { units: 3 });
	return trainedModel(net.build());
}

/** Ends in scores of which the app makes probabilities. */
function rawScores(): TrainedModel {
	const net = networkBuilder({ id: 'case', name: 'raw scores', dataset: null });
	net.layer('input', SHAPE);
	net.layer('conv2d', { filters: 4, kernelSize: [3, 3] });
	net.layer('globalAveragePool2d');
	net.layer('output', { units: 4, activation: 'linear', connection: 'direct' });
	return trainedModel(net.build());
}

/** Every kind, the settings that formats tell apart, branches, and the templates whose networks are small. */
export function exportCases(): readonly ExportCase[] {
	const kinds = catalogue.filter(({ endpoint }) => endpoint === undefined);
	const cases: readonly ExportCase[] = [
		...kinds.map(({ kind }) => ({ name: kind, kind, model: networkWith(kind, {}) })),
		...variants.map(([name, kind, config]) => ({ name, kind, model: networkWith(kind, config) })),
		{ name: 'raw scores', kind: null, model: rawScores() },
		{ name: 'branches', kind: null, model: branches() },
		...orderCases(),
		...templates
			.filter(isSmall)
			.map((template) => ({ name: `template ${template.name}`, kind: null, model: trainedModel(template.build()) })),
	];
	return cases.map(({ name, kind, model }) => ({ name, kind, model: { ...model, plan: predictedPlan(model.plan) } }));
}

/** Large networks that people take away; of VGG's there would be half a gigabyte in each format. */
export function largeCases(): readonly ExportCase[] {
	return [resnet18, resnet50].map((template) => ({
		name: `template ${template.name}`,
		kind: null,
		model: trainedModel(template.build()),
	}));
}

function isSmall(template: Template): boolean {
	const planned = buildPlan(template.build(), { dataset: null });
	return planned.ok && planned.value.weightCount < 1_000_000 && planned.value.multiplyAdds < 50_000_000;
}
