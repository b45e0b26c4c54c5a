import type { GraphDocument, NodeId } from '../graph/document.ts';
import type { InferenceContext } from '../inference/context.ts';
import type { Severity } from '../inference/diagnostic.ts';
import type { InferenceTotals, NodeStatus } from '../inference/inference.ts';
import { inferShapes } from '../inference/inferShapes.ts';
import type { MaybeShape } from '../tensor/shape.ts';
import type { Formatter } from '../text/formatter.ts';
import { layerTable } from './summary.ts';

/** What `layerloom check --json` prints: plain data, worded, the same keys in every release. */
export interface CheckReport {
	/** No errors: the document can be trained. */
	readonly ok: boolean;
	readonly diagnostics: readonly ReportedDiagnostic[];
	readonly nodes: readonly ReportedNode[];
	readonly totals: InferenceTotals;
	/** Sizes without the batch axis, channels last. */
	readonly input: MaybeShape;
	readonly output: MaybeShape;
}

export interface ReportedDiagnostic {
	readonly code: string;
	readonly severity: Severity;
	/** Layer that it is about; `null` for the document as a whole. */
	readonly node: NodeId | null;
	readonly name: string | null;
	readonly field: string | null;
	readonly title: string;
	readonly text: string;
	readonly fixes: readonly { readonly id: string; readonly label: string }[];
}

export interface ReportedNode {
	readonly id: NodeId;
	readonly name: string;
	readonly kind: string;
	readonly status: NodeStatus;
	readonly output: MaybeShape;
	readonly weights: number;
	readonly trainableWeights: number;
	readonly multiplyAdds: number;
	readonly activationBytes: number;
	/** `[height, width]` in pixels of the input. */
	readonly receptiveField: readonly number[] | null;
}

/** Checks a document and says all there is to say about it, in the words of `formatter`. */
export function checkReport(document: GraphDocument, context: InferenceContext, formatter: Formatter): CheckReport {
	const inference = inferShapes(document, context);
	const names = new Map(document.nodes.map((node) => [node.id, node.name]));
	return {
		ok: !inference.diagnostics.some((diagnostic) => diagnostic.severity === 'error'),
		diagnostics: inference.diagnostics.map(({ code, severity, place, title, text, fixes }) => {
			const node = place.kind === 'node' ? place.node : place.kind === 'edge' ? place.edge.target : null;
			return {
				code,
				severity,
				node,
				name: node === null ? null : (names.get(node) ?? null),
				field: place.kind === 'node' ? (place.field ?? null) : null,
				title: formatter.text(title),
				text: formatter.text(text),
				fixes: fixes.map(({ id, label }) => ({ id, label: formatter.text(label) })),
			};
		}),
		nodes: layerTable(document, inference).rows.map((row) => ({
			id: row.node,
			name: row.name,
			kind: row.kind,
			status: row.status,
			output: row.output,
			weights: row.weights,
			trainableWeights: row.trainableWeights,
			multiplyAdds: row.multiplyAdds,
			activationBytes: row.activationBytes,
			receptiveField: row.receptiveField,
		})),
		totals: inference.totals,
		input: inference.inputShape,
		output: inference.outputShape,
	};
}
