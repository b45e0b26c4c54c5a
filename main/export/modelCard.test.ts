import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lenet5 } from '#shared/templates/lenet.ts';
import type { Evaluation } from '#shared/training/event.ts';
import type { Parity } from './companionFiles.ts';
import { countSamples, modelCard } from './modelCard.ts';
import { detailsOf, trainedModel } from './testModel.ts';
import { tfjsExporter } from './tfjs/tfjs.ts';

const places = { assetsFolder: fileURLToPath(new URL('../../assets/', import.meta.url)), cacheFolder: null };
const parity: Parity = { samples: [], expected: [], largestDifference: 3e-7, tolerance: 1e-4, passed: true, partsAt: null };
const trained = trainedModel(lenet5.build());

function cardOf(change: { evaluation?: Evaluation; classes?: readonly string[]; train?: readonly number[] } = {}): string {
	const model = { ...trained, classes: change.classes ?? trained.classes };
	const run = { ...model.run, evaluation: change.evaluation ?? null };
	const none = model.classes.map(() => 0);
	const counts = change.train ? { title: 'Mine', credit: null, train: change.train, validation: none, test: none } : null;
	return modelCard(tfjsExporter, model, parity, { run, details: detailsOf(model), counts });
}

describe('the model card', () => {
	it('counts samples as the run divides them: 8,000 training digits, of which a tenth is held back', async () => {
		const counts = await countSamples(trained, places);
		const total = (values: readonly number[] = []) => values.reduce((all, value) => all + value, 0);
		expect(total(counts?.train)).toBe(7200);
		expect(total(counts?.validation)).toBe(800);
		expect(counts?.test).toHaveLength(10);
	});

	it('tells precision, recall and what is mistaken for what', () => {
		const classes = ['cat', 'dog'];
		// Of four cats three are found; of five answers “cat” three are right.
		const card = cardOf({
			classes,
			evaluation: {
				accuracy: 5 / 8,
				loss: 0.5,
				classes,
				confusion: [
					[3, 1],
					[2, 2],
				],
			},
		});
		expect(card).toContain('On 8 test images: accuracy 62.5 %');
		expect(card).toContain('| cat | 75.0 % | 60.0 % |');
		expect(card).toContain('“dog” taken for “cat”: 2 images, 50.0 % of the class');
		expect(card.indexOf('“dog” taken for')).toBeLessThan(card.indexOf('“cat” taken for'));
	});

	it('names classes of few images and an uneven division among the limits', () => {
		const card = cardOf({ classes: ['a', 'b'], train: [400, 20] });
		expect(card).toContain('Few training images: “b”.');
		expect(card).toContain('20.0 times as many');
	});

	it('says what is not known, the seed, and the hash of the weights that the run keeps', () => {
		const card = cardOf();
		expect(card).toContain('was not tested');
		expect(card).toContain('images per class are not listed');
		expect(card).toContain(`Seed: ${trained.plan.seed}.`);
		expect(card).toContain(String(trained.run.weightsHash));
		expect(card).toContain('3e-7');
	});

	it('shows names as they are, whatever signs they hold', () => {
		const card = cardOf({ classes: ['a|b', 'two\nlines'], train: [60, 60] });
		expect(card).toContain('| a\\|b | 60 |');
		expect(card).toContain('| two lines | 60 |');
	});
});
