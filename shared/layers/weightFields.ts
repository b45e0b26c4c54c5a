import type { Initializer, WeightSpec } from './defineLayer.ts';
import { choiceField, type Field, numberField } from './fields.ts';

const initializerNames = ['glorotUniform', 'glorotNormal', 'heUniform', 'heNormal', 'zeros'] as const;
export type InitializerName = (typeof initializerNames)[number];

const kerasInitializers: Readonly<Record<InitializerName, string>> = {
	glorotUniform: 'GlorotUniform',
	glorotNormal: 'GlorotNormal',
	heUniform: 'HeUniform',
	heNormal: 'HeNormal',
	zeros: 'Zeros',
};

/** Values that one output sums up, and outputs that one input feeds. */
export interface Fans {
	readonly fanIn: number;
	readonly fanOut: number;
}

/** How the kernel starts; Glorot's uniform like Keras. */
export function initializerField(): Field<InitializerName> {
	return choiceField(initializerNames, 'glorotUniform', 'menu', { isAdvanced: true });
}

export function initializerFor(name: InitializerName, { fanIn, fanOut }: Fans): Initializer {
	switch (name) {
		case 'glorotUniform':
		case 'glorotNormal':
			return { kind: name, fanIn, fanOut };
		case 'heUniform':
		case 'heNormal':
			return { kind: name, fanIn };
		case 'zeros':
			return { kind: 'zeros' };
	}
}

/** Strength of a penalty on large weights; 0 is none. */
export function penaltyField(): Field<number> {
	return numberField(0, 0, 10, 0.0001, { isAdvanced: true });
}

/** Most length that the weights of one filter or unit may have together; 0 is any. Srivastava et al. 2014, §5.1. */
export function maxNormField(): Field<number> {
	return numberField(0, 0, 1000, 0.5, { isAdvanced: true });
}

/** Part of a weight's spec; nothing where the length is free. */
export function maxNormConstraint(limit: number, axes: readonly number[]): Pick<WeightSpec, 'constraint'> {
	return limit === 0 ? {} : { constraint: { kind: 'maxNorm', limit, axes } };
}

/** Part of Keras's config of a weight that it calls `owner`; nothing where the length is free. */
export function kerasConstraint(limit: number, axes: readonly number[], owner: KernelOwner = 'kernel'): Readonly<Record<string, unknown>> {
	return limit === 0 ? {} : { [`${owner}_constraint`]: { class_name: 'MaxNorm', config: { max_value: limit, axis: [...axes] } } };
}

/** What Keras calls a layer's weights in the names of their settings. */
type KernelOwner = 'kernel' | 'depthwise' | 'pointwise';

/** Settings of a layer with a kernel, for `kerasKernel`. */
export interface KernelSettings {
	readonly kernelInitializer: InitializerName;
	readonly l1: number;
	readonly l2: number;
}

export function kerasInitializer(name: InitializerName): Readonly<Record<string, unknown>> {
	return { class_name: kerasInitializers[name], config: {} };
}

export function kerasRegularizer({ l1, l2 }: Pick<KernelSettings, 'l1' | 'l2'>): Readonly<Record<string, unknown>> | null {
	return l1 === 0 && l2 === 0 ? null : { class_name: 'L1L2', config: { l1, l2 } };
}

/** Keras's config of kernel and bias. */
export function kerasKernel(settings: KernelSettings): Readonly<Record<string, unknown>> {
	return {
		kernel_initializer: kerasInitializer(settings.kernelInitializer),
		bias_initializer: { class_name: 'Zeros', config: {} },
		kernel_regularizer: kerasRegularizer(settings),
	};
}

/** One learned number per output channel or unit, zero at first. */
export function biasWeight(outputs: number): WeightSpec {
	return { name: 'bias', shape: [outputs], layout: 'C', initializer: { kind: 'zeros' }, isTrainable: true };
}
