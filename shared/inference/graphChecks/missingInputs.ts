import type { GraphNode } from '../../graph/document.ts';
import type { Diagnostic, Fix } from '../diagnostic.ts';
import { type GraphFacts, repair, report } from '../facts.ts';
import { type MissingInput, reinfer } from '../nodeCore.ts';
import { reconnectThrough } from '../reconnect.ts';
import { connectEdit, openEnds, tryAfter } from './ends.ts';

/** A node on the way to the output lacks a wire. */
export function checkMissingInputs(facts: GraphFacts): readonly Diagnostic[] {
	return facts.document.nodes.flatMap((node) => {
		const core = facts.cores.get(node.id);
		if (core?.state !== 'unfed' || facts.statuses.get(node.id) !== 'error') return [];
		return core.missing.map((gap) =>
			report(
				'missingInput',
				'error',
				{ kind: 'node', node: node.id, port: gap.port },
				{ node: node.name, has: gap.has, needs: gap.needs, port: gap.port },
				{ fixes: fixesFor(facts, node, gap) },
			),
		);
	});
}

function fixesFor(facts: GraphFacts, node: GraphNode, gap: MissingInput): readonly Fix[] {
	const core = facts.cores.get(node.id);
	if (!core || gap.has > 0 || gap.needs > 1) return [];
	const ends = openEnds(facts, node);
	const fixes: Fix[] = [];
	for (const source of ends) {
		const sourcePort = facts.cores.get(source.id)?.definition?.outputs[0]?.name;
		const mended =
			sourcePort &&
			reconnectThrough(facts, {
				source,
				sourcePort,
				target: node,
				targetPort: gap.port,
				replaces: null,
				retry: (shape) => reinfer(core, { missing: [], inputs: [shape], fields: [null] }),
			});
		if (!mended) continue;
		fixes.push(mended);
		break;
	}
	const fitting = ends.find((source) => tryAfter(facts, source, node));
	const edit = fitting && connectEdit(facts, fitting, node);
	if (edit) fixes.push(repair('connectAfter', { from: fitting.name, node: node.name }, [edit]));
	return fixes;
}
