import { describeIfAny } from '#main/datasets/datasets.ts';
import type { DataOptions } from '#main/datasets/trainingData.ts';
import { Problem } from '#main/problem.ts';
import { words } from '#main/words.ts';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import type { Message } from '#shared/text/message.ts';
import { inColumns } from './columns.ts';
import { tellDataProblems } from './dataProblems.ts';
import { readGivenDocument } from './givenDocument.ts';
import { type ExitCode, type Terminal, wordDiagnostic } from './terminal.ts';

/** `layerloom check FILE`: sizes, costs and problems of a document. */
export async function check(file: string, places: DataOptions, terminal: Terminal): Promise<ExitCode> {
	let document: GraphDocument;
	try {
		const opened = await readGivenDocument(file);
		document = opened.document;
		for (const repair of opened.repairs) terminal.complain(repair.message);
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return refuse(error.userMessage, terminal);
	}
	const { dataset, problem } = await describeIfAny(document.dataset, places);
	if (dataset) tellDataProblems(dataset, terminal);
	const inference = inferShapes(document, { dataset });
	const ok = problem === null && !inference.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
	terminal.answer({
		ok,
		diagnostics: [...(problem ? [dataDiagnostic(problem)] : []), ...inference.diagnostics.map(wordDiagnostic)],
		...numbers(document, inference),
		dataset,
	});
	if (!terminal.isJson) show(document, inference, problem, terminal);
	return ok ? 0 : 1;
}

/** A file that cannot be read has no nodes, but the same form of answer. */
function refuse(problem: Message, terminal: Terminal): ExitCode {
	const totals = { weights: 0, trainableWeights: 0, multiplyAdds: 0, activationBytes: 0, fileBytes: 0 };
	terminal.complain(problem);
	terminal.answer({ ok: false, diagnostics: [plainDiagnostic('documentUnreadable', problem)], nodes: [], totals });
	return 1;
}

function dataDiagnostic(problem: Message) {
	return plainDiagnostic('dataUnreadable', problem);
}

function plainDiagnostic(code: string, problem: Message) {
	const text = words.text(problem);
	return { code, severity: 'error', place: { kind: 'document' }, title: text, text, received: null, expected: null, fixes: [] };
}

function numbers(document: GraphDocument, inference: Inference) {
	const byId = new Map(document.nodes.map((node) => [node.id, node]));
	const nodes = inference.order.map((id) => {
		const node = byId.get(id);
		const inferred = inference.nodes.get(id);
		return {
			id,
			name: node?.name ?? id,
			kind: node?.kind ?? null,
			status: inferred?.status ?? 'unknown',
			inputs: inferred?.inputs ?? [],
			output: inferred?.output ?? null,
			weights: inferred?.weightCount ?? 0,
			trainableWeights: inferred?.trainableWeightCount ?? 0,
			multiplyAdds: inferred?.multiplyAdds ?? 0,
			activationBytes: inferred?.activationBytes ?? 0,
			receptiveField: inferred?.receptiveField ?? null,
		};
	});
	return { nodes, totals: inference.totals, inputShape: inference.inputShape, outputShape: inference.outputShape };
}

function show(document: GraphDocument, inference: Inference, problem: Message | null, terminal: Terminal): void {
	const { nodes, totals } = numbers(document, inference);
	const heading = ['name', 'kind', 'output', 'weights', 'multiplyAdds'].map((column) => words.text({ id: `cli.check.column.${column}` }));
	const rows = nodes.map((node) => [
		node.name,
		node.kind ?? '',
		words.shape(node.output),
		words.count(node.weights),
		words.count(node.multiplyAdds),
	]);
	terminal.line(inColumns([heading, ...rows], new Set([0, 1, 2])));
	terminal.say('cli.check.totals', {
		weights: totals.weights,
		trainable: totals.trainableWeights,
		multiplyAdds: totals.multiplyAdds,
		file: words.bytes(totals.fileBytes),
	});
	if (problem) terminal.complain(problem);
	for (const diagnostic of inference.diagnostics) {
		const { place, severity, title, text, fixes } = diagnostic;
		const node = place.kind === 'node' ? document.nodes.find((candidate) => candidate.id === place.node) : undefined;
		const group = place.kind === 'group' ? document.groups.find((candidate) => candidate.id === place.group) : undefined;
		const where = node?.name ?? group?.name ?? words.text({ id: 'cli.check.wholeDocument' });
		terminal.say(`cli.check.${severity}`, { where, title, text });
		for (const fix of fixes) terminal.say('cli.check.fix', { label: fix.label });
	}
	const errors = inference.diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length + (problem ? 1 : 0);
	terminal.say(errors === 0 ? 'cli.check.fine' : 'cli.check.errors', { count: errors });
}
