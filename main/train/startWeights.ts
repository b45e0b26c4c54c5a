import type { GraphDocument } from '#shared/graph/document.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { matchWeights, toDocumentWeights } from '#shared/plan/startWeights.ts';
import type { StartedFrom } from '#shared/training/event.ts';
import type { WeightsStore } from '../documents/weightsStore.ts';
import type { KeptWeights } from './host/protocol.ts';
import { readStartWeights } from './readStartWeights.ts';
import { bestWeightsFile, startWeightsFile } from './runFolder.ts';
import type { RunRecord } from './runRecord.ts';
import type { RunStore } from './runStore.ts';

/** Weights of a run that began with some, in its own folder. */
export function startOf(folder: string, { startedFrom }: Pick<RunRecord, 'startedFrom'>): KeptWeights | null {
	return startedFrom && { file: startWeightsFile(folder), sha256: startedFrom.sha256 };
}

/** Weights that documents start from, on their way into runs and back. */
export class StartWeights {
	constructor(private readonly store: WeightsStore) {}

	/** Which layers they fill; `null` where the document has none. Throws a `Problem` where they are gone. */
	async describe({ weights }: GraphDocument, plan: ModelPlan): Promise<StartedFrom | null> {
		if (!weights) return null;
		const { filled, fresh } = matchWeights(plan, await this.store.sizes(weights));
		const nodes = new Map(plan.document.nodes.map(({ id, name }) => [id, name]));
		const names = plan.ops.filter(({ name }) => fresh.includes(name)).map(({ name, node }) => nodes.get(node) ?? name);
		return { ...weights, filled: filled.length, fresh: [...new Set(names)] };
	}

	async find({ weights }: GraphDocument): Promise<KeptWeights | null> {
		return weights ? { file: await this.store.find(weights), sha256: weights.sha256 } : null;
	}

	/** A run keeps its own copy, so that it can be repeated whatever becomes of the document. */
	async copyInto(folder: string, { weights }: GraphDocument): Promise<void> {
		if (weights) await this.store.copyTo(weights, startWeightsFile(folder));
	}

	/** The weights of a new run of this network, and where those that it keeps go. */
	async readIn(
		folder: string,
		plan: ModelPlan,
		startedFrom: StartedFrom,
	): Promise<{ readonly place: string; readonly weights: readonly NamedWeight[] }> {
		return { place: bestWeightsFile(folder), weights: await readStartWeights(plan, startOf(folder, { startedFrom })) };
	}

	/** Keeps a plan's weights for a document of the same layers; their SHA-256. */
	keep(plan: ModelPlan, weights: readonly NamedWeight[]): Promise<string> {
		return this.store.put(toDocumentWeights(plan, weights));
	}

	/** An earlier run that was made of the same weights, layers and data; `null` where there is none. */
	async findAdopted(runs: RunStore, document: GraphDocument, { sha256 }: StartedFrom): Promise<string | null> {
		for (const { id, epochs, status, startedFrom, hasWeights } of await runs.list(document.id)) {
			if (epochs.length > 0 || status !== 'finished' || startedFrom?.sha256 !== sha256 || !hasWeights) continue;
			const { document: known } = await runs.read(id);
			if (networkText(known) === networkText(document)) return id;
		}
		return null;
	}
}

/** What decides a network's answers, without where its cards stand. */
function networkText(document: unknown): string {
	const { nodes, edges, groups, dataset } = document as GraphDocument;
	return JSON.stringify([
		nodes.map(({ position, note, pinned, ...node }) => node),
		edges,
		groups.map(({ position, collapsed, ...group }) => group),
		dataset,
	]);
}
