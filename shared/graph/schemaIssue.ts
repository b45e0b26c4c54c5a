import type { z } from 'zod';
import { type Message, message } from '../text/message.ts';

/** What of the saved form is wrong and where: "nodes → 3rd → position → x should be a number, but is "left"". */
export function explainSchemaIssue(issues: readonly z.core.$ZodIssue[], value: unknown): Message {
	const [issue] = issues;
	const path = issue?.path ?? [];
	const found = path.reduce<unknown>((inside, key) => (inside as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], value);
	const expected = issue && 'expected' in issue ? String(issue.expected) : 'other';
	return message('load.problem.schema', {
		place: placeOf(path),
		state: found === undefined ? 'missing' : 'wrong',
		expected,
		found: spell(found),
	});
}

/** A path in words, as nested messages so that every language can put its own ordinals. */
function placeOf(path: readonly PropertyKey[]): Message | string {
	const [first, ...rest] = path.map((key) => (typeof key === 'number' ? message('load.place.item', { number: key + 1 }) : String(key)));
	if (first === undefined) return message('load.place.document');
	return rest.reduce<Message | string>((outer, inner) => message('load.place.inside', { outer, inner }), first);
}

function spell(value: unknown): string {
	const written = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
	return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}
