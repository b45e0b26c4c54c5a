import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '../graph/document.ts';
import { inferShapes } from '../inference/inferShapes.ts';
import { lenet5 } from '../templates/lenet.ts';
import { templates } from '../templates/templates.ts';
import { english } from '../text/en/english.ts';
import { createFormatter } from '../text/formatter.ts';
import { drawNetwork, type PictureOptions, partBoxes } from './drawNetwork.ts';
import { svgText } from './svg.ts';

const formatter = createFormatter('en', english);

function draw(document: GraphDocument, options: Partial<PictureOptions> = {}) {
	return drawNetwork(
		document,
		inferShapes(document, { dataset: null }),
		{ theme: 'light', hasTitle: true, ...options },
		{ dataset: null, formatter },
	);
}

describe('a picture of a network', () => {
	it('has each layer of LeNet-5 with the sizes and weights of the paper', () => {
		const svg = svgText(draw(lenet5.build()));
		for (const text of [
			'conv 1',
			'28\u2009×\u200928\u2009×\u20096',
			'14\u2009×\u200914\u2009×\u20096',
			'5\u2009×\u20095\u2009×\u200916',
			'2,416 weights',
			'61,706 weights',
		]) {
			expect(svg).toContain(text);
		}
	});

	it('draws every layer or folded group of each template inside its borders', () => {
		for (const template of templates) {
			const drawing = draw(template.build());
			const boxes = [...partBoxes(drawing).values()];
			expect(boxes.length, template.name).toBeGreaterThan(0);
			for (const box of boxes) {
				expect(box.x >= drawing.x && box.x + box.width <= drawing.x + drawing.width, template.name).toBe(true);
				expect(box.y >= drawing.y && box.y + box.height <= drawing.y + drawing.height, template.name).toBe(true);
			}
		}
	});

	it('keeps to the chosen layers, with the wires between them', () => {
		const document = lenet5.build();
		const [first, second] = document.nodes;
		const drawing = draw(document, { only: new Set([first?.id ?? '', second?.id ?? '']) });
		expect([...partBoxes(drawing).keys()]).toEqual([first?.id, second?.id]);
		expect(svgText(drawing)).not.toContain('pool 1');
		expect(drawing.width).toBeLessThan(draw(document).width);
	});

	it('writes names that XML would take for more than themselves, and signs that it cannot hold', () => {
		const document = lenet5.build();
		const names = ['a<b>&"c"', 'שלום', '🦊🦊', 'tab\u0007'];
		const renamed = { ...document, nodes: document.nodes.map((node, index) => ({ ...node, name: names[index] ?? node.name })) };
		const svg = svgText(draw(renamed));
		expect(svg).toContain('>a&lt;b&gt;&amp;&quot;c&quot;</text>');
		expect(svg).toContain('>שלום</text>');
		expect(svg).toContain('>🦊🦊</text>');
		expect(svg).toContain('>tab�</text>');
	});

	it('cuts a long name at a whole sign and keeps it in the title of its card', () => {
		const document = lenet5.build();
		const name = '👩‍🚀'.repeat(30);
		const svg = svgText(draw({ ...document, nodes: document.nodes.map((node, index) => (index === 1 ? { ...node, name } : node)) }));
		expect(svg).toMatch(/>(👩‍🚀)+…<\/text>/u);
		expect(svg).toContain(`<title>${name}: `);
	});
});
