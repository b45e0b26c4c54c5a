import { torchShape } from '#shared/layers/torch.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { call, type Expression, fill, ref } from '#shared/python/expression.ts';
import type { Body } from '../python/body.ts';
import { printExpression } from '../python/printExpression.ts';
import { Program } from '../python/program.ts';
import type { TorchNetwork } from './network.ts';

/** `model.py`: the network as a person would write it. */
export function modelProgram(network: TorchNetwork, plan: ModelPlan): string {
	const program = new Program();
	program.docstring(
		`${plan.name}: a network drawn in Layerloom.`,
		'The sizes in comments are those of one sample: channels, rows, columns.',
	);
	program.line();
	for (const line of importsFor(network)) program.line(line);
	for (const helper of network.helpers) program.line().line().lines(helper.source);
	for (const block of network.blocks) {
		program.line().line();
		program.block(`class ${block.name}(nn.Module):`, () => {
			program.docstring(`One copy of the group ${block.title}.`).line();
			writeClass(program, block.body, null);
		});
	}
	program.line().line();
	program.block(`class ${network.className}(nn.Module):`, () => {
		program.docstring(`${spellSize(plan.inputShape)} in, ${spellSize(plan.outputShape)} out; ${plan.weightCount} weights.`).line();
		const answer = network.finish ? 'The answer before its last activation, which predict() adds.' : 'The answer.';
		writeClass(program, network.body, answer);
		program.line();
		program.block('def predict(self, x):', () => {
			program.docstring(network.finish ? 'The answer with its last activation.' : 'The answer.');
			const raw = call('self', [ref('x')]);
			program.statement('return ', network.finish ? fill(network.finish, [raw]) : raw);
		});
	});
	return program.toString();
}

function writeClass(program: Program, body: Body, answer: string | null): void {
	program.block('def __init__(self):', () => {
		program.line('super().__init__()');
		for (const { kind, name, make, fixedParameters, isFrozen } of body.attributes) {
			if (kind === 'buffer') program.statement('', call('self.register_buffer', [name, make], { persistent: false }));
			else program.statement(`self.${name} = `, make);
			for (const parameter of isFrozen ? [] : fixedParameters) program.line(`self.${name}.${parameter}.requires_grad_(False)`);
			if (isFrozen) program.line(`self.${name}.requires_grad_(False)`);
		}
	});
	program.line();
	const resting = body.attributes.filter((attribute) => attribute.isFrozen && attribute.hasStatistics);
	if (resting.length > 0) {
		program.block('def train(self, mode=True):', () => {
			program.docstring('Frozen layers keep their statistics.');
			program.line('super().train(mode)');
			for (const { name } of resting) program.line(`self.${name}.eval()`);
			program.line('return self');
		});
		program.line();
	}
	program.block(`def forward(self, ${body.parameter}):`, () => {
		if (answer !== null) program.docstring(answer);
		writeForward(program, body);
	});
}

/** The last line is returned as it is where nothing comes between. */
function writeForward(program: Program, { statements, answer }: Body): void {
	const last = statements.at(-1);
	const isLast = last !== undefined && printExpression(answer) === last.target;
	for (const statement of isLast ? statements.slice(0, -1) : statements) {
		program.statement(`${statement.target} = `, statement.value, statement.size && spellShape(statement.size));
	}
	program.statement('return ', isLast ? last.value : answer, isLast && last.size ? spellShape(last.size) : null);
}

function spellShape(shape: readonly number[]): string {
	return torchShape(shape).join(', ');
}

function spellSize(shape: readonly number[]): string {
	return torchShape(shape).join(' x ');
}

/** What the lines use of PyTorch. */
function importsFor({ body, blocks, helpers, finish }: TorchNetwork): readonly string[] {
	const bodies = [body, ...blocks.map((block) => block.body)];
	const lines = bodies.flatMap(({ attributes, statements }): Expression[] => [
		...attributes.map(({ make }) => make),
		...statements.map(({ value }) => value),
	]);
	const names = [...lines, ...(finish ? [finish] : [])].flatMap(namesIn);
	const uses = (module: string) =>
		names.some((name) => name.startsWith(`${module}.`)) || helpers.some(({ source }) => new RegExp(`\\b${module}\\.`).test(source));
	return [
		...(uses('torch') ? ['import torch'] : []),
		'from torch import nn',
		...(uses('F') ? ['from torch.nn import functional as F'] : []),
	];
}

function namesIn(expression: Expression): readonly string[] {
	switch (expression.kind) {
		case 'name':
			return [expression.name];
		case 'call':
			return [expression.callee, ...expression.positional, ...expression.named.map(([, value]) => value)].flatMap(namesIn);
		case 'tuple':
		case 'list':
			return expression.items.flatMap(namesIn);
		case 'mapping':
			return expression.entries.flatMap(([, value]) => namesIn(value));
		case 'operation':
			return expression.operands.flatMap(namesIn);
		case 'member':
		case 'cut':
		case 'copies':
			return namesIn(expression.of);
		default:
			return [];
	}
}
