import type { DatasetDescription } from '../datasets/dataset.ts';
import type { GraphDocument } from '../graph/document.ts';
import { groupFacts } from '../inference/groupFacts.ts';
import type { Inference } from '../inference/inference.ts';
import { countValues } from '../tensor/shape.ts';
import type { Formatter } from '../text/formatter.ts';
import { message } from '../text/message.ts';
import { groupCardFacts, layerFacts } from './cardFacts.ts';
import { CARD_SIZE } from './cardGeometry.ts';
import { drawCard } from './drawCard.ts';
import type { Drawing, PartBox, Shape } from './drawing.ts';
import { fitText } from './fitText.ts';
import { largestSide } from './glyph.ts';
import { groupKey } from './groupKey.ts';
import { type Palette, type PictureTheme, palettes } from './palette.ts';
import { findRegions } from './regions.ts';
import { makeScene, type Scene } from './scene.ts';
import { assignTracks, routeWire, wireWidth } from './wirePath.ts';

export interface PictureOptions {
	readonly theme: PictureTheme;
	/** Name of the network above, its totals below it. */
	readonly hasTitle: boolean;
	/** Ids of layers, and keys of groups, that alone are drawn; everything where it is left out. */
	readonly only?: ReadonlySet<string>;
}

const MARGIN = 32;
const TITLE_HEIGHT = 56;

/**
 * A network as a picture, with the cards, wires and regions at the places that they have on the canvas: a document and what is derived of it
 * → a drawing that any format can write. What folded groups hold stays hidden, as on the canvas.
 */
export function drawNetwork(
	document: GraphDocument,
	inference: Inference,
	{ theme, hasTitle, only }: PictureOptions,
	{ dataset, formatter }: { readonly dataset: DatasetDescription | null; readonly formatter: Formatter },
): Drawing {
	const palette = palettes[theme];
	const scene = onlyOf(makeScene(document, null, inference.order), only);
	const source = { document, inference, context: { settings: document.settings, dataset }, formatter };
	const look = { palette, formatter, largest: largestSide(Array.from(inference.nodes.values(), ({ output }) => output)) };
	const regions = only ? [] : findRegions(document, inference, scene);
	const bounds = boundsOf(scene, regions);
	const head = hasTitle ? TITLE_HEIGHT : 0;
	return {
		title: document.name,
		x: bounds.x - MARGIN,
		y: bounds.y - MARGIN - head,
		width: Math.ceil(bounds.width + 2 * MARGIN),
		height: Math.ceil(bounds.height + 2 * MARGIN + head),
		background: palette.background,
		shapes: [
			...(hasTitle ? drawTitle(document, inference, bounds, palette, formatter) : []),
			...regions.flatMap((region) => drawRegion(region, formatter, palette)),
			...scene.frames.flatMap((frame) => drawFrame(frame, document, inference, formatter, palette)),
			...drawWires(scene, inference, formatter, palette),
			...scene.nodes.map(({ node, position }) => drawCard(layerFacts(node, source), position, look)),
			...scene.cards.map(({ group, position }) => drawCard(groupCardFacts(group, source), position, look)),
		],
	};
}

/** Where each layer and folded group stands in a drawing. */
export function partBoxes({ shapes }: Drawing): ReadonlyMap<string, PartBox> {
	return new Map(shapes.flatMap((shape) => (shape.kind === 'part' ? [[shape.id, { x: shape.x, y: shape.y, ...CARD_SIZE }] as const] : [])));
}

function onlyOf(scene: Scene, only: ReadonlySet<string> | undefined): Scene {
	if (!only) return scene;
	const nodes = scene.nodes.filter(({ node }) => only.has(node.id));
	const cards = scene.cards.filter(({ group }) => only.has(groupKey(group.id)));
	const shown = new Set([...nodes.map(({ node }) => node.id), ...cards.map(({ group }) => groupKey(group.id))]);
	return {
		...scene,
		nodes,
		cards,
		frames: scene.frames.filter(({ group }) => only.has(groupKey(group.id))),
		wires: scene.wires.filter(({ source, target }) => shown.has(source) && shown.has(target)),
	};
}

/** Around cards, frames, regions and the wires between them. */
function boundsOf(scene: Scene, regions: readonly PartBox[]): PartBox {
	const boxes: readonly PartBox[] = [
		...scene.nodes.map(({ position }) => ({ ...position, ...CARD_SIZE })),
		...scene.cards.map(({ position }) => ({ ...position, ...CARD_SIZE })),
		...scene.frames.map(({ box }) => box),
		...regions,
	];
	if (boxes.length === 0) return { x: 0, y: 0, width: 2 * CARD_SIZE.width, height: MARGIN };
	// Wires that run under a row of cards reach below all of them.
	const lane = scene.wires.some(({ from, to }) => to.x - from.x > CARD_SIZE.width * 2 || to.x < from.x) ? MARGIN : 0;
	let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const { x, y, width, height } of boxes) {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x + width);
		bottom = Math.max(bottom, y + height);
	}
	return { x: left, y: top, width: right - left, height: bottom - top + lane };
}

function drawTitle(
	document: GraphDocument,
	{ totals, inputShape, outputShape }: Inference,
	{ x, y, width }: PartBox,
	palette: Palette,
	formatter: Formatter,
): readonly Shape[] {
	const sizes = `${formatter.shape(inputShape)} → ${formatter.shape(outputShape)}`;
	const costs = formatter.text(
		message('picture.totals', {
			weights: totals.weights,
			formatted: formatter.count(totals.weights),
			multiplyAdds: formatter.shortCount(totals.multiplyAdds),
			file: formatter.bytes(totals.fileBytes),
		}),
	);
	return [
		{
			kind: 'text',
			x,
			y: y - TITLE_HEIGHT + 20,
			text: fitText(document.name, 20, width),
			size: 20,
			face: 'strong',
			fill: palette.text,
			anchor: 'start',
		},
		{
			kind: 'text',
			x,
			y: y - TITLE_HEIGHT + 42,
			text: fitText(`${sizes} · ${costs}`, 12, Math.max(width, 400)),
			size: 12,
			face: 'text',
			fill: palette.text2,
			anchor: 'start',
		},
	];
}

function drawRegion(
	{ name, x, y, width, height, weights, share }: ReturnType<typeof findRegions>[number],
	formatter: Formatter,
	palette: Palette,
): readonly Shape[] {
	const worded = formatter.text(message('canvas.node.weights', { count: weights, formatted: formatter.count(weights) }));
	const title = formatter.text(message(`canvas.region.${name}`));
	const about = formatter.text(message(`canvas.region.${name}.text`, { weights: worded, share: formatter.percent(share, 0) }));
	return [
		{ kind: 'rect', x, y, width, height, radius: 16, fill: palette.region, stroke: palette.line, strokeWidth: 1 },
		{ kind: 'text', x: x + 20, y: y + 24, text: title, size: 12, face: 'strong', fill: palette.text2, anchor: 'start' },
		{
			kind: 'text',
			x: x + 20 + 40,
			y: y + 24,
			text: fitText(about, 12, width - 72),
			size: 12,
			face: 'text',
			fill: palette.text3,
			anchor: 'start',
		},
	];
}

function drawFrame(
	{ group, box }: Scene['frames'][number],
	document: GraphDocument,
	inference: Inference,
	formatter: Formatter,
	palette: Palette,
): readonly Shape[] {
	const { weightCount } = groupFacts(document, inference, group);
	const weights = formatter.text(message('canvas.node.weights', { count: weightCount, formatted: formatter.count(weightCount) }));
	const name = group.repeat > 1 ? `${group.name} ×${group.repeat}` : group.name;
	const { x, y, width, height } = box;
	return [
		{ kind: 'rect', x, y, width, height, radius: 12, stroke: palette.border, strokeWidth: 1, dash: [5, 4] },
		{
			kind: 'text',
			x: x + 14,
			y: y + 24,
			text: fitText(`${name} · ${weights}`, 12, width - 28),
			size: 12,
			face: 'strong',
			fill: palette.text2,
			anchor: 'start',
		},
	];
}

function drawWires({ wires }: Scene, inference: Inference, formatter: Formatter, palette: Palette): readonly Shape[] {
	const tracks = assignTracks(wires.map(({ from, to }) => ({ source: from, target: to })));
	const routes = wires.map(({ edges: [edge], from, to }, index) => {
		const shape = inference.nodes.get(edge.source)?.output ?? null;
		return { ...routeWire(from, to, tracks[index]), shape, isBroken: inference.nodes.get(edge.target)?.status === 'error' };
	});
	return [
		...routes.map(
			({ path, shape, isBroken }): Shape => ({
				kind: 'path',
				d: path,
				stroke: isBroken ? palette.error : palette.wire,
				strokeWidth: shape ? Math.round(wireWidth(countValues(shape)) * 10) / 10 : 1.5,
				...(shape ? {} : { dash: [4, 3] as const }),
			}),
		),
		...routes.map(
			({ label, shape }): Shape => ({
				kind: 'text',
				...label,
				text: formatter.shape(shape),
				size: 11,
				face: 'text',
				fill: palette.text2,
				anchor: 'middle',
			}),
		),
	];
}
