import { isConstant } from './fold.ts';
import type { OnnxModel, OnnxNode } from './model.ts';

const near = (value: number | undefined, expected: number): boolean => value !== undefined && Math.abs(value - expected) < 1e-3;

/**
 * Several operators that exporters write for one function, as the one operator of newer files: `x · sigmoid(x)` is Swish,
 * `x · tanh(softplus(x))` Mish, `x · hardsigmoid(x)` HardSwish, `x · (1 + erf(x / √2)) / 2` GELU.
 */
export function joinPatterns(model: OnnxModel): OnnxModel {
	const makers = new Map(model.nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
	const constantOf = (name: string): number | undefined => {
		const attribute = makers.get(name)?.operator === 'Constant' ? makers.get(name)?.attributes.get('value') : undefined;
		const constant = model.constants.get(name) ?? (attribute !== undefined && isConstant(attribute) ? attribute : undefined);
		return constant?.values.length === 1 ? constant.values[0] : undefined;
	};
	const maker = (name: string, operator: string): OnnxNode | undefined => {
		const node = makers.get(name);
		return node?.operator === operator ? node : undefined;
	};
	/** Both ways to write two factors or terms. */
	const ways = ({ inputs: [a = '', b = ''] }: OnnxNode): readonly (readonly [string, string])[] => [
		[a, b],
		[b, a],
	];
	/** `1 + erf(x / √2)`: what x is. */
	const ofErf = (name: string): string | undefined => {
		for (const [sum, one] of maker(name, 'Add') ? ways(maker(name, 'Add') as OnnxNode) : []) {
			const erf = maker(sum, 'Erf');
			if (!erf || !near(constantOf(one), 1)) continue;
			const inside = makers.get(erf.inputs[0] ?? '');
			if (inside?.operator === 'Div' && near(constantOf(inside.inputs[1] ?? ''), Math.SQRT2)) return inside.inputs[0];
			if (inside?.operator === 'Mul') return ways(inside).find(([, factor]) => near(constantOf(factor), Math.SQRT1_2))?.[0];
		}
		return undefined;
	};
	const halved = (name: string): string | undefined => {
		const node = maker(name, 'Mul');
		return node && ways(node).find(([, half]) => near(constantOf(half), 0.5))?.[0];
	};
	const geluOf = (node: OnnxNode): string | undefined => {
		for (const [left, right] of ways(node)) {
			const x = ofErf(right) ?? ofErf(halved(right) ?? '');
			if (x !== undefined && ((ofErf(right) !== undefined && halved(left) === x) || (ofErf(right) === undefined && left === x))) return x;
			if (!near(constantOf(right), 0.5)) continue;
			const product = maker(left, 'Mul');
			const way = product && ways(product).find(([value, erf]) => ofErf(erf) === value);
			if (way) return way[0];
		}
		return undefined;
	};
	const joined = (node: OnnxNode): readonly [operator: string, x: string] | undefined => {
		if (node.operator !== 'Mul') return undefined;
		for (const [x, gate] of ways(node)) {
			const sigmoid = maker(gate, 'Sigmoid');
			if (sigmoid?.inputs[0] === x) return ['Swish', x];
			const soft = maker(maker(gate, 'Tanh')?.inputs[0] ?? '', 'Softplus');
			if (soft?.inputs[0] === x) return ['Mish', x];
			const hard = maker(gate, 'HardSigmoid');
			const isUsual = near(Number(hard?.attributes.get('alpha')), 1 / 6) && near(Number(hard?.attributes.get('beta') ?? 0.5), 0.5);
			if (hard?.inputs[0] === x && isUsual) return ['HardSwish', x];
			const cut = maker(maker(gate, 'Div')?.inputs[0] ?? '', 'Clip');
			const shifted = cut && maker(cut.inputs[0] ?? '', 'Add');
			const isSixth = near(constantOf(maker(gate, 'Div')?.inputs[1] ?? ''), 6);
			if (shifted && isSixth && ways(shifted).some(([value, three]) => value === x && near(constantOf(three), 3))) return ['HardSwish', x];
		}
		const x = geluOf(node);
		return x === undefined ? undefined : ['Gelu', x];
	};
	/** PyTorch's group normalization: each group a map of its own, then back. */
	const groupsOf = (node: OnnxNode): OnnxNode | undefined => {
		const normal = node.operator === 'Reshape' ? maker(node.inputs[0] ?? '', 'InstanceNormalization') : undefined;
		const apart = normal && maker(normal.inputs[0] ?? '', 'Reshape');
		if (!normal || !apart) return undefined;
		const attribute = makers.get(apart.inputs[1] ?? '')?.attributes.get('value');
		const target = model.constants.get(apart.inputs[1] ?? '') ?? (attribute !== undefined && isConstant(attribute) ? attribute : undefined);
		const [, groups = 0, rest] = target?.values ?? [];
		if (target?.values.length !== 3 || groups < 1 || rest === 1) return undefined;
		const attributes = new Map([...normal.attributes, ['num_groups', groups] as const]);
		const inputs = [apart.inputs[0] ?? '', normal.inputs[1] ?? '', normal.inputs[2] ?? ''];
		return { ...node, operator: 'GroupNormalization', inputs, attributes };
	};
	/** `(x − mean) / √(mean((x − mean)²) + ε)` over the last axis, as opsets before 17 have layer normalization. */
	const normalOf = (node: OnnxNode): OnnxNode | undefined => {
		const [above = '', below = ''] = node.operator === 'Div' ? node.inputs : [];
		const difference = maker(above, 'Sub');
		const inside = maker(maker(below, 'Sqrt')?.inputs[0] ?? '', 'Add');
		const [x = '', mean = ''] = difference?.inputs ?? [];
		if (!difference || !inside || maker(mean, 'ReduceMean')?.inputs[0] !== x) return undefined;
		for (const [spread, epsilon] of ways(inside)) {
			const variance = maker(spread, 'ReduceMean');
			const square = maker(variance?.inputs[0] ?? '', 'Pow');
			const overLast = [maker(mean, 'ReduceMean'), variance].every((reduce) => {
				const axes = reduce?.attributes.get('axes') ?? model.constants.get(reduce?.inputs[1] ?? '')?.values;
				return axes !== undefined && (Array.isArray(axes) || ArrayBuffer.isView(axes)) && [...(axes as Iterable<number>)].join() === '-1';
			});
			const base = makers.get(square?.inputs[0] ?? '');
			const isSame = square?.inputs[0] === above || (base?.operator === 'Sub' && base.inputs.join() === difference.inputs.join());
			const number = constantOf(epsilon);
			if (overLast && isSame && number !== undefined && near(constantOf(square?.inputs[1] ?? ''), 2))
				return { ...node, operator: 'LayerNormalization', inputs: [x], attributes: new Map([['epsilon', number]]) };
		}
		return undefined;
	};
	const nodes = model.nodes.map((node) => {
		const grouped = groupsOf(node) ?? normalOf(node);
		if (grouped) return grouped;
		const found = joined(node);
		return found ? { ...node, operator: found[0], inputs: [found[1]], attributes: new Map() } : node;
	});
	return { ...model, nodes: withoutUnused({ ...model, nodes }) };
}

/** Only what leads to an answer. */
function withoutUnused({ nodes, outputs }: Pick<OnnxModel, 'nodes' | 'outputs'>): readonly OnnxNode[] {
	const wanted = new Set(outputs.map(({ name }) => name));
	const kept: OnnxNode[] = [];
	for (const node of [...nodes].reverse()) {
		if (!node.outputs.some((output) => wanted.has(output))) continue;
		for (const input of node.inputs) wanted.add(input);
		kept.push(node);
	}
	return kept.reverse();
}
