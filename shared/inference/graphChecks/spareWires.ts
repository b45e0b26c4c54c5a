import type { Diagnostic } from '../diagnostic.ts';
import { type GraphFacts, repair, report } from '../facts.ts';
import { sortWires } from '../nodeCore.ts';

/** Two wires where one fits, or a wire at a port that the kind does not have. */
export function checkSpareWires(facts: GraphFacts): readonly Diagnostic[] {
	return facts.document.nodes.flatMap((node) => {
		const core = facts.cores.get(node.id);
		if (!core?.hasSpareWires) return [];
		const { spare, wires } = sortWires(core.definition, facts.index.incoming.get(node.id) ?? []);
		return spare.map((edge) => {
			const from = facts.index.nodes.get(edge.source)?.name ?? edge.source;
			const used = wires.find((wire) => wire.targetPort === edge.targetPort);
			const isKnownPort = core.definition?.inputs.some((port) => port.name === edge.targetPort);
			const fix = repair('removeWire', { from, node: node.name }, [{ kind: 'disconnect', edge }]);
			return report(
				isKnownPort ? 'tooManyWires' : 'unknownPort',
				'error',
				{ kind: 'node', node: node.id, port: edge.targetPort },
				{ node: node.name, from, port: edge.targetPort, used: (used && facts.index.nodes.get(used.source)?.name) ?? '' },
				{ fixes: [fix] },
			);
		});
	});
}
