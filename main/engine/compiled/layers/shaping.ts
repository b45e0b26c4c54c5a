import { z } from 'zod';
import { countPerSample, known } from '../graph/shapes.ts';
import { pad, reshape, slice, transpose } from '../ops/array.ts';
import { resize } from '../ops/resize.ts';
import { emitter, type LayerEmitter, noSettings, onlyInput, pairSchema } from './emitter.ts';

const sides = z.tuple([pairSchema, pairSchema]);

export const shapingLayers: Readonly<Record<string, LayerEmitter>> = {
	Flatten: emitter(noSettings, (_config, inputs, { graph }) => {
		const input = onlyInput(inputs);
		return reshape(graph, input, [input.shape[0] ?? null, countPerSample(input.shape)]);
	}),
	Reshape: emitter(z.object({ target_shape: z.array(z.int()) }), ({ target_shape }, inputs, { graph }) => {
		const input = onlyInput(inputs);
		const given = target_shape.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
		const shape = target_shape.map((size) => (size === -1 ? countPerSample(input.shape) / given : size));
		return reshape(graph, input, [input.shape[0] ?? null, ...shape]);
	}),
	// Axes count from 1, as the batch stays where it is.
	Permute: emitter(z.object({ dims: z.array(z.int()) }), ({ dims }, inputs, { graph }) =>
		transpose(graph, onlyInput(inputs), [0, ...dims]),
	),
	ZeroPadding2D: emitter(z.object({ padding: sides }), ({ padding: [rows, columns] }, inputs, { graph }) =>
		pad(graph, onlyInput(inputs), [[0, 0], rows, columns, [0, 0]]),
	),
	Cropping2D: emitter(z.object({ cropping: sides }), ({ cropping: [rows, columns] }, inputs, { graph }) => {
		const input = onlyInput(inputs);
		const left = (axis: number, [before, after]: readonly [number, number]) => known(input.shape[axis], "a map's size") - before - after;
		return slice(graph, input, [0, rows[0], columns[0], 0], [-1, left(1, rows), left(2, columns), -1]);
	}),
	ChannelPadding: emitter(z.object({ before: z.int(), after: z.int() }), ({ before, after }, inputs, { graph }) => {
		const input = onlyInput(inputs);
		const last = input.shape.length - 1;
		return pad(
			graph,
			input,
			input.shape.map((_, axis) => (axis === last ? ([before, after] as const) : ([0, 0] as const))),
		);
	}),
	UpSampling2D: emitter(
		z.object({ size: pairSchema, interpolation: z.enum(['nearest', 'bilinear']) }),
		({ size, interpolation }, inputs, { graph }) => {
			const input = onlyInput(inputs);
			const grown = (axis: 0 | 1) => known(input.shape[axis + 1], "a map's size") * size[axis];
			return resize(graph, interpolation === 'nearest' ? 'ResizeNearestNeighbor' : 'ResizeBilinear', input, [grown(0), grown(1)]);
		},
	),
};
