import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { GraphDocument } from '#shared/graph/document.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import type { NamedWeight } from '#shared/plan/plan.ts';
import { type Message, message } from '#shared/text/message.ts';
import { readProblem } from '../documents/fileProblem.ts';
import { Problem } from '../problem.ts';
import { words } from '../words.ts';
import type { ImportedNetwork, Importer } from './importer.ts';
import { importers } from './importers.ts';
import { isSameButOnes } from './keras/network.ts';
import { assertFileSize, damaged } from './limits.ts';
import { toDocument } from './toDocument.ts';

export interface ImportResult {
	readonly format: string;
	readonly title: Message;
	readonly document: GraphDocument;
	/** Named `node/weight`. */
	readonly weights: readonly NamedWeight[];
	readonly notes: readonly Message[];
	/** Layers that stand for something unknown: name, and what they were. */
	readonly placeholders: readonly { readonly name: string; readonly reason: Message }[];
}

/** Reads a network of another tool by the ending of its name. Throws a `Problem` that says what was found and expected. */
export async function importFile(path: string, signal?: AbortSignal): Promise<ImportResult> {
	const ending = extname(path).toLowerCase();
	const importer = importers.find(({ endings }) => endings.includes(ending));
	if (!importer) {
		const known = importers.flatMap(({ endings }) => endings).join(', ');
		throw new Problem(message('importing.problem.unknownFormat', { name: basename(path), known }));
	}
	const network = await readNetwork(importer, path, signal);
	const title = basename(path, extname(path));
	const { document, sources, notes } = toDocument(network, idOf(title), title);
	const placeholders = network.layers.flatMap(({ name, unknown }) => (unknown ? [{ name, reason: unknown }] : []));
	const noted = {
		...document,
		nodes: document.nodes.map((node) => {
			const reason = sources.get(node.id)?.unknown;
			return reason ? { ...node, note: words.text(reason) } : node;
		}),
	};
	const weights = [...sources].flatMap(([node, layer]) =>
		[...layer.weights].map(([name, tensor]) => ({ name: `${node}/${name}`, ...tensor })),
	);
	const own = fitted(noted, weights);
	return {
		format: importer.name,
		title: importer.title,
		document: noted,
		weights: own.weights,
		notes: [...notes, ...own.notes],
		placeholders,
	};
}

/** What is no problem of its own kind is a file that is not what its name says, or was cut short. */
async function readNetwork(importer: Importer, path: string, signal: AbortSignal | undefined): Promise<ImportedNetwork> {
	const name = basename(path);
	const { size } = await stat(path).catch((error: unknown) => {
		throw readProblem(path, error);
	});
	assertFileSize(name, size);
	try {
		return await importer.read(path, signal);
	} catch (error) {
		if (error instanceof Problem || signal?.aborted) throw error;
		throw damaged(name, error);
	}
}

/** Weights in the sizes of the plan; without a plan, where placeholders stand in the way, as they are. */
function fitted(document: GraphDocument, weights: readonly NamedWeight[]): { weights: readonly NamedWeight[]; notes: readonly Message[] } {
	const planned = buildPlan(document, { dataset: null, answersOnly: true });
	if (!planned.ok) return { weights, notes: [] };
	const wanted = planned.value.ops.flatMap((op) =>
		op.weights.map(({ name, shape }) => ({ key: `${op.node}/${name}`, op: op.name, shape })),
	);
	const known = new Map(weights.map((weight) => [weight.name, weight]));
	const fresh = new Set<string>();
	const sized = wanted.flatMap(({ key, op, shape }) => {
		const found = known.get(key);
		if (!found) {
			fresh.add(op);
			return [];
		}
		if (!isSameButOnes(found.shape, shape)) {
			throw new Problem(message('importing.problem.weightSize', { layer: op, found: found.shape, expected: shape }));
		}
		return [{ ...found, shape }];
	});
	return { weights: sized, notes: fresh.size > 0 ? [message('importing.note.fresh', { layers: [...fresh].join(', ') })] : [] };
}

function idOf(title: string): string {
	return `import-${createHash('sha256').update(`${title}${Date.now()}`).digest('hex').slice(0, 12)}`;
}
