import { type Message, message } from '../text/message.ts';
import { activation } from './activation/activation.ts';
import { add } from './add/add.ts';
import { average } from './average/average.ts';
import { averagePool2d } from './averagePool2d/averagePool2d.ts';
import { batchNorm } from './batchNorm/batchNorm.ts';
import { concatenate } from './concatenate/concatenate.ts';
import { conv2d } from './conv2d/conv2d.ts';
import { conv2dTranspose } from './conv2dTranspose/conv2dTranspose.ts';
import { cropping2d } from './cropping2d/cropping2d.ts';
import type { Category, LayerDefinition } from './defineLayer.ts';
import { dense } from './dense/dense.ts';
import { depthwiseConv2d } from './depthwiseConv2d/depthwiseConv2d.ts';
import { dropout } from './dropout/dropout.ts';
import { fixedFilter } from './fixedFilter/fixedFilter.ts';
import { flatten } from './flatten/flatten.ts';
import { gaussianNoise } from './gaussianNoise/gaussianNoise.ts';
import { globalAveragePool2d } from './globalAveragePool2d/globalAveragePool2d.ts';
import { globalMaxPool2d } from './globalMaxPool2d/globalMaxPool2d.ts';
import { groupNorm } from './groupNorm/groupNorm.ts';
import { input } from './input/input.ts';
import { layerNorm } from './layerNorm/layerNorm.ts';
import { localResponseNorm } from './localResponseNorm/localResponseNorm.ts';
import { maximum } from './maximum/maximum.ts';
import { maxPool2d } from './maxPool2d/maxPool2d.ts';
import { multiply } from './multiply/multiply.ts';
import { normalization } from './normalization/normalization.ts';
import { output } from './output/output.ts';
import { padChannels } from './padChannels/padChannels.ts';
import { permute } from './permute/permute.ts';
import { rescaling } from './rescaling/rescaling.ts';
import { reshape } from './reshape/reshape.ts';
import { separableConv2d } from './separableConv2d/separableConv2d.ts';
import { spatialDropout2d } from './spatialDropout2d/spatialDropout2d.ts';
import { subtract } from './subtract/subtract.ts';
import { upSampling2d } from './upSampling2d/upSampling2d.ts';
import { zeroPadding2d } from './zeroPadding2d/zeroPadding2d.ts';

/** Every layer kind, in the order of the palette. A new kind is one folder and one line here. */
export const catalogue: readonly LayerDefinition[] = [
	input,
	output,
	conv2d,
	depthwiseConv2d,
	separableConv2d,
	conv2dTranspose,
	fixedFilter,
	maxPool2d,
	averagePool2d,
	globalAveragePool2d,
	globalMaxPool2d,
	dense,
	flatten,
	reshape,
	permute,
	batchNorm,
	layerNorm,
	groupNorm,
	localResponseNorm,
	rescaling,
	normalization,
	dropout,
	spatialDropout2d,
	gaussianNoise,
	activation,
	add,
	subtract,
	multiply,
	average,
	maximum,
	concatenate,
	zeroPadding2d,
	padChannels,
	cropping2d,
	upSampling2d,
];

/** Palette groups in order; titles are `category.<name>`. */
export const categories: readonly Category[] = [
	'endpoint',
	'convolution',
	'pooling',
	'dense',
	'normalization',
	'dropout',
	'activation',
	'joining',
	'size',
];

const byKind: ReadonlyMap<string, LayerDefinition> = new Map(catalogue.map((definition) => [definition.kind, definition]));

/** The definition of a kind; undefined for one that this version does not know. */
export function layerDefinition(kind: string): LayerDefinition | undefined {
	return byKind.get(kind);
}

export function layersIn(category: Category): readonly LayerDefinition[] {
	return catalogue.filter((definition) => definition.category === category);
}

/** English of all kinds, by message id: `layer.conv2d.title`, `layer.conv2d.card.0`, `layer.conv2d.kernelSize.label`. */
export function layerTexts(): Readonly<Record<string, string>> {
	const texts: Record<string, string> = {};
	for (const { kind, text } of catalogue) {
		const { title, nodeName, summary, explanation, synonyms, card, words } = text;
		const all = { title, nodeName, summary, explanation, synonyms: synonyms.join(', '), 'card.0': card[0], 'card.1': card[1], ...words };
		for (const [key, sentence] of Object.entries(all)) texts[`layer.${kind}.${key}`] = sentence;
	}
	return texts;
}

/**
 * A word about a layer's field, `label`, `help` or `option.<value>`: the kind's own where it has one, else the shared one.
 * `help` may have neither.
 */
export function fieldWord(definition: LayerDefinition, field: string, word: string): Message {
	const own = `${field}.${word}`;
	return definition.text.words?.[own] === undefined ? message(`field.${own}`) : message(`layer.${definition.kind}.${own}`);
}

/** A sentence of a problem: the kind's own where it has one, else the shared one. */
export function problemWord(definition: LayerDefinition, code: string, part: 'title' | 'text', values?: Message['values']): Message {
	const own = `diagnostic.${code}.${part}`;
	return definition.text.words?.[own] === undefined ? message(own, values) : message(`layer.${definition.kind}.${own}`, values);
}
