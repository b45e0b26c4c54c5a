import { z } from 'zod';
import { known } from '../graph/shapes.ts';
import { reshape } from '../ops/array.ts';
import { matMul } from '../ops/math.ts';
import { finish } from './convolution.ts';
import { emitter, type LayerEmitter, onlyInput, weightOf } from './emitter.ts';
import { addPenalty, penaltySchema } from './penalty.ts';

export const denseLayers: Readonly<Record<string, LayerEmitter>> = {
	// On a map, every place by itself: the last axis is what is weighed.
	Dense: emitter(
		z.object({ activation: z.string(), use_bias: z.boolean(), kernel_regularizer: penaltySchema }),
		(config, inputs, context) => {
			const { graph } = context;
			const input = onlyInput(inputs);
			const kernel = weightOf(context, 'kernel');
			addPenalty(context, kernel, config.kernel_regularizer);
			if (input.shape.length === 2) return finish(matMul(graph, input, kernel), config, context);
			const rows = reshape(graph, input, [null, known(input.shape.at(-1), 'the number of values')]);
			const answer = finish(matMul(graph, rows, kernel), config, context);
			return reshape(graph, answer, [...input.shape.slice(0, -1), answer.shape[1] ?? null]);
		},
	),
};
