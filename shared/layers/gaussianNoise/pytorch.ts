import { call } from '../../python/expression.ts';
import type { ConfigOf } from '../fields.ts';
import { type TorchHelper, type TorchLayer, torchPointwise } from '../torch.ts';
import type { NoiseFields } from './fields.ts';

const helper: TorchHelper = {
	name: 'GaussianNoise',
	source: `class GaussianNoise(nn.Module):
    """Adds normal noise while training."""

    def __init__(self, stddev):
        super().__init__()
        self.stddev = stddev

    def forward(self, x):
        return x + self.stddev * torch.randn_like(x) if self.training else x`,
};

export function pytorch({ stddev }: ConfigOf<NoiseFields>): TorchLayer {
	return { ...torchPointwise(call('GaussianNoise', [stddev])), helpers: [helper] };
}
