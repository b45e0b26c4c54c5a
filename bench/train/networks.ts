import { buildPlan } from '#shared/plan/buildPlan.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { type LayerReference, type NetworkBuilder, networkBuilder } from '#shared/templates/networkBuilder.ts';

/** A network that all contenders train, the same in each. */
export interface BenchNetwork {
	/** Also its name in `train.py`. */
	readonly name: string;
	readonly title: string;
	/** Most samples of one timed pass. */
	readonly samples: number;
	plan(): ModelPlan;
}

function planOf(write: (net: NetworkBuilder) => void): ModelPlan {
	const net = networkBuilder({ id: 'bench', name: 'bench', dataset: null });
	write(net);
	const planned = buildPlan({ ...net.build(), seed: 1 }, { dataset: null });
	if (!planned.ok) throw new Error(planned.problem.map(({ code }) => code).join(', '));
	return planned.value;
}

function writeMnist(net: NetworkBuilder): void {
	net.layer('input', { height: 28, width: 28, channels: 1 });
	for (const filters of [32, 64]) {
		net.layer('conv2d', { filters, kernelSize: [3, 3], padding: 'valid', activation: 'relu' });
		net.layer('maxPool2d');
	}
	net.layer('flatten');
	net.layer('dropout', { rate: 0.5 });
	net.layer('output', { units: 10 });
}

function writeCifar(net: NetworkBuilder, normalizes: boolean): void {
	net.layer('input', { height: 32, width: 32, channels: 3 });
	for (const filters of [32, 64]) {
		for (let place = 0; place < 2; place++) {
			const activation = normalizes ? 'linear' : 'relu';
			net.layer('conv2d', { filters, kernelSize: [3, 3], padding: 'same', activation });
			if (!normalizes) continue;
			net.layer('batchNorm');
			net.layer('activation', { activation: 'relu' });
		}
		net.layer('maxPool2d');
		net.layer('dropout', { rate: 0.25 });
	}
	net.layer('flatten');
	net.layer('dense', { units: 128, activation: 'relu' });
	net.layer('dropout', { rate: 0.5 });
	net.layer('output', { units: 10 });
}

/** He et al. 2016, §4.2, with projections as shortcuts; 3 blocks of two convolutions at each of three sizes. */
function writeResNet20(net: NetworkBuilder): void {
	const convolve = (filters: number, stride: number, size: number, from: LayerReference, isLast = false): LayerReference => {
		const config = { filters, kernelSize: [size, size], strides: [stride, stride], padding: 'same', useBias: false, activation: 'linear' };
		net.layer('conv2d', config, { from: [from] });
		const normalized = net.layer('batchNorm');
		return isLast ? normalized : net.layer('activation', { activation: 'relu' });
	};
	let last = convolve(16, 1, 3, net.layer('input', { height: 32, width: 32, channels: 3 }));
	for (const [stage, filters] of [16, 32, 64].entries()) {
		for (let block = 0; block < 3; block++) {
			const stride = stage > 0 && block === 0 ? 2 : 1;
			const main = convolve(filters, 1, 3, convolve(filters, stride, 3, last), true);
			const shortcut = stride === 2 ? convolve(filters, stride, 1, last, true) : last;
			net.layer('add', {}, { from: [main, shortcut] });
			last = net.layer('activation', { activation: 'relu' });
		}
	}
	net.layer('globalAveragePool2d');
	net.layer('output', { units: 10 });
}

export const benchNetworks: readonly BenchNetwork[] = [
	{ name: 'mnist', title: 'MNIST CNN', samples: 16_000, plan: () => planOf(writeMnist) },
	{ name: 'cifar', title: 'CIFAR CNN', samples: 3_968, plan: () => planOf((net) => writeCifar(net, false)) },
	{ name: 'cifar-bn', title: 'CIFAR CNN + batchNorm', samples: 2_560, plan: () => planOf((net) => writeCifar(net, true)) },
	{ name: 'resnet20', title: 'ResNet-20', samples: 1_920, plan: () => planOf(writeResNet20) },
];
