import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdit } from '#shared/graph/edit.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { type NetworkBuilder, networkBuilder } from '#shared/templates/networkBuilder.ts';
import { basicBlock, normalizedConvolution } from '#shared/templates/residual.ts';
import { trainedModel } from '../testModel.ts';
import { modelProgram } from './modelProgram.ts';
import { toTorchNetwork } from './network.ts';

const expected = (name: string) => readFile(new URL(`./expected/${name}.py`, import.meta.url), 'utf8');

function programOf(document: GraphDocument): string {
	const { plan } = trainedModel(document);
	return modelProgram(toTorchNetwork(plan), plan);
}

/** `4 × 6 × 6`, the layers under test, ten classes. */
function network(name: string, write: (net: NetworkBuilder) => void, finish: 'flatten' | 'globalAveragePool2d' = 'globalAveragePool2d') {
	const net = networkBuilder({ id: 'test', name, dataset: null });
	net.layer('input', { height: 6, width: 6, channels: 4 });
	write(net);
	net.layer(finish);
	net.layer('output', { units: 10 });
	return net.build();
}

const forwardOf = (program: string) => program.slice(program.indexOf('def forward'), program.indexOf('def predict'));

describe('model.py', () => {
	it('of LeNet-5 is what a person would have written', async () => {
		expect(programOf(lenet5.build())).toBe(await expected('lenet5'));
	});

	it('of a residual block keeps the shortcut under its layer’s name and adds it', async () => {
		const document = network('one block', (net) => {
			normalizedConvolution(net, { filters: 8, size: 3 });
			net.layer('activation', { activation: 'relu' });
			basicBlock(net, 16, 2);
		});
		expect(programOf(document)).toBe(await expected('residualBlock'));
	});

	it('has a class for a repeated group, used as often as the group is repeated', async () => {
		const chain = network('stacked', (net) => {
			net.layer('conv2d', { filters: 8, kernelSize: [3, 3], activation: 'linear' }, { name: 'grow' });
			const start = net.last();
			net.layer('conv2d', { filters: 8, kernelSize: [3, 3] }, { name: 'look' });
			net.layer('add', {}, { from: [net.last(), start], name: 'sum' });
		});
		const group = { id: 'g', name: 'body', position: { x: 0, y: 0 }, repeat: 1, collapsed: false };
		const members = chain.nodes.filter(({ name }) => name === 'look' || name === 'sum').map(({ id }) => id);
		const grouped = applyEdit(chain, { kind: 'addGroup', group, nodes: members });
		const repeated = { ...grouped, groups: grouped.groups.map((each) => ({ ...each, repeat: 3 })) };
		expect(programOf(repeated)).toBe(await expected('repeatedGroup'));
		const { state } = toTorchNetwork(trainedModel(repeated).plan).body;
		expect(state.map(({ name }) => name)).toContain('body.2.look.weight');
	});

	it('writes a group out that is repeated inside another', () => {
		const chain = network('nested', (net) => void net.layer('conv2d', { filters: 4, kernelSize: [3, 3] }, { name: 'look' }));
		const members = chain.nodes.filter(({ name }) => name === 'look').map(({ id }) => id);
		const group = (id: string, parent?: string) => ({
			id,
			name: id,
			position: { x: 0, y: 0 },
			repeat: 2,
			collapsed: false,
			...(parent && { parent }),
		});
		const grouped = applyEdit(chain, { kind: 'addGroup', group: group('inner'), nodes: members });
		const program = programOf({ ...grouped, groups: [group('outer'), group('inner', 'outer')] });
		expect([...program.matchAll(/self\.(\w+) = nn\.Conv2d/g)].map(([, name]) => name)).toEqual([
			'outer_1_inner_1_look',
			'outer_1_inner_2_look',
			'outer_2_inner_1_look',
			'outer_2_inner_2_look',
		]);
	});
});

describe('names', () => {
	it('that documents bring never become code', () => {
		const hostile = '"""\nimport os\\" #\u202e{x}';
		const document = network(hostile, (net) => {
			net.layer('conv2d', { filters: 4 }, { name: '"); import os; os.system("rm' });
			net.layer('conv2d', { filters: 4 }, { name: 'forward' });
			net.layer('conv2d', { filters: 4 }, { name: 'Forward_' });
			net.layer('conv2d', { filters: 4 }, { name: '畳み込み' });
			net.layer('conv2d', { filters: 4 }, { name: '3×3' });
		});
		const program = programOf(document);
		expect(program.split('\n')[0]).toBe('"""’’’ import os/’ # {x}: a network drawn in Layerloom.');
		expect(program.match(/^import os/m)).toBeNull();
		const attributes = [...program.matchAll(/self\.(\w+) = /g)].map(([, name]) => name);
		expect(attributes).toEqual(['import_os_os_system_rm', 'forward_', 'forward_2', 'conv2d', 'layer_3_3', 'output']);
		expect(program).toContain('class ImportOsX(nn.Module):');
	});
});

describe('values in PyTorch’s order', () => {
	it('are flattened as usual where a dense layer’s weights can follow', () => {
		const program = programOf(network('plain', (net) => void net.layer('dropout', { rate: 0.5 }), 'flatten'));
		expect(forwardOf(program)).toContain('x = torch.flatten(x, 1)  # 144');
	});

	it('are turned first where something else comes after', () => {
		const program = programOf(
			network('turned', (net) => {
				net.layer('flatten');
				net.layer('reshape', { targetShape: [6, 6, 4] });
			}),
		);
		expect(forwardOf(program)).toContain('x = torch.flatten(x.permute(0, 2, 3, 1), 1)  # 144');
		expect(forwardOf(program)).toContain('x = x.reshape(-1, 6, 6, 4).permute(0, 3, 1, 2)  # 4, 6, 6');
	});
});

describe('training', () => {
	it('leaves alone what is frozen, and what PyTorch wants but the network does not have', () => {
		const document = network('frozen', (net) => {
			net.layer('batchNorm', { scale: false }, { name: 'free' });
			net.layer('batchNorm', {}, { name: 'still' });
		});
		const nodes = document.nodes.map((node) => (node.name === 'still' ? { ...node, frozen: true } : node));
		const program = programOf({ ...document, nodes });
		expect(program).toContain('        self.free.weight.requires_grad_(False)\n');
		expect(program).toContain('        self.still.requires_grad_(False)\n');
		expect(program).toContain('        super().train(mode)\n        self.still.eval()\n        return self\n');
	});
});
