import type { Rule, SplitRule } from './call.ts';
import {
	activation,
	celu,
	clip,
	elu,
	gelu,
	hardSigmoid,
	hardSwish,
	leakyRelu,
	negative,
	prelu,
	selu,
	softmax,
} from './rules/activation.ts';
import { arithmetic, concat, extreme, joined, power } from './rules/arithmetic.ts';
import { gemm, matMul } from './rules/dense.ts';
import { batchNorm, groupNorm, instanceNorm, layerNorm, localResponseNorm } from './rules/normalization.ts';
import { dropout, expanded, flatten, padded, reshaped, sliced, split, squeeze, transposed, unchanged, unsqueeze } from './rules/shaping.ts';
import { averagePool, convolution, globalPool, maxPool, reduced, resize, summed, transposedConvolution } from './rules/windows.ts';

/** Operators of ONNX's own domain that have a counterpart here. */
const rules: Readonly<Record<string, Rule>> = {
	Conv: convolution,
	ConvTranspose: transposedConvolution,
	MaxPool: maxPool,
	AveragePool: averagePool,
	GlobalAveragePool: globalPool('globalAveragePool2d'),
	GlobalMaxPool: globalPool('globalMaxPool2d'),
	ReduceMean: reduced('globalAveragePool2d', 'averagePool2d'),
	ReduceMax: reduced('globalMaxPool2d', 'maxPool2d'),
	ReduceSum: summed,
	Resize: resize,
	Upsample: resize,
	Gemm: gemm,
	MatMul: matMul,
	BatchNormalization: batchNorm,
	InstanceNormalization: instanceNorm,
	GroupNormalization: groupNorm,
	LayerNormalization: layerNorm,
	LRN: localResponseNorm,
	Relu: activation('relu'),
	Sigmoid: activation('sigmoid'),
	Tanh: activation('tanh'),
	Softplus: activation('softplus'),
	Mish: activation('mish'),
	Swish: activation('swish'),
	Gelu: gelu,
	HardSwish: hardSwish,
	LeakyRelu: leakyRelu,
	Elu: elu,
	Celu: celu,
	HardSigmoid: hardSigmoid,
	Neg: negative,
	Pow: power,
	Selu: selu,
	PRelu: prelu,
	Clip: clip,
	Softmax: softmax,
	Add: arithmetic('add', (number) => ({ scale: 1, offset: number })),
	Sub: arithmetic('subtract', (number, isFirst) => (isFirst ? { scale: -1, offset: number } : { scale: 1, offset: -number })),
	Mul: arithmetic('multiply', (number) => ({ scale: number, offset: 0 })),
	Div: arithmetic(null, (number, isFirst) => (isFirst || number === 0 ? null : { scale: 1 / number, offset: 0 })),
	Sum: joined('add'),
	Mean: joined('average'),
	Max: extreme(true),
	Min: extreme(false),
	Concat: concat,
	Flatten: flatten,
	Reshape: reshaped,
	Transpose: transposed,
	Squeeze: squeeze,
	Unsqueeze: unsqueeze,
	Pad: padded,
	Expand: expanded,
	Slice: sliced,
	Dropout: dropout,
	Identity: unchanged,
	Cast: unchanged,
};
/** Operators with several answers. */
const splitRules: Readonly<Record<string, SplitRule>> = { Split: split };

export function splitRuleFor(operator: string): SplitRule | undefined {
	return Object.hasOwn(splitRules, operator) ? splitRules[operator] : undefined;
}

/** How an operator is put in our words; `undefined` where it has no counterpart. */
export function ruleFor(operator: string): Rule | undefined {
	return Object.hasOwn(rules, operator) ? rules[operator] : undefined;
}
