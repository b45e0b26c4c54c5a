import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '#shared/layers/catalogue.ts';
import { parseConfig } from '#shared/layers/fields.ts';
import type { KerasLayer } from '#shared/layers/targets.ts';
import { configOf, inputsOf } from '#shared/layers/testing/arbitraries.ts';
import type { TensorShape } from '#shared/tensor/shape.ts';
import { registerLayers } from '../engine/layers/register.ts';

beforeAll(async () => {
	registerLayers();
	await tf.setBackend('cpu');
});

/** A kind's chain alone, as tfjs builds it. */
async function build(chain: readonly KerasLayer[], inputs: readonly TensorShape[]): Promise<tfl.LayersModel> {
	const entries = inputs.map((shape, index) => ({
		class_name: 'InputLayer',
		name: `in${index}`,
		config: { batch_input_shape: [null, ...shape], dtype: 'float32', sparse: false, name: `in${index}` },
		inbound_nodes: [] as unknown[],
	}));
	const layers: unknown[] = [...entries];
	let feeds = entries.map(({ name }) => name);
	for (const [index, { className, config }] of chain.entries()) {
		const name = `link${index}`;
		layers.push({ class_name: className, name, config: { ...config, name }, inbound_nodes: [feeds.map((feed) => [feed, 0, 0, {}])] });
		feeds = [name];
	}
	const topology = {
		class_name: 'Functional',
		config: {
			name: 'net',
			layers,
			input_layers: entries.map(({ name }) => [name, 0, 0]),
			output_layers: feeds.map((feed) => [feed, 0, 0]),
		},
	};
	return tfl.models.modelFromJSON(topology as unknown as Parameters<typeof tfl.models.modelFromJSON>[0]);
}

/** Dropout and noise ask for a seed that only a run has; how they are trained is tested with the engines. */
function isRandom(category: string): boolean {
	return category === 'dropout';
}

describe.each(catalogue.filter(({ endpoint }) => endpoint !== 'source').map((definition) => [definition.kind, definition] as const))(
	'%s in TensorFlow.js',
	(_kind, definition) => {
		it('has the size, the weights and a gradient for any settings and inputs that are accepted', async () => {
			await fc.assert(
				fc.asyncProperty(configOf(definition, 'small'), inputsOf(definition, 'small'), async (raw, inputs) => {
					const config = parseConfig(definition, raw);
					if (!config.ok) throw new Error('The settings were assumed to be accepted.');
					const inferred = definition.inferShape(config.value, inputs, {
						settings: { fractions: 'floor', memoryBudget: null },
						dataset: null,
					});
					if (!inferred.ok) return;
					const { output } = inferred.value;
					const chain = definition.targets.keras(config.value, { inputs, output });
					if (chain.length === 0) {
						expect(output).toEqual(inputs[0]);
						return;
					}
					const model = await build(chain, inputs);
					const made = chain.flatMap((_, index) => model.getLayer(`link${index}`).weights.map(({ shape }) => shape));
					expect(made).toEqual(definition.weights(config.value, inputs, output).map(({ shape }) => shape));
					expect(model.outputs[0]?.shape.slice(1)).toEqual([...output]);
					const samples = inputs.map((shape) => tf.randomUniform([2, ...shape], 0.1, 1, 'float32', 7));
					const run = (...given: readonly tf.Tensor[]) =>
						model.apply([...given], { training: !isRandom(definition.category) }) as tf.Tensor;
					const answer = run(...samples);
					expect(answer.shape.slice(1)).toEqual([...output]);
					const gradients = tf.grads((...given) => tf.sum(tf.square(run(...given))))(samples);
					expect(gradients.map(({ shape }) => shape)).toEqual(samples.map(({ shape }) => shape));
					tf.dispose([answer, ...samples, ...gradients]);
					model.dispose();
				}),
				{ numRuns: 40 },
			);
		});
	},
);
