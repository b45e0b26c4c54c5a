import type { KerasModelLayer } from '#main/compile/topology.ts';
import type { KerasNetwork } from './kerasNetwork.ts';

type Json = Readonly<Record<string, unknown>>;

/** The content of `config.json`: the network in Keras 3's words. */
export function toKeras3Config({ model, layers, shapeOf, weightsOf }: KerasNetwork): Json {
	const tensor = (layer: string) => ({
		class_name: '__keras_tensor__',
		config: { shape: [null, ...shapeOf(layer)], dtype: 'float32', keras_history: [layer, 0, 0] },
	});
	const layerJson = (layer: KerasModelLayer): Json => {
		const feeds = (layer.inbound_nodes[0] ?? []).map(([feed]) => feed);
		const [first] = feeds;
		const shapes = feeds.map((feed) => [null, ...shapeOf(feed)]);
		return {
			module: 'keras.layers',
			class_name: layer.class_name,
			config: layer.class_name === 'InputLayer' ? inputConfig(layer) : layerConfig(layer),
			registered_name: null,
			...(weightsOf(layer.name).length > 0 ? { build_config: { input_shape: shapes[0] } } : {}),
			name: layer.name,
			// A layer that joins takes one list; any other takes its only input.
			inbound_nodes: first === undefined ? [] : [{ args: [feeds.length === 1 ? tensor(first) : feeds.map(tensor)], kwargs: {} }],
		};
	};
	return {
		module: 'keras.src.models.functional',
		class_name: 'Functional',
		config: {
			name: model.config.name,
			trainable: true,
			layers: layers.map(layerJson),
			input_layers: model.config.input_layers,
			output_layers: model.config.output_layers,
		},
		registered_name: 'Functional',
		build_config: { input_shape: null },
	};
}

function inputConfig({ config: { batch_input_shape, ...config } }: KerasModelLayer): Json {
	return { batch_shape: batch_input_shape, ...config, ragged: false };
}

/** Keras 2's names that Keras 3 has given up. */
const renamed: Readonly<Record<string, string>> = { alpha: 'negative_slope' };

/** Where Keras 3 looks for what a config names by class. */
const modules: readonly (readonly [ending: string, module: string])[] = [
	['_initializer', 'keras.initializers'],
	['_regularizer', 'keras.regularizers'],
	['_constraint', 'keras.constraints'],
];

function layerConfig({ config }: KerasModelLayer): Json {
	const entries = Object.entries(config).map(([name, value]) => {
		const module = modules.find(([ending]) => name.endsWith(ending))?.[1];
		if (module !== undefined && isObject(value)) return [name, { module, ...value, registered_name: null }];
		return [renamed[name] ?? name, value];
	});
	const dtype = { module: 'keras', class_name: 'DTypePolicy', config: { name: 'float32' }, registered_name: null };
	return { ...Object.fromEntries(entries), dtype };
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
