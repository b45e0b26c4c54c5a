import { z } from 'zod';
import { failure, ok, type Result } from '../result.ts';
import { type GoldenCase, type GoldenDifference, type GoldenTable, goldenTableSchema, runGoldenCases } from './runGoldenCases.ts';

/** A table as it is on the disk, and the name to call it by. */
export interface GoldenFile {
	readonly name: string;
	readonly text: string;
}

export interface GoldenReport {
	/** Every mismatch, then `N agree, N differ, N known exceptions`. */
	readonly lines: readonly string[];
	readonly differs: boolean;
}

/** Compares tables of other frameworks with our answers; fails with the reason where a file is no such table. */
export function goldenReport(files: readonly GoldenFile[]): Result<GoldenReport, string> {
	const lines: string[] = [];
	const total = { agree: 0, differ: 0, exceptions: 0 };
	for (const { name, text } of files) {
		const table = readTable(text);
		if (!table.ok) return failure(`${name}: ${table.problem}`);
		const { agree, differ, exceptions } = runGoldenCases(table.value);
		for (const difference of differ) lines.push(`${name}, ${describe(difference)}`);
		for (const known of exceptions) lines.push(`${name}, ${describe(known)}; on purpose: ${known.exception?.reason}`);
		total.agree += agree;
		total.differ += differ.length;
		total.exceptions += exceptions.length;
	}
	lines.push(`${total.agree} agree, ${total.differ} differ, ${total.exceptions} known exceptions`);
	return ok({ lines, differs: total.differ > 0 });
}

function readTable(text: string): Result<GoldenTable, string> {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		return failure(`this is no JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
	const parsed = goldenTableSchema.safeParse(data);
	return parsed.success ? ok(parsed.data) : failure(`this is no golden table. ${z.prettifyError(parsed.error)}`);
}

/** `case 12, dense {"units":10} of 84: expected 10, 850 weights; found 11, 935 weights`. */
function describe({ index, given, ours }: GoldenDifference): string {
	const inputs = given.inputs.map((shape) => shape.join('×')).join(' and ') || 'nothing';
	const found = ours.output === null ? `refused (${ours.problems.join(', ')})` : spellAnswer({ ...ours, output: [...ours.output] }, given);
	const expected = given.output ? spellAnswer(given, given) : `refused (${given.error ?? 'no reason given'})`;
	return `case ${index}, ${given.kind} ${JSON.stringify(given.config)} of ${inputs}: expected ${expected}; found ${found}`;
}

/** Names only the counts that the table has. */
function spellAnswer(answer: Pick<GoldenCase, 'output' | 'weights' | 'trainableWeights'>, given: GoldenCase): string {
	return [
		answer.output?.join('×'),
		typeof given.weights === 'number' ? `${answer.weights} weights` : null,
		typeof given.trainableWeights === 'number' ? `${answer.trainableWeights} of them trainable` : null,
	]
		.filter((part) => part !== null)
		.join(', ');
}
