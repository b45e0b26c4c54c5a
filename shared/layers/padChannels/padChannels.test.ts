import { describe, expect, it } from 'vitest';
import { card, outcome, probe } from '../testing/probe.ts';
import { padChannels } from './padChannels.ts';

describe('padChannels', () => {
	it('makes a shortcut as deep as the next stage of ResNet-20', () => {
		expect(outcome(padChannels, {}, [[16, 16, 16]])).toBe('16×16×32');
		expect(outcome(padChannels, { before: 0, after: 3 }, [[4, 4, 1]])).toBe('4×4×4');
		expect(outcome(padChannels, {}, [[16]])).toBe('needsMap error');
	});

	it('is the engine’s ChannelPadding, without weights', () => {
		expect(probe(padChannels, { before: 1, after: 2 }, [[4, 4, 1]])).toMatchObject({
			weights: 0,
			keras: [{ className: 'ChannelPadding', config: { before: 1, after: 2 } }],
		});
		expect(card(padChannels, {})).toEqual(['+8 and +8', 'channels of zeros']);
	});
});
