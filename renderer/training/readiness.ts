import type { GraphDocument } from '#shared/graph/document.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { type Message, message } from '#shared/text/message.ts';
import type { EngineState } from './engineStore.ts';

/** What keeps the document from being trained now, the first reason in words; `null` when nothing does. */
export function whyNotTrain(
	document: GraphDocument | null,
	inference: Inference | null,
	engine: Pick<EngineState, 'state'>,
): Message | null {
	if (!document) return message('training.blocked.noDocument');
	if (document.nodes.length === 0) return message('training.blocked.empty');
	if (document.dataset === null) return message('training.blocked.noData');
	const errors = inference?.diagnostics.filter((diagnostic) => diagnostic.severity === 'error') ?? [];
	const [first] = errors;
	if (first) return message('training.blocked.errors', { count: errors.length, first: first.title });
	if (engine.state === 'missing') return message('training.blocked.engine');
	return null;
}
