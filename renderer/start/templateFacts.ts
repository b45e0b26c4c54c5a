import { useEffect, useState } from 'react';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import type { Template } from '#shared/templates/template.ts';

/** A template's network with its sizes and costs, for its card. */
export interface TemplateFacts {
	readonly document: GraphDocument;
	readonly inference: Inference;
}

const known = new Map<string, TemplateFacts>();

function factsOf(template: Template): TemplateFacts {
	const document = template.build();
	const facts = { document, inference: inferShapes(document, { dataset: null }) };
	known.set(template.name, facts);
	return facts;
}

/** Facts of all templates as they come: the page stands first, then one network after the other in idle moments. */
export function useTemplateFacts(templates: readonly Template[]): ReadonlyMap<string, TemplateFacts> {
	const [, setCount] = useState(known.size);
	useEffect(() => {
		const next = templates.find((template) => !known.has(template.name));
		if (!next) return;
		return whenIdle(() => {
			factsOf(next);
			setCount(known.size);
		});
	});
	return known;
}

/** Safari has no idle callback; a timer comes after the next paint all the same. */
function whenIdle(work: () => void): () => void {
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(work);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(work, { timeout: 500 });
	return () => cancelIdleCallback(handle);
}
