import { z } from 'zod';
import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerDefinition } from '../layers/defineLayer.ts';
import { parseConfig } from '../layers/fields.ts';
import { countValues, isSameShape, type TensorShape } from '../tensor/shape.ts';
import { type KnownException, knownExceptions } from './knownExceptions.ts';

/** Begins what we say to a kind or a setting that we do not have: a difference, even where the framework refuses too. */
const UNKNOWN = 'unknown';

/** Also sizes that no tensor has: a framework's refusal of them is a case like any other. */
const shapeSchema = z.array(z.int());

/** One layer as a framework judges it: sizes without the batch axis, channels-last; `error` where the framework refuses. */
const goldenCaseSchema = z.object({
	kind: z.string(),
	config: z.record(z.string(), z.json()),
	inputs: z.array(shapeSchema),
	output: shapeSchema.nullish(),
	weights: z.int().min(0).nullish(),
	trainableWeights: z.int().min(0).nullish(),
	error: z.string().nullish(),
});

export const goldenTableSchema = z.object({ source: z.string(), cases: z.array(goldenCaseSchema) });

export type GoldenCase = z.infer<typeof goldenCaseSchema>;
export type GoldenTable = z.infer<typeof goldenTableSchema>;

/** What we say about a case: size and weights, or why not. */
export interface GoldenAnswer {
	readonly output: TensorShape | null;
	readonly weights: number;
	readonly trainableWeights: number;
	/** Codes of the problems, or the fields that refused their values. */
	readonly problems: readonly string[];
}

export interface GoldenDifference {
	readonly index: number;
	readonly given: GoldenCase;
	readonly ours: GoldenAnswer;
	/** Why we differ on purpose. */
	readonly exception: KnownException | null;
}

export interface GoldenResult {
	readonly agree: number;
	readonly differ: readonly GoldenDifference[];
	readonly exceptions: readonly GoldenDifference[];
}

/** Compares every case of a table from another framework with our own answer. */
export function runGoldenCases(table: GoldenTable): GoldenResult {
	let agree = 0;
	const differ: GoldenDifference[] = [];
	const exceptions: GoldenDifference[] = [];
	for (const [index, given] of table.cases.entries()) {
		const ours = answer(given);
		if (isSameAnswer(given, ours)) {
			agree++;
			continue;
		}
		const exception = knownExceptions.find((known) => known.applies(given, ours)) ?? null;
		(exception ? exceptions : differ).push({ index, given, ours, exception });
	}
	return { agree, differ, exceptions };
}

function answer(given: GoldenCase): GoldenAnswer {
	const refuse = (problems: readonly string[]): GoldenAnswer => ({ output: null, weights: 0, trainableWeights: 0, problems });
	const definition = layerDefinition(given.kind);
	if (!definition) return refuse([`${UNKNOWN} kind ${given.kind}`]);
	const fed = definition.inputs.some((port) => port.many) ? given.inputs.length >= 1 : given.inputs.length === definition.inputs.length;
	if (!fed || !given.inputs.every((shape) => shape.every((size) => size > 0))) return refuse(['badInputs']);
	const mapped = mapConfig(definition, given.config);
	const unknown = Object.keys(mapped).filter((name) => !Object.hasOwn(definition.fields, name));
	if (unknown.length > 0) return refuse(unknown.map((name) => `${UNKNOWN} field ${name}`));
	const config = parseConfig(definition, mapped);
	if (!config.ok) return refuse(config.problem.map(({ field }) => `badConfig ${field}`));
	const inferred = definition.inferShape(config.value, given.inputs, {
		settings: { fractions: 'floor', memoryBudget: null },
		dataset: null,
	});
	if (!inferred.ok) return refuse(inferred.problem.map(({ code }) => code));
	const { output } = inferred.value;
	const weights = definition.weights(config.value, given.inputs, output);
	const count = (isCounted: (isTrainable: boolean) => boolean) =>
		weights.reduce((sum, spec) => (isCounted(spec.isTrainable) ? sum + countValues(spec.shape) : sum), 0);
	return { output, weights: count(() => true), trainableWeights: count((isTrainable) => isTrainable), problems: [] };
}

/** Tables write four sides flat, `top` … `right`; we keep them in the one field that has sides. */
function mapConfig(definition: LayerDefinition, config: GoldenCase['config']): GoldenCase['config'] {
	const sides = ['top', 'bottom', 'left', 'right'];
	const [field] = Object.entries(definition.fields).find(([, { control }]) => control.kind === 'sides') ?? [];
	if (field === undefined || !sides.every((side) => Object.hasOwn(config, side))) return config;
	const rest = Object.entries(config).filter(([name]) => !sides.includes(name));
	return { ...Object.fromEntries(rest), [field]: Object.fromEntries(sides.map((side) => [side, config[side] ?? 0])) };
}

function isSameAnswer(given: GoldenCase, ours: GoldenAnswer): boolean {
	if (ours.problems.some((problem) => problem.startsWith(UNKNOWN))) return false;
	// A size of nothing, which PyTorch allows, is no answer.
	if (typeof given.error === 'string' || given.output?.some((size) => size <= 0)) return ours.output === null;
	return (
		isSameShape(given.output ?? null, ours.output) &&
		(given.weights ?? ours.weights) === ours.weights &&
		(given.trainableWeights ?? ours.trainableWeights) === ours.trainableWeights
	);
}
