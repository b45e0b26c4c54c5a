/**
 * A Python expression as data: what a layer kind says about itself in code. Text stays text until it is printed, so that no name
 * of a document ever becomes code.
 */
export type Expression =
	/** `nn.Conv2d`, `F.relu`: names that the generator knows, never words of a document. */
	| { readonly kind: 'name'; readonly name: string }
	/** The value that comes in on wire `index`. */
	| { readonly kind: 'incoming'; readonly index: number }
	/** What the layer itself is called: a module or a buffer, `self.conv_1`; with a part, `self.conv_1_mean`. */
	| { readonly kind: 'own'; readonly part: string | null }
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'text'; readonly value: string }
	| { readonly kind: 'constant'; readonly value: boolean | null }
	| { readonly kind: 'tuple' | 'list'; readonly items: readonly Expression[] }
	| { readonly kind: 'mapping'; readonly entries: readonly (readonly [key: string, value: Expression])[] }
	| {
			readonly kind: 'call';
			readonly callee: Expression;
			readonly positional: readonly Expression[];
			readonly named: readonly (readonly [name: string, value: Expression])[];
	  }
	| { readonly kind: 'member'; readonly of: Expression; readonly name: string }
	/** `x[:, :, 1:27]`; `null` leaves an end open. */
	| { readonly kind: 'cut'; readonly of: Expression; readonly ranges: readonly Range[] }
	/** `*(Block() for _ in range(3))`: as many arguments, each made anew. */
	| { readonly kind: 'copies'; readonly of: Expression; readonly count: number }
	| { readonly kind: 'operation'; readonly operator: '+' | '-' | '*' | '/'; readonly operands: readonly Expression[] };

/** From the first to before the last; both open is the whole axis. */
export type Range = readonly [from: number | null, to: number | null];

/** Values that say by themselves what they are in Python; a row of them is a tuple, and a string is text. */
export type Value = Expression | number | string | boolean | null | readonly Value[];

export function toExpression(value: Value): Expression {
	if (value === null || typeof value === 'boolean') return { kind: 'constant', value };
	if (typeof value === 'number') return { kind: 'number', value };
	if (typeof value === 'string') return { kind: 'text', value };
	return isRow(value) ? { kind: 'tuple', items: value.map(toExpression) } : value;
}

function isRow(value: Expression | readonly Value[]): value is readonly Value[] {
	return Array.isArray(value);
}

export function ref(name: string): Expression {
	return { kind: 'name', name };
}

export function input(index = 0): Expression {
	return { kind: 'incoming', index };
}

/** The layer's module or buffer. */
export function own(part: string | null = null): Expression {
	return { kind: 'own', part };
}

type Named = Readonly<Record<string, Value | undefined>>;

/** `call('F.pad', [input(), [0, 1, 0, 1]], { value: 1 })` → `F.pad(x, (0, 1, 0, 1), value=1)`; what is undefined is left out. */
export function call(callee: string | Expression, positional: readonly Value[] = [], named: Named = {}): Expression {
	return {
		kind: 'call',
		callee: typeof callee === 'string' ? ref(callee) : callee,
		positional: positional.map(toExpression),
		named: Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, toExpression(value)] as const])),
	};
}

/** `x.permute(0, 2, 3, 1)`. */
export function method(of: Expression, name: string, positional: readonly Value[] = [], named: Named = {}): Expression {
	return call({ kind: 'member', of, name }, positional, named);
}

export function list(items: readonly Value[]): Expression {
	return { kind: 'list', items: items.map(toExpression) };
}

/** Rows of numbers, as `torch.tensor` and `np.array` take them. */
export function rows(matrix: readonly (readonly number[])[]): Expression {
	return list(matrix.map((row) => list(row)));
}

export function cut(of: Expression, ranges: readonly Range[]): Expression {
	return { kind: 'cut', of, ranges };
}

export function operation(operator: '+' | '-' | '*' | '/', ...operands: readonly Value[]): Expression {
	return { kind: 'operation', operator, operands: operands.map(toExpression) };
}

/** The expression with every `input` and `own` replaced. */
export function fill(
	expression: Expression,
	inputs: readonly Expression[],
	nameOwn: (part: string | null) => Expression = (part) => own(part),
): Expression {
	const inside = (part: Expression): Expression => fill(part, inputs, nameOwn);
	switch (expression.kind) {
		case 'incoming': {
			const found = inputs[expression.index];
			if (!found) throw new Error(`input ${expression.index} is asked for, but ${inputs.length} come in`);
			return found;
		}
		case 'own':
			return nameOwn(expression.part);
		case 'tuple':
		case 'list':
			return { ...expression, items: expression.items.map(inside) };
		case 'mapping':
			return { ...expression, entries: expression.entries.map(([key, value]) => [key, inside(value)]) };
		case 'call':
			return {
				...expression,
				callee: inside(expression.callee),
				positional: expression.positional.map(inside),
				named: expression.named.map(([name, value]) => [name, inside(value)]),
			};
		case 'member':
		case 'cut':
		case 'copies':
			return { ...expression, of: inside(expression.of) };
		case 'operation':
			return { ...expression, operands: expression.operands.map(inside) };
		default:
			return expression;
	}
}
