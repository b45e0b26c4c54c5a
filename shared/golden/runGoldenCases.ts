import { z } from 'zod';
import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerDefinition } from '../layers/defineLayer.ts';
import { parseConfig } from '../layers/fields.ts';
import { countValues, isSameShape, type TensorShape } from '../tensor/shape.ts';
import { type KnownException, knownExceptions } from './knownExceptions.ts';

const shapeSchema = z.array(z.int().positive());

/** One layer as a framework judges it: sizes without the batch axis, channels-last; `error` where the framework refuses. */
export const goldenCaseSchema = z.object({
	kind: z.string(),
	config: z.record(z.string(), z.json()),
	inputs: z.array(shapeSchema),
	output: shapeSchema.optional(),
	weights: z.int().min(0).optional(),
	trainableWeights: z.int().min(0).optional(),
	error: z.string().optional(),
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
	/** Kinds of the table that the catalogue does not have, with the number of their cases; these count neither way. */
	readonly unknownKinds: ReadonlyMap<string, number>;
}

/** Compares every case of a table from another framework with our own answer. */
export function runGoldenCases(table: GoldenTable): GoldenResult {
	let agree = 0;
	const differ: GoldenDifference[] = [];
	const exceptions: GoldenDifference[] = [];
	const unknownKinds = new Map<string, number>();
	for (const [index, given] of table.cases.entries()) {
		const definition = layerDefinition(given.kind);
		if (!definition) {
			unknownKinds.set(given.kind, (unknownKinds.get(given.kind) ?? 0) + 1);
			continue;
		}
		const ours = answer(definition, given);
		if (isSameAnswer(given, ours)) {
			agree++;
			continue;
		}
		const exception = knownExceptions.find((known) => known.applies(given, ours)) ?? null;
		(exception ? exceptions : differ).push({ index, given, ours, exception });
	}
	return { agree, differ, exceptions, unknownKinds };
}

function answer(definition: LayerDefinition, given: GoldenCase): GoldenAnswer {
	const refuse = (problems: readonly string[]): GoldenAnswer => ({ output: null, weights: 0, trainableWeights: 0, problems });
	const mapped = mapConfig(definition, given.config);
	const unknown = Object.keys(mapped).filter((name) => !Object.hasOwn(definition.fields, name));
	// A setting that we do not have is a difference, whatever size comes out.
	if (unknown.length > 0) return refuse(unknown.map((name) => `unknownField ${name}`));
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
	if (ours.problems.some((problem) => problem.startsWith('unknownField'))) return false;
	if (given.error !== undefined) return ours.output === null;
	return (
		given.output !== undefined &&
		isSameShape(given.output, ours.output) &&
		(given.weights === undefined || given.weights === ours.weights) &&
		(given.trainableWeights === undefined || given.trainableWeights === ours.trainableWeights)
	);
}
