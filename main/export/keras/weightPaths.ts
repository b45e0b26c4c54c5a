import type { KerasModelLayer } from '#main/compile/topology.ts';

/**
 * Where Keras 3 keeps each layer's weights in `model.weights.h5`: by class and number among its class, not by name.
 * `layers/batch_normalization_1/vars`. `layers` in Keras's order.
 */
export function weightPaths(layers: readonly Pick<KerasModelLayer, 'name' | 'class_name'>[]): ReadonlyMap<string, string> {
	const counts = new Map<string, number>();
	return new Map(
		layers.map(({ name, class_name }) => {
			const className = toSnakeCase(class_name);
			const count = counts.get(className) ?? 0;
			counts.set(className, count + 1);
			return [name, `layers/${count === 0 ? className : `${className}_${count}`}/vars`];
		}),
	);
}

/** Keras's own way: `Conv2DTranspose` → `conv2d_transpose`, `PReLU` → `p_re_lu`. */
function toSnakeCase(name: string): string {
	return name
		.replace(/\W+/g, '')
		.replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
		.replace(/([a-z])([A-Z])/g, '$1_$2')
		.toLowerCase();
}
