import { Problem } from '#main/problem.ts';
import { words } from '#main/words.ts';
import { compareDocuments, type DocumentComparison, type FieldChange, isSameComparison } from '#shared/graph/compare/compareDocuments.ts';
import type { GraphDocument, GraphEdge } from '#shared/graph/document.ts';
import { findNode } from '#shared/graph/query.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { message } from '#shared/text/message.ts';
import { readGivenDocument } from './givenDocument.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** `layerloom diff A B`: what differs between two networks; 0 where nothing does, 1 where something does, 2 for a file that cannot be read. */
export async function diff(first: string, second: string, terminal: Terminal): Promise<ExitCode> {
	let a: GraphDocument;
	let b: GraphDocument;
	try {
		a = (await readGivenDocument(first)).document;
		b = (await readGivenDocument(second)).document;
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		terminal.complain(error.userMessage);
		return 2;
	}
	const comparison = compareDocuments(a, b);
	const isSame = isSameComparison(comparison);
	const costs = { before: costOf(a), after: costOf(b) };
	const { matches, ...changes } = comparison;
	terminal.answer({ same: isSame, ...changes, costs });
	if (!terminal.isJson) {
		if (isSame) terminal.say('cli.diff.same');
		else show(a, b, comparison, terminal);
		tellCosts(costs, terminal);
	}
	return isSame ? 0 : 1;
}

interface Cost {
	readonly weights: number;
	readonly multiplyAdds: number;
}

function costOf(document: GraphDocument): Cost {
	const { weights, multiplyAdds } = inferShapes(document, { dataset: null }).totals;
	return { weights, multiplyAdds };
}

function show(
	a: GraphDocument,
	b: GraphDocument,
	{ nodes, edges, groups, settings, training }: DocumentComparison,
	terminal: Terminal,
): void {
	for (const { name, kind } of nodes.removed) terminal.line(`- ${name} (${kind})`);
	for (const { name, kind } of nodes.added) terminal.line(`+ ${name} (${kind})`);
	for (const { before, fields } of nodes.changed) tellFields(before.name, fields, terminal);
	for (const edge of edges.removed) terminal.line(`- ${wireText(a, edge)}`);
	for (const edge of edges.added) terminal.line(`+ ${wireText(b, edge)}`);
	for (const { name } of groups.removed) terminal.line(`- ${words.text(message('cli.diff.group', { name }))}`);
	for (const { name } of groups.added) terminal.line(`+ ${words.text(message('cli.diff.group', { name }))}`);
	for (const { before, fields } of groups.changed)
		tellFields(words.text(message('cli.diff.group', { name: before.name })), fields, terminal);
	tellFields(words.text(message('cli.diff.document')), settings, terminal);
	tellFields(words.text(message('cli.diff.training')), training, terminal);
}

function tellFields(where: string, fields: readonly FieldChange[], terminal: Terminal): void {
	for (const { field, before, after } of fields) terminal.line(`~ ${where} ${field}: ${valueText(before)} → ${valueText(after)}`);
}

function valueText(value: unknown): string {
	return value === undefined ? '–' : JSON.stringify(value);
}

function wireText(document: GraphDocument, { source, target }: GraphEdge): string {
	return `${findNode(document, source)?.name ?? source} → ${findNode(document, target)?.name ?? target}`;
}

function tellCosts({ before, after }: { readonly before: Cost; readonly after: Cost }, terminal: Terminal): void {
	for (const kind of ['weights', 'multiplyAdds'] as const) {
		terminal.say(`cli.diff.${kind}`, { before: before[kind], after: after[kind] });
	}
}
