import { describe, expect, it } from 'vitest';
import { classWeightsOf } from './classWeights.ts';
import { defaultTrainingConfig, savedTraining, trainingConfigSchema, weightDecayOf } from './config.ts';
import { isOutOfPatience } from './patience.ts';

describe('training settings', () => {
	it('are saved without what is as it always was', () => {
		expect(savedTraining({ ...defaultTrainingConfig, schedule: 'cosine' })).toEqual({
			optimizer: 'adam',
			learningRate: 0.001,
			batchSize: 64,
			epochs: 5,
			validationShare: 0.1,
			schedule: 'cosine',
		});
	});

	it('are within their own bounds by default', () => {
		expect(trainingConfigSchema.parse(defaultTrainingConfig)).toEqual(defaultTrainingConfig);
	});

	it('decay weights in AdamW alone, unless they say how much', () => {
		expect(weightDecayOf({ optimizer: 'adamw', weightDecay: null })).toBe(0.004);
		expect(weightDecayOf({ optimizer: 'adam', weightDecay: null })).toBe(0);
		expect(weightDecayOf({ optimizer: 'sgd', weightDecay: 0.01 })).toBe(0.01);
	});
});

describe('balanced class weights', () => {
	it('make 10 samples count as much as 90', () => {
		const weights = classWeightsOf({ classWeights: 'balanced' }, [90, 10]);
		expect(weights?.[0]).toBeCloseTo(0.5555556, 6);
		expect(weights?.[1]).toBe(5);
	});

	it('are those of the classes that have samples', () => {
		expect(classWeightsOf({ classWeights: 'balanced' }, [4, 0, 4])).toEqual([1, 0, 1]);
		expect(classWeightsOf({ classWeights: 'none' }, [90, 10])).toBeNull();
	});
});

describe('early stopping', () => {
	const training = { ...defaultTrainingConfig, stopPatience: 2, stopMinChange: 0.01 };

	it('waits as many epochs as it has patience', () => {
		expect(isOutOfPatience(training, [1, 0.9, 0.91])).toBe(false);
		expect(isOutOfPatience(training, [1, 0.9, 0.91, 0.9])).toBe(true);
	});

	it('does not take a change below the smallest that counts for a better loss', () => {
		expect(isOutOfPatience(training, [1, 0.995, 0.991])).toBe(true);
		expect(isOutOfPatience(training, [1, 0.995, 0.98])).toBe(false);
	});

	it('never ends a run that has no patience set', () => {
		expect(isOutOfPatience(defaultTrainingConfig, [1, 2, 3, 4])).toBe(false);
	});
});
