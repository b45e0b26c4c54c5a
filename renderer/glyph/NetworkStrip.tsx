import { memo } from 'react';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { boundsOf, denseStripScale, type GlyphMeasure, largestSide, measureGlyph, stripScale } from '#shared/picture/glyph.ts';
import { layerColour } from '#shared/picture/layerColour.ts';
import { GlyphBody } from './GlyphBody.tsx';
import styles from './NetworkStrip.module.css';
import { pickStations } from './stations.ts';

const HEIGHT = 96;
const GAP = 12;
const DENSE_GAP = 5;
const DENSE_FROM = 9;
const ARC_RISE = 12;

interface NetworkStripProps {
	readonly document: GraphDocument;
	readonly inference: Inference;
}

interface DrawnStation {
	readonly measure: GlyphMeasure;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly node: string;
}

/** A whole network in one row, 96 px high: its sizes in the order of the data, shortcuts as arcs. Decorative. */
export const NetworkStrip = memo(function NetworkStrip({ document, inference }: NetworkStripProps) {
	const { stations, shortcuts } = pickStations(document, inference);
	const isDense = stations.length > DENSE_FROM;
	const scale = isDense ? denseStripScale : stripScale;
	const gap = isDense ? DENSE_GAP : GAP;
	const largest = largestSide(stations.map(({ shape }) => shape));
	const drawn: DrawnStation[] = [];
	let x = 0;
	for (const { node, shape } of stations) {
		const measure = measureGlyph(shape, largest, scale);
		const bounds = boundsOf(measure);
		drawn.push({ node, measure, x, y: (HEIGHT - bounds.height) / 2, width: bounds.width });
		x += bounds.width + gap;
	}
	const categories = new Map(document.nodes.map(({ id, kind }) => [id, layerColour(layerDefinition(kind))]));
	return (
		<svg className={styles.strip} viewBox={`-1 0 ${Math.max(x - gap, 1) + 2} ${HEIGHT}`} aria-hidden focusable={false}>
			{drawn.map(({ node, ...place }) => (
				<GlyphBody key={node} category={categories.get(node) ?? 'size'} measure={place.measure} x={place.x} y={place.y} />
			))}
			{shortcuts.map(([from, to]) => {
				const start = drawn[from];
				const end = drawn[to];
				return start && end ? <path key={`${from} ${to}`} className={styles.shortcut} d={arc(start, end)} /> : null;
			})}
		</svg>
	);
});

/** From the middle of one picture's top to the middle of the other's, rising above both. */
function arc(start: DrawnStation, end: DrawnStation): string {
	const [x1, y1] = [start.x + start.width / 2, start.y - 2];
	const [x2, y2] = [end.x + end.width / 2, end.y - 2];
	const rise = Math.min(y1, y2) - ARC_RISE;
	return `M${x1} ${y1}C${x1} ${rise} ${x2} ${rise} ${x2} ${y2}`;
}
