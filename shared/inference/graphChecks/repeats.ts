import type { GraphGroup, NodeConfig, NodeId } from '../../graph/document.ts';
import type { RepeatPorts, RepeatProblem } from '../../graph/repeats.ts';
import { fieldWord } from '../../layers/catalogue.ts';
import { isSameShape, type MaybeShape, type TensorShape } from '../../tensor/shape.ts';
import { message } from '../../text/message.ts';
import type { Diagnostic, Fix } from '../diagnostic.ts';
import { type GraphFacts, repair, report } from '../facts.ts';
import { type NodeCore, reinfer, sortWires } from '../nodeCore.ts';

/** A repeated group whose copies cannot be chained, or whose answer has another size than what comes in. */
export function checkRepeats(facts: GraphFacts): readonly Diagnostic[] {
	const { problems, chains } = facts.expansion;
	const unchained = problems.filter((problem) => isIncluded(facts, problem)).map((problem) => describe(facts, problem));
	const misfits = [...chains].flatMap(([id, ports]) => {
		const group = facts.document.groups.find((candidate) => candidate.id === id);
		const entry = facts.cores.get(ports.entry.source)?.output;
		const exit = facts.cores.get(ports.exit.source)?.output;
		if (!group || !entry || !exit || isSameShape(entry, exit) || !facts.included.has(ports.exit.source)) return [];
		const values = { group: group.name, repeat: group.repeat, entry, exit };
		const details = {
			received: message('diagnostic.value.shape', { shape: exit }),
			expected: message('diagnostic.value.shape', { shape: entry }),
			fixes: [...fitting(facts, group, ports, entry), singleCopy(group)],
		};
		return [report('repeatSize', 'error', { kind: 'group', group: id }, values, details)];
	});
	return [...unchained, ...misfits];
}

function isIncluded(facts: GraphFacts, problem: RepeatProblem): boolean {
	if (problem.code === 'repeatTooLong') return true;
	const ids = problem.code === 'repeatEndpoint' ? [problem.node] : problem.sources;
	return ids.some((id) => facts.included.has(id));
}

function describe(facts: GraphFacts, problem: RepeatProblem): Diagnostic {
	const { code, group } = problem;
	const values = { group: group.name, repeat: group.repeat };
	const nameOf = (id: NodeId) => facts.index.nodes.get(id)?.name ?? id;
	if (problem.code === 'repeatTooLong') {
		const perCopy = (problem.nodes - facts.document.nodes.length) / (group.repeat - 1);
		const repeat = Math.floor((problem.most - facts.document.nodes.length) / perCopy) + 1;
		const fewer = repair('fewerCopies', { repeat }, [{ kind: 'setGroup', group: group.id, changes: { repeat } }]);
		const fixes = repeat > 1 ? [fewer, singleCopy(group)] : [singleCopy(group)];
		return report(code, 'error', { kind: 'group', group: group.id }, { ...values, count: problem.nodes, most: problem.most }, { fixes });
	}
	const ids = problem.code === 'repeatEndpoint' ? [problem.node] : problem.sources;
	const names = ids.map(nameOf).join(', ');
	return report(code, 'error', { kind: 'group', group: group.id }, { ...values, count: ids.length, names }, { fixes: [singleCopy(group)] });
}

function singleCopy(group: GraphGroup): Fix {
	return repair('singleCopy', { group: group.name }, [{ kind: 'setGroup', group: group.id, changes: { repeat: 1 } }]);
}

/** One setting of one node, or padding and strides of all, that make the group give what it takes. */
function fitting(facts: GraphFacts, group: GraphGroup, ports: RepeatPorts, entry: TensorShape): readonly Fix[] {
	const inside = facts.order.filter((id) => ports.members.has(id) && !facts.expansion.originals.has(id));
	const fits = (changes: ReadonlyMap<NodeId, NodeConfig>) => isSameShape(runInside(facts, ports, changes), entry);
	const values = { group: group.name, entry };
	for (const id of [...inside].reverse()) {
		const core = facts.cores.get(id);
		const node = facts.index.nodes.get(id);
		if (!core?.definition || !node) continue;
		for (const config of candidates(core, entry)) {
			if (!fits(new Map([[id, config]]))) continue;
			const [[field, value] = ['', null]] = Object.entries(config);
			const label = { field: fieldWord(core.definition, field, 'label'), node: node.name, value: [value].flat().join(' × ') };
			return [repair('fitCopies', { ...values, ...label }, [{ kind: 'setConfig', node: id, config }], true)];
		}
	}
	const all = new Map<NodeId, NodeConfig>();
	for (const id of inside) {
		const core = facts.cores.get(id);
		const kept = core ? Object.assign({}, ...keepingSize(core)) : {};
		if (Object.keys(kept).length > 0) all.set(id, kept);
	}
	if (all.size === 0 || !fits(all)) return [];
	return [
		repair(
			'keepSizes',
			values,
			[...all].map(([node, config]) => ({ kind: 'setConfig', node, config }) as const),
			true,
		),
	];
}

/** Changes of one field that may help: as many channels as come in, no padding lost, steps of 1. */
function candidates(core: NodeCore, entry: TensorShape): readonly NodeConfig[] {
	const depth = entry.at(-1) ?? 1;
	const counts = Object.entries(core.definition?.fields ?? {}).flatMap(([name, { control }]) =>
		control.kind === 'integer' && depth >= control.min && depth <= control.max ? [{ [name]: depth }] : [],
	);
	return [...counts, ...keepingSize(core)];
}

function keepingSize({ definition, parsed }: NodeCore): readonly NodeConfig[] {
	return Object.entries(definition?.fields ?? {}).flatMap(([name, { control, symbol }]): readonly NodeConfig[] => {
		if (control.kind === 'choice' && control.options.includes('same') && parsed?.[name] !== 'same') return [{ [name]: 'same' }];
		return control.kind === 'pair' && symbol?.role === 'stride' ? [{ [name]: [1, 1] }] : [];
	});
}

/** What the first copy would give with other settings inside it. */
function runInside(facts: GraphFacts, { members, exit }: RepeatPorts, changes: ReadonlyMap<NodeId, NodeConfig>): MaybeShape {
	const tried = new Map<NodeId, NodeCore>();
	for (const id of facts.order) {
		const core = facts.cores.get(id);
		if (!core || !members.has(id)) continue;
		const { wires } = sortWires(core.definition, facts.index.incoming.get(id) ?? []);
		const inputs = wires.map((wire) => (tried.get(wire.source) ?? facts.cores.get(wire.source))?.output ?? null);
		tried.set(id, reinfer(core, { inputs, config: { ...core.config, ...changes.get(id) } }));
	}
	const after = tried.get(exit.source);
	return after && !after.problems.some((problem) => problem.severity === 'error') ? after.output : null;
}
