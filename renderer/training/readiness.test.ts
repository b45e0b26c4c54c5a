import { describe, expect, it } from 'vitest';
import { createDocument } from '#shared/graph/create.ts';
import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { whyNotTrain } from './readiness.ts';

const lenet = lenet5.build();
const obstacleOf = (document: GraphDocument, state: 'ready' | 'missing' = 'ready') =>
	whyNotTrain(document, inferShapes(document, { dataset: null }), { state });

describe('the train button', () => {
	it('is free for a sound network with images and an engine', () => {
		expect(obstacleOf(lenet)).toBeNull();
	});

	it('says what is missing, the first step first', () => {
		expect(whyNotTrain(null, null, { state: 'ready' })?.message.id).toBe('training.blocked.noDocument');
		expect(obstacleOf(createDocument({ id: 'a', name: 'a' }))?.message.id).toBe('training.blocked.empty');
		expect(obstacleOf(lenet, 'missing')?.message.id).toBe('training.blocked.engine');
	});

	it('leads to the images where none are chosen', () => {
		const without = applyEdits(lenet, [{ kind: 'setDataset', dataset: null }]);
		expect(obstacleOf(without)).toEqual({ message: { id: 'training.blocked.noData' }, leadsTo: 'data' });
	});

	it('leads to the problems and names the first one', () => {
		const [input] = lenet.nodes;
		const broken = applyEdits(lenet, [{ kind: 'removeNodes', nodes: input ? [input.id] : [] }]);
		const obstacle = obstacleOf(broken);
		expect(obstacle?.leadsTo).toBe('problems');
		expect(obstacle?.message.values).toMatchObject({ first: { id: expect.stringContaining('diagnostic.') } });
	});
});
