import type { DatasetReference } from '../datasets/dataset.ts';
import type { GraphDocument, GraphNode, NodeId } from '../graph/document.ts';
import { isSameData } from '../json.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import { parseConfig } from '../layers/fields.ts';
import type { TrainingConfig } from './config.ts';

/** What one run was made from. */
export interface ComparedRun {
	readonly document: GraphDocument;
	readonly training: TrainingConfig;
	readonly dataset: { readonly reference: DatasetReference | null; readonly fingerprint: string | null };
	readonly made: { readonly program: string; readonly engine: string | null; readonly processor: string };
}

/** A setting that not all runs share, with each run's value, in the order of the runs. */
export interface SettingDifference {
	readonly name: keyof TrainingConfig | 'seed' | 'dataset' | 'engine' | 'program' | 'processor';
	readonly values: readonly unknown[];
}

/** What differs about one layer. A run without the layer has `null` for its `node`. */
export interface LayerDifference {
	readonly node: NodeId;
	/** As the layer is called in the first run that has it. */
	readonly name: string;
	readonly kind: string;
	readonly what:
		| { readonly kind: 'presence'; readonly values: readonly boolean[] }
		/** `field` is a setting of the layer's kind. */
		| { readonly kind: 'field'; readonly field: string; readonly values: readonly unknown[] }
		| { readonly kind: 'flag'; readonly flag: 'muted' | 'frozen'; readonly values: readonly boolean[] }
		/** Names of the layers that it is fed by, in order; layers that not all runs have are looked through. */
		| { readonly kind: 'inputs'; readonly values: readonly (readonly string[])[] }
		| { readonly kind: 'layerKind'; readonly values: readonly string[] };
}

export interface RunComparison {
	readonly settings: readonly SettingDifference[];
	/** In the order in which the networks list their layers. */
	readonly layers: readonly LayerDifference[];
	/** Repeated groups whose number of copies differs, by name. */
	readonly repeats: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Lists what tells runs apart, and nothing that they share: settings, data, machine, and the networks layer by layer. */
export function compareRuns(runs: readonly ComparedRun[]): RunComparison {
	return { settings: compareSettings(runs), layers: compareLayers(runs.map((run) => run.document)), repeats: compareRepeats(runs) };
}

function compareSettings(runs: readonly ComparedRun[]): readonly SettingDifference[] {
	const names = Object.keys(runs[0]?.training ?? {}) as (keyof TrainingConfig)[];
	const all: readonly SettingDifference[] = [
		...names.map((name) => ({ name, values: runs.map(({ training }) => training[name]) })),
		{ name: 'seed', values: runs.map(({ document }) => document.seed) },
		// Two folders may hold the same images, and one folder others later.
		{ name: 'dataset', values: runs.map(({ dataset }) => ({ reference: dataset.reference, fingerprint: dataset.fingerprint })) },
		{ name: 'engine', values: runs.map(({ made }) => made.engine) },
		{ name: 'program', values: runs.map(({ made }) => made.program) },
		{ name: 'processor', values: runs.map(({ made }) => made.processor) },
	];
	return all.filter(({ values }) => differ(values));
}

function compareLayers(documents: readonly GraphDocument[]): readonly LayerDifference[] {
	const byId = documents.map((document) => new Map(document.nodes.map((node) => [node.id, node])));
	const ids = [...new Set(documents.flatMap(({ nodes }) => nodes.map(({ id }) => id)))];
	const shared = new Set(ids.filter((id) => byId.every((nodes) => nodes.has(id))));
	return ids.flatMap((id) => {
		const nodes = byId.map((map) => map.get(id));
		const [first] = nodes.filter((node) => node !== undefined);
		if (!first) return [];
		const about = { node: id, name: first.name, kind: first.kind };
		const present = nodes.filter((node) => node !== undefined);
		if (present.length < nodes.length) {
			return [{ ...about, what: { kind: 'presence', values: nodes.map((node) => node !== undefined) } }];
		}
		const inputs = documents.map((document) => inputsOf(document, id, shared));
		return [...compareNodes(present), ...asDifference(inputs, { kind: 'inputs', values: inputs })].map((what) => ({ ...about, what }));
	});
}

type What = LayerDifference['what'];

/** The same layer in several networks. */
function compareNodes(nodes: readonly GraphNode[]): readonly What[] {
	const kinds = nodes.map(({ kind }) => kind);
	if (differ(kinds)) return [{ kind: 'layerKind', values: kinds }];
	const configs = nodes.map(configOf);
	const fields = [...new Set(configs.flatMap((config) => Object.keys(config)))];
	const flags = ['muted', 'frozen'] as const;
	return [
		...fields.flatMap((field) => {
			const values = configs.map((config) => config[field] ?? null);
			return asDifference(values, { kind: 'field', field, values });
		}),
		...flags.flatMap((flag) => {
			const values = nodes.map((node) => node[flag] === true);
			return asDifference(values, { kind: 'flag', flag, values });
		}),
	];
}

/** The settings with defaults filled in, so that an older file with fewer of them is not another network. */
function configOf(node: GraphNode): Readonly<Record<string, unknown>> {
	const definition = layerDefinition(node.kind);
	const parsed = definition ? parseConfig(definition, node.config) : null;
	return parsed?.ok ? parsed.value : node.config;
}

function inputsOf(
	document: GraphDocument,
	node: NodeId,
	shared: ReadonlySet<NodeId>,
	seen: ReadonlySet<NodeId> = new Set(),
): readonly string[] {
	const sources = document.edges.filter((edge) => edge.target === node).map((edge) => edge.source);
	return sources.flatMap((source) => {
		if (shared.has(source)) return [document.nodes.find(({ id }) => id === source)?.name ?? source];
		return seen.has(source) ? [] : inputsOf(document, source, shared, new Set([...seen, source]));
	});
}

function compareRepeats(runs: readonly ComparedRun[]): RunComparison['repeats'] {
	const groups = runs.map(({ document }) => new Map(document.groups.map((group) => [group.id, group])));
	return [...(groups[0]?.values() ?? [])].flatMap(({ id, name }) => {
		const values = groups.map((map) => map.get(id)?.repeat ?? 0);
		return differ(values) ? [{ name, values }] : [];
	});
}

function asDifference(values: readonly unknown[], what: What): readonly What[] {
	return differ(values) ? [what] : [];
}

function differ(values: readonly unknown[]): boolean {
	return values.some((value) => !isSameData(value, values[0]));
}
