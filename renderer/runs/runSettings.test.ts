import { describe, expect, it } from 'vitest';
import { distinguish } from './runSettings.ts';

const settings = { optimizer: 'adam', learningRate: 0.001, batchSize: 64, epochs: 5, seed: 1 };

describe('what tells runs apart', () => {
	it('names only the settings that differ', () => {
		const first = { settings, weights: 100 };
		const second = { settings: { ...settings, learningRate: 0.01, epochs: 8 }, weights: 100 };
		expect(distinguish(second, [first, second]).map((fact) => fact.id)).toEqual(['runs.setting.learningRate', 'runs.setting.epochs']);
	});

	it('names optimizer and learning rate where nothing differs', () => {
		const run = { settings, weights: 100 };
		expect(distinguish(run, [run, run]).map((fact) => fact.id)).toEqual(['runs.setting.optimizer', 'runs.setting.learningRate']);
	});

	it('puts another network first', () => {
		const first = { settings, weights: 100 };
		const second = { settings: { ...settings, seed: 2 }, weights: 61_706 };
		expect(distinguish(second, [first, second]).map((fact) => fact.id)).toEqual(['runs.setting.weights', 'runs.setting.seed']);
	});
});
