import { describe, expect, it } from 'vitest';
import type { RunSummary } from '#shared/training/event.ts';
import { pickCurves } from './curves.ts';
import { curvesCsv } from './curvesCsv.ts';
import { curvesSvg, type SvgWords } from './curvesSvg.ts';

const run: RunSummary = {
	id: 'a',
	documentId: 'd',
	documentName: 'net',
	name: 'Wide, "deep" & <new>',
	isStarred: false,
	notes: '',
	status: 'finished',
	reason: null,
	startedAt: '2026-01-01T00:00:00Z',
	endedAt: null,
	engine: 'native',
	settings: { optimizer: 'adam', learningRate: 0.001, batchSize: 64, epochs: 2, seed: 1 },
	epochs: [
		{ epoch: 0, train: { loss: 0.5, accuracy: 0.9 }, validation: { loss: 0.25, accuracy: 0.95 }, imagesPerSecond: 1000, seconds: 8 },
		{ epoch: 1, train: { loss: null, accuracy: null }, validation: null, imagesPerSecond: 1000, seconds: 8 },
	],
	bestEpoch: 0,
	evaluation: null,
	advice: [],
	startedFrom: null,
	weights: 10,
	hasWeights: true,
	canResume: false,
	weightsHash: null,
	folder: '/runs/a',
};

const words: SvgWords = {
	title: 'Curves',
	metrics: { loss: 'Loss', accuracy: 'Accuracy' },
	train: 'train',
	validation: 'validation',
	axis: 'epoch',
	best: (epoch, value) => `best ${epoch}: ${value}`,
	value: (_, value) => String(value),
};

describe('curves as CSV', () => {
	it('has one line per epoch, counts from 1, quotes names and leaves missing numbers empty', () => {
		expect(curvesCsv([run])).toBe(
			[
				'run,epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,images_per_second,seconds,is_best',
				'"Wide, ""deep"" & <new>",1,0.5,0.9,0.25,0.95,1000,8,1',
				'"Wide, ""deep"" & <new>",2,,,,,1000,8,0',
				'',
			].join('\r\n'),
		);
	});
});

describe('curves as SVG', () => {
	const svg = curvesSvg(pickCurves([run], ['a', null, null], 'a', null), words);

	it('escapes the names of runs', () => {
		expect(svg).toContain('Wide, &quot;deep&quot; &amp; &lt;new&gt;');
		expect(svg).not.toContain('<new>');
	});

	it('marks the best epoch in both charts', () => {
		expect(svg).toContain('best 1: 0.25');
		expect(svg).toContain('best 1: 0.95');
	});

	it('has no number that cannot be drawn', () => {
		expect(svg).not.toMatch(/NaN|Infinity|undefined/);
	});
});
