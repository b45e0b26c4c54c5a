import { describe, expect, it } from 'vitest';
import { inferShapes } from '../inference/inferShapes.ts';
import { layerTexts } from '../layers/catalogue.ts';
import { english } from '../text/en/english.ts';
import { createFormatter } from '../text/formatter.ts';
import { judgeAllTargets, judgeConnection, judgeTogether } from './connect.ts';
import { createNode } from './create.ts';
import type { GraphDocument } from './document.ts';
import { applyEdit } from './edit.ts';
import { chain, edgeBetween } from './testing.ts';

const formatter = createFormatter('en', { ...english, ...layerTexts() });
const context = { dataset: null };

/** LeNet whose second pooling and flatten lie loose: conv 2 is wired to dense 1. */
function broken(): GraphDocument {
	let document = chain(
		['input'],
		['conv2d', { filters: 6, kernelSize: [5, 5] }],
		['maxPool2d'],
		['conv2d', { filters: 16, kernelSize: [5, 5], padding: 'valid' }],
		['dense', { units: 120 }],
		['dense', { units: 84 }],
		['output'],
	);
	for (const kind of ['maxPool2d', 'flatten']) {
		document = applyEdit(document, { kind: 'addNode', node: createNode(document, kind, { x: 0, y: 400 }) });
	}
	return document;
}

function judge(document: GraphDocument, source: string, target: string): string {
	const answer = judgeConnection(document, edgeBetween({ id: source }, { id: target }), context);
	if (answer.verdict === 'fits') return `Fits: ${formatter.shape(answer.output)}`;
	if (answer.verdict === 'refused') return formatter.text(answer.reason);
	return `Problem: ${answer.diagnostics.map((diagnostic) => formatter.text(diagnostic.title)).join(', ')}`;
}

describe('judgeConnection', () => {
	const cases: readonly [source: string, target: string, answer: string][] = [
		['conv2d-2', 'maxPool2d-2', 'Fits: 5 × 5 × 16'],
		['conv2d-2', 'flatten-1', 'Fits: 1,600'],
		['conv2d-2', 'conv2d-1', 'Would make a loop'],
		['conv2d-2', 'conv2d-2', 'Same layer'],
		['conv2d-2', 'input-1', 'Takes no wire'],
		['output-1', 'flatten-1', 'Gives nothing on'],
		['conv2d-2', 'dense-1', 'Wired already'],
		['conv2d-2', 'dense-2', 'Problem: Needs a vector'],
		['conv2d-2', 'missing', 'Layer is gone'],
		// The size is known as soon as the source has one.
		['maxPool2d-2', 'flatten-1', 'Fits: ?'],
	];
	for (const [source, target, answer] of cases) {
		it(`answers “${answer}” to a wire from ${source} to ${target}`, () => {
			expect(judge(broken(), source, target).replaceAll('\u2009', ' ')).toBe(answer);
		});
	}

	it('follows the size to where it makes a problem further on', () => {
		const document = chain(
			['input', { height: 8, width: 8 }],
			['maxPool2d'],
			['activation'],
			['conv2d', { kernelSize: [4, 4], padding: 'valid' }],
		);
		const small = createNode(document, 'maxPool2d', { x: 0, y: 400 }, { poolSize: [4, 4] });
		const wired = applyEdit(applyEdit(document, { kind: 'addNode', node: small }), {
			kind: 'connect',
			edge: edgeBetween({ id: 'maxPool2d-1' }, small),
		});
		const answer = judgeConnection(wired, edgeBetween(small, { id: 'activation-1' }), context);
		expect(answer).toMatchObject({ verdict: 'problem', diagnostics: [{ code: 'windowTooLarge', place: { node: 'conv2d-1' } }] });
	});

	it('lets a join wait for its second wire', () => {
		const document = chain(['input'], ['conv2d']);
		const add = createNode(document, 'add', { x: 0, y: 0 });
		const next = applyEdit(document, { kind: 'addNode', node: add });
		expect(judge(next, 'conv2d-1', 'add-1')).toBe('Fits: ?');
	});

	it('allows any port of a kind that this version does not know', () => {
		const document = chain(['input']);
		const mystery = { id: 'm', kind: 'mystery', name: 'm', config: {}, position: { x: 0, y: 0 } };
		const next = applyEdit(document, { kind: 'addNode', node: mystery });
		const wire = { source: 'input-1', sourcePort: 'out', target: 'm', targetPort: 'left' };
		expect(judgeConnection(next, wire, context)).toEqual({ verdict: 'fits', output: null });
	});
});

describe('judgeAllTargets', () => {
	it('gives every port the answer that a single question gives', () => {
		const document = broken();
		const inference = inferShapes(document, context);
		const answers = judgeAllTargets(document, 'conv2d-2', 'out', { ...context, inference });
		expect(answers.map(({ node }) => node)).toEqual(document.nodes.filter((node) => node.kind !== 'input').map((node) => node.id));
		for (const { node, verdict } of answers) {
			expect(verdict).toEqual(judgeConnection(document, edgeBetween({ id: 'conv2d-2' }, { id: node }), context));
		}
	});
});

describe('judgeTogether', () => {
	/** Two convolutions side by side on one input, and a layer that is to take both. */
	function fork(kind: string, filters: number): GraphDocument {
		let document = chain(['input', { height: 8, width: 8 }], ['conv2d', { filters: 4 }]);
		for (const node of [createNode(document, 'conv2d', { x: 0, y: 400 }, { filters }), createNode(document, kind, { x: 400, y: 0 })]) {
			document = applyEdit(document, { kind: 'addNode', node });
		}
		return applyEdit(document, { kind: 'connect', edge: edgeBetween({ id: 'input-1' }, { id: 'conv2d-2' }) });
	}
	const wires = (target: string) => ['conv2d-1', 'conv2d-2'].map((id) => edgeBetween({ id }, { id: target }));

	it('gives the size that all wires make together', () => {
		expect(judgeTogether(fork('concatenate', 6), wires('concatenate-1'), context)).toEqual({ verdict: 'fits', output: [8, 8, 10] });
		expect(judgeTogether(fork('add', 4), wires('add-1'), context)).toEqual({ verdict: 'fits', output: [8, 8, 4] });
	});

	it('finds what does not go together', () => {
		expect(judgeTogether(fork('add', 6), wires('add-1'), context).verdict).toBe('problem');
	});

	it('refuses several wires where one has room', () => {
		const answer = judgeTogether(fork('flatten', 4), wires('flatten-1'), context);
		expect(answer).toMatchObject({ verdict: 'refused', reason: { id: 'connect.refused.oneWire' } });
	});
});
