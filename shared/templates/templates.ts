import { lenet5 } from './lenet.ts';
import { alexnet, alexnet2012, allConvolutional, vgg11, vgg16, vgg19 } from './plain.ts';
import { miniMobilenet, miniResnet, resnet18, resnet20, resnet34, resnet50 } from './residual.ts';
import { miniVgg, oneConvolution, perceptron } from './teaching.ts';
import type { Template } from './template.ts';

/** Networks to start from, in the order in which they are offered. A new one is one function and one line here. */
export const templates: readonly Template[] = [
	lenet5,
	oneConvolution,
	perceptron,
	miniVgg,
	miniResnet,
	miniMobilenet,
	allConvolutional,
	resnet20,
	alexnet2012,
	alexnet,
	vgg11,
	vgg16,
	vgg19,
	resnet18,
	resnet34,
	resnet50,
];

export function findTemplate(name: string): Template | undefined {
	return templates.find((template) => template.name === name);
}

const prefix = 'template:';

/** NAME of `template:NAME`, which may stand wherever a document's file is named; `null` for a file. */
export function templateNameOf(file: string): string | null {
	return file.startsWith(prefix) ? file.slice(prefix.length) : null;
}
