import type { GraphDocument, GraphGroup, GraphNode } from '../graph/document.ts';
import { type GroupFacts, groupFacts } from '../inference/groupFacts.ts';
import type { Inference, NodeInference, NodeStatus } from '../inference/inference.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import type { Category, LayerContext } from '../layers/defineLayer.ts';
import { parseConfig } from '../layers/fields.ts';
import type { MaybeShape } from '../tensor/shape.ts';
import type { Formatter } from '../text/formatter.ts';
import { message } from '../text/message.ts';
import { groupKey } from './groupKey.ts';
import { layerColour } from './layerColour.ts';

/** What a card of a picture tells: of a layer, or of a folded group. */
export interface CardFacts {
	readonly id: string;
	readonly name: string;
	/** Two short lines: what it is, how it behaves. */
	readonly lines: readonly [string, string];
	readonly category: Category;
	readonly status: NodeStatus;
	readonly output: MaybeShape;
	/** Of all multiply-adds, 0 to 1. */
	readonly share: number;
	readonly weights: string;
	readonly isMuted: boolean;
	/** More than one: a stack of cards. */
	readonly copies: number;
}

interface CardSource {
	readonly document: GraphDocument;
	readonly inference: Inference;
	readonly context: LayerContext;
	readonly formatter: Formatter;
}

export function layerFacts(node: GraphNode, { inference, context, formatter }: CardSource): CardFacts {
	const facts = inference.nodes.get(node.id);
	const definition = layerDefinition(node.kind);
	const isKnown = facts?.output != null && facts.status !== 'unconnected';
	return {
		id: node.id,
		name: node.name,
		lines: settingsOf(node, facts, context, formatter),
		category: layerColour(definition),
		status: facts?.status ?? 'unknown',
		output: facts?.output ?? null,
		share: isKnown ? shareOf(facts.multiplyAdds, inference) : 0,
		weights: weightWords(node.muted, facts?.status, isKnown ? facts.weightCount : null, formatter),
		isMuted: node.muted === true,
		copies: 1,
	};
}

export function groupCardFacts(group: GraphGroup, { document, inference, formatter }: CardSource): CardFacts {
	const facts: GroupFacts = groupFacts(document, inference, group);
	const kinds = [...new Set(facts.members.map(({ kind }) => kind))].map((kind) => formatter.text(message(`layer.${kind}.nodeName`)));
	return {
		id: groupKey(group.id),
		name: group.repeat > 1 ? `${group.name} ×${group.repeat}` : group.name,
		lines: [formatter.text(message('group.layers', { count: facts.members.length })), kinds.join(' · ')],
		category: layerColour(layerDefinition(facts.mainKind ?? '')),
		status: facts.status,
		output: facts.outputs[0] ?? null,
		share: facts.status === 'unconnected' ? 0 : shareOf(facts.multiplyAdds, inference),
		weights: weightWords(group.muted, facts.status, facts.weightCount, formatter),
		isMuted: group.muted === true,
		copies: group.repeat,
	};
}

function settingsOf(
	node: GraphNode,
	facts: NodeInference | undefined,
	context: LayerContext,
	{ text }: Formatter,
): readonly [string, string] {
	const definition = layerDefinition(node.kind);
	if (!definition) return [node.kind, text(message('canvas.node.unknownKind'))];
	const config = parseConfig(definition, node.config);
	if (!config.ok) return [text(message(`layer.${node.kind}.title`)), ''];
	const inputs = facts?.inputs.filter((shape) => shape !== null) ?? [];
	const sizes = facts?.output && inputs.length === facts.inputs.length ? { inputs, output: facts.output } : undefined;
	const values = definition.cardValues(config.value, context, sizes);
	return [text(message(`layer.${node.kind}.card.0`, values)), text(message(`layer.${node.kind}.card.1`, values))];
}

function shareOf(multiplyAdds: number, { totals }: Inference): number {
	return totals.multiplyAdds > 0 ? multiplyAdds / totals.multiplyAdds : 0;
}

function weightWords(isMuted: boolean | undefined, status: NodeStatus | undefined, count: number | null, formatter: Formatter): string {
	if (isMuted) return formatter.text(message('canvas.node.muted'));
	if (status === 'unconnected') return formatter.text(message('canvas.node.unconnected'));
	if (status === 'error') return formatter.text(message('picture.problem'));
	if (count === null) return formatter.text(message('canvas.node.unknown'));
	return formatter.text(message('canvas.node.weights', { count, formatted: formatter.count(count) }));
}
