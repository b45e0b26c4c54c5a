import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { customLayerClasses } from '#shared/layers/targets.ts';
import { registerLayers } from './register.ts';

const stock = { maximum: tfl.layers.maximum(), bilinear: tfl.layers.upSampling2d({ size: [2, 3], interpolation: 'bilinear' }) };

/** A layer alone, from its Keras form. */
async function build(
	className: string,
	config: Record<string, unknown>,
	...shapes: readonly (readonly number[])[]
): Promise<tfl.LayersModel> {
	const inputs = shapes.map((shape, index) => ({
		class_name: 'InputLayer',
		name: `in${index}`,
		config: { batch_input_shape: [null, ...shape], dtype: 'float32', sparse: false, name: `in${index}` },
		inbound_nodes: [],
	}));
	const layer = {
		class_name: className,
		name: 'layer',
		config: { ...config, name: 'layer' },
		inbound_nodes: [shapes.map((_, index) => [`in${index}`, 0, 0, {}])],
	};
	const topology = {
		class_name: 'Functional',
		config: {
			name: 'net',
			layers: [...inputs, layer],
			input_layers: shapes.map((_, index) => [`in${index}`, 0, 0]),
			output_layers: [['layer', 0, 0]],
		},
	};
	return tfl.models.modelFromJSON(topology as unknown as Parameters<typeof tfl.models.modelFromJSON>[0]);
}

async function answer(className: string, config: Record<string, unknown>, ...inputs: readonly tf.Tensor[]): Promise<number[]> {
	const model = await build(className, config, ...inputs.map(({ shape }) => shape.slice(1)));
	const output = model.predict([...inputs]) as tf.Tensor;
	return [...(await output.data())];
}

function expectClose(received: readonly number[], expected: readonly number[]): void {
	expect(received.length).toBe(expected.length);
	for (const [index, value] of expected.entries()) expect(received[index]).toBeCloseTo(value, 4);
}

beforeAll(async () => {
	registerLayers();
	await tf.setBackend('cpu');
});

describe('layers of our own', () => {
	it('are all known to tfjs by the names that the catalogue uses', () => {
		const known = tf.serialization.SerializationMap.getMap().classNameMap;
		expect(customLayerClasses.filter((name) => known[name] === undefined)).toEqual([]);
	});

	it('divide a value by the strength of its neighbours: 1, 2, 3 with radius 1, k, α and β 1', async () => {
		const input = tf.tensor4d([1, 2, 3], [1, 1, 1, 3]);
		expectClose(await answer('LocalResponseNormalization', { depth_radius: 1, bias: 1, alpha: 1, beta: 1 }, input), [
			1 / 6,
			2 / 15,
			3 / 14,
		]);
	});

	it('normalize groups of channels over all places', async () => {
		const input = tf.tensor4d([1, 3, 10, 10, 5, 7, 10, 14], [1, 1, 2, 4]);
		// First group 1, 3, 5, 7: mean 4, variance 5. Second 10, 10, 10, 14: mean 11, variance 3.
		const [a, b] = [Math.sqrt(5), Math.sqrt(3)];
		expectClose(await answer('GroupNormalization', { groups: 2, epsilon: 0, center: true, scale: true }, input), [
			-3 / a,
			-1 / a,
			-1 / b,
			-1 / b,
			1 / a,
			3 / a,
			-1 / b,
			3 / b,
		]);
	});

	it('normalize every place over its channels, with and without scale and shift', async () => {
		const input = tf.tensor2d([1, 3, 5, 7], [1, 4]);
		const root = Math.sqrt(5);
		for (const scale of [true, false]) {
			expectClose(await answer('LayerNormalization', { axis: -1, epsilon: 0, scale, center: !scale }, input), [
				-3 / root,
				-1 / root,
				1 / root,
				3 / root,
			]);
		}
	});

	it('slide a fixed window over every channel', async () => {
		const input = tf.tensor4d([1, 10, 2, 20, 4, 40], [1, 1, 3, 2]);
		const config = { kernel: [[-1, 1]], strides: [1, 1], padding: 'valid' };
		expectClose(await answer('FixedFilter2D', config, input), [1, 10, 2, 20]);
		expectClose(await answer('FixedFilter2D', { ...config, strides: [1, 2], padding: 'same' }, input), [1, 10, -4, -40]);
	});

	it('take a given mean away and divide by the deviation', async () => {
		const input = tf.tensor2d([1, 2, 3, 4], [2, 2]);
		expectClose(await answer('Normalization', { mean: [1, 2], variance: [4, 0.25] }, input), [0, 0, 1, 4]);
		expectClose(await answer('Normalization', { mean: [1], variance: [1] }, input), [0, 1, 2, 3]);
	});

	it('put channels of zeros around', async () => {
		expectClose(await answer('ChannelPadding', { before: 1, after: 2 }, tf.tensor4d([5, 6], [1, 1, 1, 2])), [0, 5, 6, 0, 0]);
	});

	it('take the second input from the first, and serve an axis with one value', async () => {
		expectClose(await answer('Subtract', {}, tf.tensor2d([5, 6], [1, 2]), tf.tensor2d([1, 4], [1, 2])), [4, 2]);
		expectClose(await answer('Subtract', {}, tf.tensor2d([5], [1, 1]), tf.tensor2d([1, 4], [1, 2])), [4, 1]);
	});

	it('bend by three straight lines: hard swish of −4, −1, 0, 3, 5', async () => {
		expectClose(await answer('HardSwish', {}, tf.tensor2d([-4, -1, 0, 3, 5], [1, 5])), [0, -1 / 3, 0, 3, 5]);
	});

	it('take the maximum like the stock layer, with a gradient where one value serves an axis', async () => {
		const wide = tf.tensor2d([1, 5, 3], [1, 3]);
		const single = tf.tensor2d([2], [1, 1]);
		expectClose(await answer('Maximum', {}, wide, tf.tensor2d([4, 4, 4], [1, 3])), [
			...(await (stock.maximum.apply([wide, tf.tensor2d([4, 4, 4], [1, 3])]) as tf.Tensor).data()),
		]);
		const model = await build('Maximum', {}, [3], [1]);
		const gradients = tf.grads((...inputs) => tf.sum(model.apply(inputs) as tf.Tensor))([wide, single]);
		expect(await Promise.all(gradients.map(async (gradient) => [...(await gradient.data())]))).toEqual([[0, 1, 1], [1]]);
	});

	it('enlarge like the stock layer, with a gradient for maps that are not square', async () => {
		const input = tf.tensor4d(
			Array.from({ length: 2 * 3 * 2 }, (_, index) => Math.sin(index)),
			[1, 2, 3, 2],
		);
		const expected = [...(await (stock.bilinear.apply(input) as tf.Tensor).data())];
		expectClose(await answer('UpSampling2D', { size: [2, 3], interpolation: 'bilinear', data_format: 'channels_last' }, input), expected);
		expectClose(
			await answer(
				'UpSampling2D',
				{ size: [1, 2], interpolation: 'nearest', data_format: 'channels_last' },
				tf.tensor4d([1, 2], [1, 1, 2, 1]),
			),
			[1, 1, 2, 2],
		);
		const model = await build('UpSampling2D', { size: [1, 2], interpolation: 'bilinear', data_format: 'channels_last' }, [1, 2, 1]);
		const gradient = tf.grad((x: tf.Tensor) => tf.sum(model.apply(x) as tf.Tensor))(tf.tensor4d([1, 2], [1, 1, 2, 1]));
		// Outputs are a, (a + b) / 2, b, b.
		expectClose([...(await gradient.data())], [1.5, 2.5]);
	});
});
