import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeConfig } from '../graph/document.ts';
import { countValues } from '../tensor/shape.ts';
import { english } from '../text/en/english.ts';
import { catalogue, categories, fieldWord, layerDefinition, layersIn, layerTexts, problemWord } from './catalogue.ts';
import type { FixProposal, LayerDefinition } from './defineLayer.ts';
import { initialConfig, parseConfig } from './fields.ts';
import { configOf, inputsOf } from './testing/arbitraries.ts';
import { card, contextOf, datasetOf, type ProbeContext, uncured, words } from './testing/probe.ts';

const context: fc.Arbitrary<ProbeContext> = fc.record(
	{
		fractions: fc.constantFrom('floor' as const, 'strict' as const),
		dataset: fc.constantFrom(datasetOf([28, 28, 1], 10), datasetOf([32, 32, 3], 2)),
	},
	{ requiredKeys: [] },
);

function parsed(definition: LayerDefinition, raw: NodeConfig) {
	const result = parseConfig(definition, raw);
	if (!result.ok) throw new Error(`${definition.kind} refuses ${JSON.stringify(raw)}`);
	return result.value;
}

describe('the catalogue', () => {
	it('names every kind once', () => {
		const kinds = catalogue.map(({ kind }) => kind);
		expect(new Set(kinds).size).toBe(kinds.length);
		for (const kind of kinds) expect(layerDefinition(kind)?.kind).toBe(kind);
	});

	it('knows nothing of a kind that it does not list', () => {
		expect(layerDefinition('conv9d')).toBeUndefined();
		expect(layerDefinition('constructor')).toBeUndefined();
	});

	it('lists the kinds in the order of the palette', () => {
		expect(categories.flatMap(layersIn)).toEqual(catalogue);
	});

	it('titles every palette group', () => {
		for (const category of categories) expect(english).toHaveProperty([`category.${category}`]);
	});

	it('overwrites no sentence of the app with one of a kind', () => {
		const ids = Object.keys(layerTexts());
		expect(ids.filter((id) => !id.startsWith('layer.'))).toEqual([]);
	});
});

describe.each(catalogue.map((definition) => [definition.kind, definition] as const))('%s', (kind, definition) => {
	it('accepts its own initial settings, before and after a trip through a file', () => {
		const initial = initialConfig(definition);
		expect(parsed(definition, initial)).toEqual(parsed(definition, {}));
		expect(parsed(definition, JSON.parse(JSON.stringify(initial)))).toEqual(parsed(definition, initial));
	});

	it('has a title, two lines for the card and an explanation of two sentences or more', () => {
		const { title, nodeName, summary, explanation, synonyms } = definition.text;
		for (const text of [title, nodeName, summary]) expect(text.trim()).not.toBe('');
		expect(explanation.split(/[.?!](?:\s|$)/).length).toBeGreaterThan(2);
		expect(synonyms.length).toBeGreaterThan(0);
		expect(card(definition, initialConfig(definition)).join('')).not.toMatch(/layer\.|field\.|[{}]/);
	});

	it('labels every field and every option, and explains the fields', () => {
		for (const [name, field] of Object.entries(definition.fields)) {
			expect(english).toHaveProperty([fieldWord(definition, name, 'label').id]);
			expect(english).toHaveProperty([fieldWord(definition, name, 'help').id]);
			if (field.control.kind !== 'choice') continue;
			for (const option of field.control.options) expect(english).toHaveProperty([fieldWord(definition, name, `option.${option}`).id]);
		}
	});

	it('lets a field follow an earlier one alone', () => {
		const names = Object.keys(definition.fields);
		for (const [name, { follows }] of Object.entries(definition.fields)) {
			if (follows !== undefined) expect(names.slice(0, names.indexOf(name))).toContain(follows);
		}
	});

	it('has an output unless it is the end, and inputs unless it is the beginning', () => {
		expect(definition.outputs.length > 0).toBe(definition.endpoint !== 'sink');
		expect(definition.inputs.length > 0).toBe(definition.endpoint !== 'source');
	});

	it('answers any settings and inputs: the same twice, whole positive sizes, or a problem', () => {
		fc.assert(
			fc.property(configOf(definition), inputsOf(definition), context, (raw, inputs, asked) => {
				const config = parsed(definition, raw);
				const before = JSON.stringify([config, inputs]);
				const inferred = definition.inferShape(config, inputs, contextOf(asked));
				const again = definition.inferShape(config, inputs, contextOf(asked));
				expect(again).toEqual(inferred);
				expect(JSON.stringify([config, inputs])).toBe(before);
				if (!inferred.ok) {
					expect(inferred.problem.length).toBeGreaterThan(0);
					return;
				}
				const { output } = inferred.value;
				expect(output.every((size) => Number.isSafeInteger(size) && size > 0)).toBe(true);
			}),
			{ numRuns: 120 },
		);
	});

	it('words every problem that it finds, and every repair', () => {
		fc.assert(
			fc.property(configOf(definition), inputsOf(definition), context, (raw, inputs, asked) => {
				const inferred = definition.inferShape(parsed(definition, raw), inputs, contextOf(asked));
				for (const problem of inferred.ok ? inferred.value.remarks : inferred.problem) {
					if (problem.field !== undefined) expect(definition.fields).toHaveProperty(problem.field);
					const values = { ...problem.values, node: 'a', from: 'b' };
					const messages = [
						problemWord(definition, problem.code, 'title', values),
						problemWord(definition, problem.code, 'text', values),
						problem.received,
						problem.expected,
						...(problem.fixes ?? []).flatMap((fix) => [fix.label, fix.detail]),
					];
					for (const one of messages) {
						if (!one) continue;
						expect(english).toHaveProperty([one.id]);
						expect(words(one)).not.toMatch(/layer\.|field\.|fix\.|diagnostic\.|[{}]/);
					}
					const ids = (problem.fixes ?? []).map(({ id }: FixProposal) => id);
					expect(new Set(ids).size).toBe(ids.length);
					for (const fix of problem.fixes ?? []) {
						if (fix.kind !== 'setConfig') expect(layerDefinition(fix.layerKind), `${kind}: ${fix.id}`).toBeDefined();
					}
				}
			}),
			{ numRuns: 120 },
		);
	});

	it('offers only repairs that take the problem away', () => {
		fc.assert(
			fc.property(configOf(definition), inputsOf(definition), context, (raw, inputs, asked) => {
				expect(uncured(definition, raw, inputs, asked)).toEqual([]);
			}),
			{ numRuns: 120 },
		);
	});

	it('counts, costs, explains and writes itself for every size that it accepts', () => {
		fc.assert(
			fc.property(configOf(definition), inputsOf(definition), (raw, inputs) => {
				const config = parsed(definition, raw);
				const inferred = definition.inferShape(config, inputs, contextOf());
				if (!inferred.ok) return;
				const { output } = inferred.value;
				const specs = definition.weights(config, inputs, output);
				const count = specs.reduce((sum, spec) => sum + countValues(spec.shape), 0);
				expect(specs.every((spec) => spec.shape.every((size) => Number.isSafeInteger(size) && size > 0))).toBe(true);
				expect(new Set(specs.map(({ name }) => name)).size).toBe(specs.length);
				const cost = definition.multiplyAdds(config, inputs, output);
				expect(Number.isSafeInteger(cost) && cost >= 0).toBe(true);
				expect(['point', 'window', 'whole']).toContain(definition.sight(config, inputs).kind);
				const formula = definition.formula?.(config, inputs, output);
				if (formula?.weights) expect(formula.weights.result).toBe(count);
				if (formula?.multiplyAdds) expect(formula.multiplyAdds.result).toBe(cost);
				if (formula && count > 0) expect(formula.weights).not.toBeNull();
				for (const line of formula?.size ?? []) expect(english).toHaveProperty([line.label]);
				const keras = definition.targets.keras(config, { inputs, output });
				expect(keras.flatMap(({ weights }) => weights)).toEqual(specs.map(({ name }) => name));
				expect(JSON.parse(JSON.stringify(keras))).toEqual(keras);
			}),
			{ numRuns: 120 },
		);
	});

	it('ends the formula of the width, height and depth with the size that it infers', () => {
		fc.assert(
			fc.property(configOf(definition), inputsOf(definition), (raw, inputs) => {
				const config = parsed(definition, raw);
				const inferred = definition.inferShape(config, inputs, contextOf());
				if (!inferred.ok || inferred.value.output.length !== 3) return;
				const { output } = inferred.value;
				const results = new Map(definition.formula?.(config, inputs, output).size.map(({ label, result }) => [label, result]));
				const expected = { 'formula.height': output[0], 'formula.width': output[1], 'formula.depth': output[2] };
				for (const [label, size] of Object.entries(expected)) if (results.has(label)) expect(results.get(label)).toBe(size);
			}),
			{ numRuns: 100 },
		);
	});
});
