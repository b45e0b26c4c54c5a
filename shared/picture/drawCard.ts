import type { Position } from '../graph/document.ts';
import type { Formatter } from '../text/formatter.ts';
import type { CardFacts } from './cardFacts.ts';
import { CARD_SIZE, PORT_Y } from './cardGeometry.ts';
import { drawGlyph } from './drawGlyph.ts';
import type { Shape } from './drawing.ts';
import { fitText } from './fitText.ts';
import type { Palette } from './palette.ts';

const EDGE = 3;
const LEFT = 12;
const ROOM = CARD_SIZE.width - LEFT - 8;
const STACK_STEP = 4;

/** A card as the canvas shows it: name, two lines of settings, the picture of its size, its share of the work, its weights. */
export function drawCard(
	facts: CardFacts,
	{ x, y }: Position,
	{ palette, formatter, largest }: { readonly palette: Palette; readonly formatter: Formatter; readonly largest: number },
): Shape {
	const isWaiting = ['blocked', 'unconnected', 'unknown'].includes(facts.status);
	const colour = facts.status === 'error' ? palette.error : isWaiting ? palette.border : palette.categories[facts.category];
	const size = formatter.shape(facts.output);
	const text = (y: number, words: string, size: number, fill: string, face: 'text' | 'strong' = 'text', room = ROOM): Shape => ({
		kind: 'text',
		x: LEFT,
		y,
		text: fitText(words, size, room),
		size,
		face,
		fill,
		anchor: 'start',
	});
	const share = facts.share > 0 ? formatter.percent(facts.share, facts.share < 0.01 ? 1 : 0) : '';
	const bar = ROOM - (share === '' ? 0 : 38);
	return {
		kind: 'part',
		id: facts.id,
		label: `${facts.name}: ${size}, ${facts.weights}`,
		x,
		y,
		...(facts.isMuted ? { opacity: 0.5 } : {}),
		shapes: [
			...(facts.copies > 1 ? [frame(2 * STACK_STEP, palette), frame(STACK_STEP, palette)] : []),
			{
				...frame(0, palette),
				...(facts.status === 'error' ? { stroke: palette.error } : {}),
				...(isWaiting ? { dash: [3, 3] as const } : {}),
			},
			{ kind: 'rect', x: 0, y: 5, width: EDGE, height: CARD_SIZE.height - 10, fill: colour },
			text(21, facts.name, 13, palette.text, 'strong'),
			text(44, facts.lines[0], 11, palette.text2),
			text(60, facts.lines[1], 11, palette.text3),
			...(facts.output ? drawGlyph(facts.output, largest, facts.category, palette, { x: (CARD_SIZE.width + EDGE) / 2, y: PORT_Y }) : []),
			{ kind: 'rect', x: LEFT, y: 182, width: bar, height: 3, radius: 1.5, fill: palette.track },
			...(facts.share > 0
				? [
						{
							kind: 'rect',
							x: LEFT,
							y: 182,
							width: Math.max(1, bar * facts.share),
							height: 3,
							radius: Math.min(1.5, (bar * facts.share) / 2),
							fill: colour,
						} as const,
					]
				: []),
			...(share === '' ? [] : [{ ...text(187, share, 11, palette.text3), x: CARD_SIZE.width - 8, anchor: 'end' } as Shape]),
			text(203, facts.weights, 11, facts.status === 'error' ? palette.error : palette.text2),
		],
	};
}

function frame(by: number, palette: Palette) {
	return {
		kind: 'rect',
		x: by,
		y: by,
		width: CARD_SIZE.width,
		height: CARD_SIZE.height,
		radius: 8,
		fill: palette.card,
		stroke: palette.border,
		strokeWidth: 1,
	} as const satisfies Shape;
}
