import type { GraphDocument } from '#shared/graph/document.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { type Message, message } from '#shared/text/message.ts';
import type { EngineState } from './engineStore.ts';

/** A reason why nothing can be trained now, and where it is mended. */
export interface Obstacle {
	readonly message: Message;
	readonly leadsTo: 'data' | 'problems' | null;
}

/** What keeps the document from being trained now, the first reason in words; `null` when nothing does. */
export function whyNotTrain(
	document: GraphDocument | null,
	inference: Inference | null,
	engine: Pick<EngineState, 'state'>,
): Obstacle | null {
	if (!document) return { message: message('training.blocked.noDocument'), leadsTo: null };
	if (document.nodes.length === 0) return { message: message('training.blocked.empty'), leadsTo: null };
	const errors = inference?.diagnostics.filter((diagnostic) => diagnostic.severity === 'error') ?? [];
	const [first] = errors;
	if (first) return { message: message('training.blocked.errors', { count: errors.length, first: first.title }), leadsTo: 'problems' };
	if (document.dataset === null) return { message: message('training.blocked.noData'), leadsTo: 'data' };
	if (engine.state === 'missing') return { message: message('training.blocked.engine'), leadsTo: null };
	return null;
}
