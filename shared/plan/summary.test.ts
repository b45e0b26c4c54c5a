import { describe, expect, it } from 'vitest';
import { inferShapes } from '../inference/inferShapes.ts';
import { layerTexts } from '../layers/catalogue.ts';
import { findTemplate } from '../templates/templates.ts';
import { english } from '../text/en/english.ts';
import { createFormatter } from '../text/formatter.ts';
import { checkReport } from './checkReport.ts';
import { layerTable } from './summary.ts';
import { tableText } from './tableText.ts';

const formatter = createFormatter('en', { ...english, ...layerTexts() });
const context = { dataset: null };

function lenet() {
	const document = findTemplate('lenet-5')?.build();
	if (!document) throw new Error('expected LeNet');
	return { document, table: layerTable(document, inferShapes(document, context)) };
}

describe('layerTable', () => {
	it('lists LeNet-5 as the paper has it', () => {
		expect(
			lenet().table.rows.map(({ name, output, weights, multiplyAdds, receptiveField }) => [
				name,
				output,
				weights,
				multiplyAdds,
				receptiveField,
			]),
		).toEqual([
			['input', [28, 28, 1], 0, 0, [1, 1]],
			['conv 1', [28, 28, 6], 156, 117_600, [5, 5]],
			['pool 1', [14, 14, 6], 0, 0, [6, 6]],
			['conv 2', [10, 10, 16], 2_416, 240_000, [14, 14]],
			['pool 2', [5, 5, 16], 0, 0, [16, 16]],
			['flatten', [400], 0, 0, [28, 28]],
			['dense 1', [120], 48_120, 48_000, [28, 28]],
			['dense 2', [84], 10_164, 10_080, [28, 28]],
			['output', [10], 850, 840, [28, 28]],
		]);
	});

	it('gives each layer its share of the multiply-adds', () => {
		expect(lenet().table.rows.map((row) => Math.round(row.share * 100))).toEqual([0, 28, 0, 58, 0, 0, 12, 2, 0]);
	});
});

describe('tableText', () => {
	const { table } = lenet();
	const small = {
		rows: table.rows.slice(1, 3).map((row, place) => (place === 1 ? { ...row, name: '=pool|, "1"_%' } : row)),
		totals: table.totals,
	};

	it('writes Markdown', () => {
		expect(tableText(small, 'markdown', formatter).replaceAll('\u2009', ' ')).toBe(
			[
				'| Layer | Kind | Output | Weights | Multiply-adds | Receptive field |',
				'|---|---|---|--:|--:|---|',
				'| conv 1 | Convolution 2-D | 28 × 28 × 6 | 156 | 117,600 | 5 × 5 |',
				'| =pool\\|, "1"\\_% | Max pooling | 14 × 14 × 6 | 0 | 0 | 6 × 6 |',
				'| Total |  |  | 61,706 | 416,520 |  |',
				'',
			].join('\n'),
		);
	});

	it('writes CSV that a spreadsheet takes for data, not for formulas', () => {
		expect(tableText(small, 'csv', formatter)).toBe(
			[
				'name,kind,output,weights,multiplyAdds,receptiveField',
				'conv 1,conv2d,28x28x6,156,117600,5x5',
				'"\'=pool|, ""1""_%",maxPool2d,14x14x6,0,0,6x6',
				'',
			].join('\r\n'),
		);
	});

	it('writes LaTeX with its special characters escaped', () => {
		const text = tableText(small, 'latex', formatter);
		expect(text).toContain('\tconv 1 & Convolution 2-D & 28 $\\times$ 28 $\\times$ 6 & 156 & 117,600 & 5 $\\times$ 5 \\\\\n');
		expect(text).toContain('=pool|, "1"\\_\\%');
		expect(text).toMatch(/^\\begin\{tabular\}\{lllrrl\}\n/);
	});
});

describe('checkReport', () => {
	it('is fine for LeNet-5 and has its totals', () => {
		const report = checkReport(lenet().document, context, formatter);
		expect(report).toMatchObject({
			ok: true,
			diagnostics: [],
			input: [28, 28, 1],
			output: [10],
			totals: { weights: 61_706, trainableWeights: 61_706, multiplyAdds: 416_520, fileBytes: 246_824 },
		});
		expect(report.nodes[1]).toEqual({
			id: 'conv2d-1',
			name: 'conv 1',
			kind: 'conv2d',
			status: 'fine',
			output: [28, 28, 6],
			weights: 156,
			trainableWeights: 156,
			multiplyAdds: 117_600,
			activationBytes: 18_816,
			receptiveField: [5, 5],
		});
	});

	it('names what is wrong in words and how it can be put right', () => {
		const { document } = lenet();
		const broken = {
			...document,
			nodes: document.nodes.filter((node) => node.kind !== 'flatten'),
			edges: document.edges.map((edge) => (edge.target === 'dense-1' ? { ...edge, source: 'maxPool2d-2' } : edge)),
		};
		const report = checkReport({ ...broken, edges: broken.edges.filter((edge) => edge.target !== 'flatten-1') }, context, formatter);
		expect(report.ok).toBe(false);
		expect(report.diagnostics).toEqual([
			{
				code: 'needsVector',
				severity: 'error',
				node: 'dense-1',
				name: 'dense 1',
				field: null,
				title: 'Needs a vector',
				text: 'pool 2 hands it a map: 5 rows, 5 columns, 16 channels. dense 1 takes one row of numbers, so the map has to become a vector first.',
				fixes: [
					{ id: 'insertFlatten', label: 'Insert flatten' },
					{ id: 'insertGlobalAverage', label: 'Insert global average' },
				],
			},
		]);
		expect(JSON.parse(JSON.stringify(report))).toEqual(report);
	});
});
