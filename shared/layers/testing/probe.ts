import type { DatasetDescription } from '../../datasets/dataset.ts';
import type { NodeConfig } from '../../graph/document.ts';
import { countValues, type TensorShape } from '../../tensor/shape.ts';
import { english } from '../../text/en/english.ts';
import { createFormatter } from '../../text/formatter.ts';
import { layerDefinition, problemWord } from '../catalogue.ts';
import type { LayerContext, LayerDefinition, LayerProblem, WeightSpec } from '../defineLayer.ts';
import { initialConfig, parseConfig } from '../fields.ts';
import type { FormulaLine } from '../formula.ts';
import type { KerasLayer } from '../targets.ts';

/** All that a layer says about one setting and input, for the tests of the kinds. */
export interface Probe {
	/** `null` where the layer refuses. */
	readonly output: TensorShape | null;
	readonly problems: readonly LayerProblem[];
	/** Codes with their severity: `remainder warning`. */
	readonly codes: readonly string[];
	readonly specs: readonly WeightSpec[];
	readonly weights: number;
	readonly trainableWeights: number;
	readonly multiplyAdds: number;
	readonly keras: readonly KerasLayer[];
}

export interface ProbeContext {
	readonly fractions?: 'floor' | 'strict';
	readonly dataset?: DatasetDescription;
}

const formatter = createFormatter('en', english);

export function contextOf({ fractions = 'floor', dataset }: ProbeContext = {}): LayerContext {
	return { settings: { fractions, memoryBudget: null }, dataset: dataset ?? null };
}

/** Asks a kind everything for settings that its fields accept; throws where they do not. */
export function probe(definition: LayerDefinition, raw: NodeConfig, inputs: readonly TensorShape[], context: ProbeContext = {}): Probe {
	const parsed = parseConfig(definition, raw);
	if (!parsed.ok) throw new Error(`Settings refused: ${parsed.problem.map(({ field }) => field).join(', ')}`);
	const config = parsed.value;
	const inferred = definition.inferShape(config, inputs, contextOf(context));
	const problems = inferred.ok ? inferred.value.remarks : inferred.problem;
	const codes = problems.map(({ code, severity }) => `${code} ${severity}`);
	if (!inferred.ok) return { output: null, problems, codes, specs: [], weights: 0, trainableWeights: 0, multiplyAdds: 0, keras: [] };
	const { output } = inferred.value;
	const specs = definition.weights(config, inputs, output);
	const count = (chosen: readonly WeightSpec[]) => chosen.reduce((sum, { shape }) => sum + countValues(shape), 0);
	return {
		output,
		problems,
		codes,
		specs,
		weights: count(specs),
		trainableWeights: count(specs.filter(({ isTrainable }) => isTrainable)),
		multiplyAdds: definition.multiplyAdds(config, inputs, output),
		keras: definition.targets.keras(config, { inputs, output }),
	};
}

/** `14 × 14 × 6`, or the codes of the problems that stop the layer. */
export function outcome(definition: LayerDefinition, raw: NodeConfig, inputs: readonly TensorShape[], context: ProbeContext = {}): string {
	const { output, codes } = probe(definition, raw, inputs, context);
	return output ? output.join('×') : codes.join(', ');
}

/** The sentences of a problem as a person reads them, thin spaces made plain. */
export function wording(definition: LayerDefinition, problem: LayerProblem): { readonly title: string; readonly text: string } {
	const values = { ...problem.values, node: 'this layer', from: 'the layer before' };
	const word = (part: 'title' | 'text') => plain(formatter.text(problemWord(definition, problem.code, part, values)));
	return { title: word('title'), text: word('text') };
}

/** A layer's two lines on its card. */
export function card(definition: LayerDefinition, raw: NodeConfig, context: ProbeContext = {}): readonly string[] {
	const parsed = parseConfig(definition, raw);
	if (!parsed.ok) throw new Error('Settings refused');
	const values = definition.cardValues(parsed.value, contextOf(context));
	return [0, 1].map((row) => plain(formatter.text({ id: `layer.${definition.kind}.card.${row}`, values })));
}

export function words(message: Parameters<typeof formatter.text>[0]): string {
	return plain(formatter.text(message));
}

function plain(text: string): string {
	return text.replace(/[\u2009\u00a0]/g, ' ');
}

/** A formula line as a reader sees it: symbols, numbers, result. */
export function spell(formulaLine: FormulaLine | null | undefined): readonly (string | number | null)[] {
	if (!formulaLine) return [];
	return [
		formulaLine.tokens.map(({ symbol }) => symbol).join(''),
		formulaLine.tokens.map(({ number }) => number).join(''),
		formulaLine.result,
	];
}

/** Carries out each repair of each problem the way the editor would; names those after which the problem is still there. */
export function uncured(
	definition: LayerDefinition,
	raw: NodeConfig,
	inputs: readonly TensorShape[],
	context: ProbeContext = {},
): readonly string[] {
	const before = probe(definition, raw, inputs, context);
	return before.problems.flatMap((problem) =>
		(problem.fixes ?? [])
			.filter((fix) => {
				if (fix.kind === 'setConfig') return remains(problem, probe(definition, { ...raw, ...fix.config }, inputs, context));
				const other = layerDefinition(fix.layerKind);
				if (!other) throw new Error(`A repair names the unknown kind ${fix.layerKind}`);
				const config = { ...initialConfig(other), ...fix.config };
				if (fix.kind === 'replaceKind') return remains(problem, probe(other, config, inputs, context));
				const input = inputs[fix.input];
				const inserted = input && probe(other, config, [input], context).output;
				if (!inserted) return true;
				return remains(
					problem,
					probe(
						definition,
						raw,
						inputs.map((shape, index) => (index === fix.input ? inserted : shape)),
						context,
					),
				);
			})
			.map((fix) => `${problem.code}: ${fix.id}`),
	);
}

/** Another error may take the place of an error, with repairs of its own; a remark must not be exchanged for one. */
function remains(problem: LayerProblem, after: Probe): boolean {
	return after.problems.some(({ code }) => code === problem.code) || (problem.severity !== 'error' && after.output === null);
}

/** A made-up dataset for checks against the data. */
export function datasetOf(shape: TensorShape, classes: number): DatasetDescription {
	return {
		reference: { kind: 'bundled', name: 'digits' },
		title: 'Digits',
		shape,
		classes: Array.from({ length: classes }, (_, index) => String(index)),
		counts: { train: 8000, test: 2000 },
		problems: [],
		problemCount: 0,
		credit: null,
	};
}
