import type { WeightSpec } from '#shared/layers/defineLayer.ts';
import type { TorchHelper, TorchLayer, TorchLink } from '#shared/layers/torch.ts';
import type { PlanOp } from '#shared/plan/plan.ts';
import { call, type Expression, fill, ref } from '#shared/python/expression.ts';
import { isSameShape, type MapShape, type TensorShape } from '#shared/tensor/shape.ts';
import { Names } from './names.ts';

/** `self.conv_1 = nn.Conv2d(…)`. */
export interface Attribute {
	readonly kind: 'module' | 'buffer';
	readonly name: string;
	readonly make: Expression;
	/** Parameters that PyTorch wants and the network does not have: filled, never trained. */
	readonly fixedParameters: readonly string[];
	/** Keeps all its weights while the rest trains. */
	readonly isFrozen: boolean;
	/** Keeps statistics of its own, which a frozen layer must not move. */
	readonly hasStatistics: boolean;
}

/** One line of `forward`. */
export interface Statement {
	readonly target: string;
	readonly value: Expression;
	/** Size of the value where it changes. */
	readonly size: TensorShape | null;
}

/** A tensor of the state_dict and where its values come from. */
export interface StateEntry {
	/** `conv_1.weight` */
	readonly name: string;
	/** A weight of the plan, `conv_1/kernel`, or what fills it. */
	readonly from:
		| { readonly weight: string; readonly op: PlanOp; readonly spec: WeightSpec }
		| { readonly fill: 0 | 1; readonly length: number };
	/** The map that a vector was made of before it meets this weight. */
	readonly flattened: MapShape | null;
}

/** What a class of the program is made of. */
export interface Body {
	/** What `forward` takes. */
	readonly parameter: string;
	readonly attributes: readonly Attribute[];
	readonly statements: readonly Statement[];
	/** What `forward` returns. */
	readonly answer: Expression;
	readonly state: readonly StateEntry[];
	readonly helpers: readonly TorchHelper[];
}

/** A line of data flow: an op, or a chain of copies of a group. */
export interface Item {
	/** Op whose value this is. */
	readonly key: string;
	/** What a person calls it. */
	readonly title: string;
	readonly inputs: readonly string[];
	readonly layer: TorchLayer;
	readonly inputShape: TensorShape | null;
	readonly outputShape: TensorShape;
	readonly isFrozen: boolean;
	/** Tensors of its module or of the part of it that a link makes; `name` is the attribute's. */
	state(link: Extract<TorchLink, { kind: 'module' }>, name: string): readonly StateEntry[];
}

interface BodyEnds {
	/** What feeds the first items, and the item whose value is returned. */
	readonly source: string;
	readonly answer: string;
	/** What comes in is called so; and so where more than the first item wants it. */
	readonly sourceName: string;
	readonly keptSourceName: string;
}

/**
 * Writes items in the order of data flow. A value that only the next item wants is called `x`, as people do; any other is called
 * after its layer.
 */
export function writeBody(items: readonly Item[], { source, answer, sourceName, keptSourceName }: BodyEnds): Body {
	const names = new Names();
	const behind = passOn(items);
	const active = items.filter((item) => item.layer.chain.length > 0);
	const isNeededLater = (key: string, next: number) =>
		active.some((item, place) => place !== next && item.inputs.some((name) => behind(name) === key)) ||
		(behind(answer) === key && next < active.length);
	const parameter = isNeededLater(source, 0) ? keptSourceName : sourceName;
	const variables = new Map([[source, parameter]]);
	const attributes: Attribute[] = [];
	const statements: Statement[] = [];
	const state: StateEntry[] = [];
	for (const [place, item] of active.entries()) {
		const written = writeLinks(item, names, (name) => ref(variables.get(behind(name)) ?? missing(name)));
		attributes.push(...written.attributes);
		state.push(...written.state);
		const variable = isNeededLater(item.key, place + 1) ? names.takeFor(item.key, item.title) : 'x';
		variables.set(item.key, variable);
		const isSameSize = item.inputShape !== null && isSameShape(item.inputShape, item.outputShape);
		for (const [index, value] of written.values.entries()) {
			const isLast = index === written.values.length - 1;
			statements.push({ target: isLast ? variable : 'x', value, size: isLast && !isSameSize ? item.outputShape : null });
		}
	}
	const helpers = new Map(active.flatMap((item) => (item.layer.helpers ?? []).map((helper) => [helper.name, helper] as const)));
	return {
		parameter,
		attributes,
		statements,
		answer: ref(variables.get(behind(answer)) ?? missing(answer)),
		state,
		helpers: [...helpers.values()],
	};
}

function missing(name: string): never {
	throw new Error(`the value of ${name} is used before it is made`);
}

/** From a name to that whose value it passes on. */
function passOn(items: readonly Item[]): (name: string) => string {
	const through = new Map(
		items.flatMap((item) => (item.layer.chain.length === 0 ? [[item.key, item.inputs[0] ?? item.key] as const] : [])),
	);
	return (name) => {
		let at = name;
		for (let next = through.get(at); next !== undefined && next !== at; next = through.get(at)) at = next;
		return at;
	};
}

/** An item's attributes, and its values one after the other: an activation goes around the module before it. */
function writeLinks(item: Item, names: Names, variableOf: (name: string) => Expression) {
	const attributes: Attribute[] = [];
	const state: StateEntry[] = [];
	const values: Expression[] = [];
	const nameOf = (part: string | null): string =>
		part === null ? names.takeFor(item.key, item.title) : names.takeFor(`${item.key} ${part}`, `${item.title} ${part}`);
	let inputs = item.inputs.map(variableOf);
	let before: TorchLink | null = null;
	for (const link of item.layer.chain) {
		if (link.kind !== 'step') {
			const name = nameOf(link.part);
			const weights = link.kind === 'module' ? link.weights : [];
			attributes.push({
				kind: link.kind,
				name,
				make: link.make,
				fixedParameters: weights.flatMap((weight) => (typeof weight.from === 'string' ? [] : [weight.name])),
				isFrozen: item.isFrozen && weights.length > 0,
				hasStatistics: weights.some((weight) => weight.name.startsWith('running_')),
			});
			if (link.kind === 'module') state.push(...item.state(link, name));
		}
		if (link.kind === 'buffer') continue;
		const isAround = link.kind === 'step' && link.activation !== undefined && before?.kind === 'module';
		const last = isAround ? values.pop() : undefined;
		values.push(fill(link.kind === 'step' ? link.write : link.use, last ? [last] : inputs, (part) => ref(`self.${nameOf(part)}`)));
		inputs = [ref('x')];
		before = link;
	}
	return { attributes, state, values };
}

/** `nn.Sequential(*(Block() for _ in range(3)))` */
export function sequenceOf(name: string, count: number): Expression {
	return call('nn.Sequential', [{ kind: 'copies', of: call(name), count }]);
}
