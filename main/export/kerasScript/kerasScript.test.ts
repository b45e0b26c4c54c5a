import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lenet5 } from '#shared/templates/lenet.ts';
import { networkBuilder } from '#shared/templates/networkBuilder.ts';
import { basicBlock } from '#shared/templates/residual.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import { trainedModel } from '../testModel.ts';
import { toScriptNetwork } from './network.ts';
import { trainProgram } from './trainProgram.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-script-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const expected = (name: string) => readFile(new URL(`./expected/${name}.py`, import.meta.url), 'utf8');

function scriptOf(document: ReturnType<typeof lenet5.build>): string {
	const { plan } = trainedModel(document);
	return trainProgram(toScriptNetwork(plan), plan);
}

function lenetWith(training: Partial<TrainingConfig>): string {
	const document = lenet5.build();
	return scriptOf({ ...document, training: { ...document.training, ...training } });
}

describe('train.py', () => {
	it('of LeNet-5 is what a person would have written', async () => {
		expect(scriptOf(lenet5.build())).toBe(await expected('lenet5'));
	});

	it('has settings, schedule and layers of its own where the document has', async () => {
		const net = networkBuilder({
			id: 'a',
			name: 'one block',
			dataset: null,
			training: {
				optimizer: 'nesterov',
				learningRate: 0.1,
				clipNorm: 1,
				weightDecay: 0.0005,
				schedule: 'cosine',
				warmUpEpochs: 2,
				labelSmoothing: 0.1,
				classWeights: 'balanced',
				stopPatience: 3,
				augmentation: { flip: 0.5 },
			},
		});
		net.layer('input', { height: 6, width: 6, channels: 4 });
		net.layer('conv2d', { filters: 8, kernelSize: [3, 3], l2: 0.01, maxNorm: 3, kernelInitializer: 'heNormal' });
		basicBlock(net, 16, 2);
		net.layer('localResponseNorm');
		net.layer('globalAveragePool2d');
		net.layer('output', { units: 10 });
		expect(scriptOf(net.build())).toBe(await expected('residualBlock'));
	});

	it('names the optimizers as Keras does', () => {
		const optimizerOf = (training: Partial<TrainingConfig>) =>
			/optimizer=(.*),\n/.exec(lenetWith({ learningRate: 0.01, ...training }))?.[1];
		expect(optimizerOf({ optimizer: 'sgd' })).toBe('keras.optimizers.SGD(learning_rate=0.01)');
		expect(optimizerOf({ optimizer: 'momentum' })).toBe('keras.optimizers.SGD(learning_rate=0.01, momentum=0.9)');
		expect(optimizerOf({ optimizer: 'rmsprop' })).toBe('keras.optimizers.RMSprop(learning_rate=0.01, rho=0.9, epsilon=1e-7)');
		expect(optimizerOf({ optimizer: 'adamw' })).toBe(
			'keras.optimizers.AdamW(learning_rate=0.01, beta_1=0.9, beta_2=0.999, epsilon=1e-7, weight_decay=0.004)',
		);
	});

	it('computes the rate only where it changes', () => {
		expect(lenetWith({ schedule: 'constant' })).not.toContain('learning_rate(');
		expect(lenetWith({ schedule: 'step' })).toContain(
			'return LEARNING_RATE * SCHEDULE_FACTOR ** (done // (steps_per_epoch * SCHEDULE_EPOCHS))',
		);
		expect(lenetWith({ schedule: 'exponential' })).toContain('return LEARNING_RATE * SCHEDULE_FACTOR ** (done / steps_per_epoch)');
		const oneCycle = lenetWith({ schedule: 'oneCycle' });
		expect(oneCycle).toContain('def anneal(start, end, share):');
		expect(oneCycle).toContain('\nimport math\n');
		expect(lenetWith({ schedule: 'plateau' })).toContain('if waited == SCHEDULE_EPOCHS:');
	});

	it('calls no value by the name of a module', () => {
		const net = networkBuilder({ id: 'a', name: 'modules', dataset: null });
		net.layer('input', { height: 4, width: 4, channels: 1 });
		const start = net.layer('conv2d', { filters: 2 }, { name: 'layers' });
		net.layer('conv2d', { filters: 2 });
		net.layer('add', {}, { from: [net.last(), start] });
		net.layer('globalAveragePool2d');
		net.layer('output', { units: 2 });
		expect(scriptOf(net.build())).toContain(
			'    layers_ = layers.Conv2D(2, (3, 3), padding="same", activation="relu", name="layers")(inputs)',
		);
	});

	it('keeps what a document is called out of the code', () => {
		const script = scriptOf({ ...lenet5.build(), name: 'a/"""\nimport os\\' });
		expect(script).toContain('return keras.Model(inputs, x, name="a_\\"\\"\\"\\nimport os\\\\")');
		expect(script.match(/^import os/m)).toBeNull();
	});
});
