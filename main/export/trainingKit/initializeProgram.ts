import { assertNever } from '#shared/assertNever.ts';
import type { Initializer } from '#shared/layers/defineLayer.ts';
import { call, type Expression, ref } from '#shared/python/expression.ts';
import type { StateEntry } from '../python/body.ts';
import { Program } from '../python/program.ts';

/** Deviation of a unit normal that is cut off at two. */
const TRUNCATED_DEVIATION = 0.87962566103423978;

/** `initialize.py`: how each weight begins, where PyTorch would begin otherwise. */
export function initializeProgram(state: readonly StateEntry[]): string {
	const program = new Program();
	program.docstring('How the weights begin, as in Layerloom and Keras; PyTorch would begin otherwise.');
	program.line().line('import torch').line('from torch import nn').line().line();
	program.line('@torch.no_grad()');
	program.block('def initialize(model):', () => {
		const lines = state.flatMap((entry) => begin(entry) ?? []);
		for (const line of lines) program.statement('', line);
		if (lines.length === 0) program.line('pass');
	});
	return program.toString();
}

function begin({ name, from }: StateEntry): Expression | null {
	if ('fill' in from || !from.spec.isTrainable) return null;
	return fillCall(ref(`model.${withIndices(name)}`), from.spec.initializer);
}

function fillCall(weight: Expression, initializer: Initializer): Expression {
	switch (initializer.kind) {
		case 'zeros':
			return call('nn.init.zeros_', [weight]);
		case 'ones':
			return call('nn.init.ones_', [weight]);
		case 'constant':
			return call('nn.init.constant_', [weight, initializer.value]);
		case 'glorotUniform':
			return uniform(weight, Math.sqrt(6 / (initializer.fanIn + initializer.fanOut)));
		case 'heUniform':
			return uniform(weight, Math.sqrt(6 / initializer.fanIn));
		case 'glorotNormal':
			return truncated(weight, Math.sqrt(2 / (initializer.fanIn + initializer.fanOut)));
		case 'heNormal':
			return truncated(weight, Math.sqrt(2 / initializer.fanIn));
		default:
			return assertNever(initializer);
	}
}

function uniform(weight: Expression, limit: number): Expression {
	return call('nn.init.uniform_', [weight, -short(limit), short(limit)]);
}

/** The deviation after cutting off is the one asked for. */
function truncated(weight: Expression, deviation: number): Expression {
	const std = short(deviation / TRUNCATED_DEVIATION);
	return call('nn.init.trunc_normal_', [weight], { std, a: -2 * std, b: 2 * std });
}

function short(value: number): number {
	return Number(value.toPrecision(6));
}

/** `body.2.look.weight` → `body[2].look.weight`. */
function withIndices(name: string): string {
	return name.replace(/\.(\d+)(?=\.)/g, '[$1]');
}
