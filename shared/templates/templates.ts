import { lenet5 } from './lenet.ts';
import { miniResnet } from './residual.ts';
import { miniVgg, oneConvolution, perceptron } from './teaching.ts';
import type { Template } from './template.ts';

/** Networks to start from, in the order in which they are offered. A new one is one function and one line here. */
export const templates: readonly Template[] = [lenet5, oneConvolution, perceptron, miniVgg, miniResnet];

export function findTemplate(name: string): Template | undefined {
	return templates.find((template) => template.name === name);
}
