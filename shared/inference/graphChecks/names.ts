import { freshName } from '../../graph/ids.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report } from '../facts.ts';

/** A layer's name is its name in every export, so no two layers may share one. */
export function checkNames(facts: GraphFacts): readonly Diagnostic[] {
	const first = new Map<string, string>();
	// Copies share their name; a plan tells them apart.
	const { authored } = facts.expansion;
	return authored.nodes.flatMap((node) => {
		const owner = first.get(node.name);
		if (owner === undefined) {
			first.set(node.name, node.id);
			return [];
		}
		const name = freshName(authored, node.name);
		const fix = repair('rename', { name, node: node.name }, [{ kind: 'setNode', node: node.id, changes: { name } }]);
		return [report('duplicateName', 'error', atNode(node.id), { node: node.name }, { fixes: [fix] })];
	});
}
