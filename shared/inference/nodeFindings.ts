import type { NodeId } from '../graph/document.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type GraphFacts, subjectOf } from './facts.ts';
import type { Change } from './gatherFacts.ts';
import { nodeChecks } from './graphChecks/graphChecks.ts';

/** What the checks of single nodes found, of those nodes where they found something. */
export type NodeFindings = ReadonlyMap<NodeId, readonly Diagnostic[]>;

/** Asks the checks of single nodes; about `asked` nodes only, where the findings `before` still hold for all others. */
export function findAtNodes(facts: GraphFacts, before: NodeFindings = new Map(), asked: Iterable<NodeId> = facts.order): NodeFindings {
	const findings = new Map(before);
	for (const id of asked) {
		const subject = subjectOf(facts, id);
		const found: Diagnostic[] = [];
		for (const check of subject ? nodeChecks : []) {
			const diagnostic = subject && check(facts, subject);
			if (diagnostic) found.push(diagnostic);
		}
		if (found.length > 0) findings.set(id, found);
		else findings.delete(id);
	}
	return findings;
}

/** Nodes whose findings an edit can change, where the structure is as it was: see `NodeCheck`. */
export function nodesToAsk(facts: GraphFacts, { edited, hasNewNames }: Change, changed: readonly NodeId[]): Iterable<NodeId> {
	const isEnd = (id: NodeId) => facts.cores.get(id)?.definition?.endpoint !== undefined;
	if (hasNewNames || edited.some(isEnd)) return facts.order;
	const asked = new Set([...edited, ...changed]);
	for (const id of [...asked]) {
		for (const edge of facts.index.incoming.get(id) ?? []) asked.add(edge.source);
		for (const edge of facts.index.outgoing.get(id) ?? []) asked.add(edge.target);
	}
	return asked;
}
