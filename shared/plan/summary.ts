import type { GraphDocument, NodeId } from '../graph/document.ts';
import { indexGraph } from '../graph/query.ts';
import type { Inference, InferenceTotals, NodeStatus } from '../inference/inference.ts';
import type { MaybeShape } from '../tensor/shape.ts';
import { type Message, message } from '../text/message.ts';

/** One layer of the table: what it makes, costs and sees. Counts per sample. */
export interface LayerRow {
	readonly node: NodeId;
	readonly name: string;
	readonly kind: string;
	/** How often it is there: more than once in a repeated group. Counts are those of all copies. */
	readonly copies: number;
	/** The kind in words: "Convolution 2-D". */
	readonly title: Message;
	readonly status: NodeStatus;
	readonly output: MaybeShape;
	readonly weights: number;
	readonly trainableWeights: number;
	readonly multiplyAdds: number;
	/** Of the whole network's multiply-adds, 0 to 1. */
	readonly share: number;
	readonly activationBytes: number;
	/** Rows and columns of the input that one value sees; `null` where that is not known. */
	readonly receptiveField: readonly [height: number, width: number] | null;
}

export interface LayerTable {
	readonly rows: readonly LayerRow[];
	readonly totals: InferenceTotals;
}

/** All layers in the order of the data, with what the whole network costs. */
export function layerTable(document: GraphDocument, inference: Inference): LayerTable {
	const { nodes } = indexGraph(document);
	const { totals } = inference;
	const rows = inference.order.flatMap((id): readonly LayerRow[] => {
		const node = nodes.get(id);
		const known = inference.nodes.get(id);
		if (!node || !known) return [];
		const field = known.receptiveField;
		return [
			{
				node: id,
				name: node.name,
				kind: node.kind,
				copies: known.copies ?? 1,
				title: message(`layer.${node.kind}.title`),
				status: known.status,
				output: known.output,
				weights: known.weightCount,
				trainableWeights: known.trainableWeightCount,
				multiplyAdds: known.multiplyAdds,
				share: totals.multiplyAdds > 0 && inference.included.has(id) ? known.multiplyAdds / totals.multiplyAdds : 0,
				activationBytes: known.activationBytes,
				receptiveField: field && [field.height.size, field.width.size],
			},
		];
	});
	return { rows, totals };
}
