import type { CSSProperties } from 'react';
import type { Category } from '#shared/layers/defineLayer.ts';
import { type BarMeasure, type GlyphMeasure, type SlabMeasure, slope } from '#shared/picture/glyph.ts';
import styles from './ShapeGlyph.module.css';

interface GlyphBodyProps {
	readonly measure: GlyphMeasure;
	readonly category: Category;
	/** Top left corner of the drawing's bounds. */
	readonly x: number;
	readonly y: number;
	/** Picture on the face of a slab: a data URL of one sample. */
	readonly image?: string;
}

/** The slab or bar itself, inside any SVG. */
export function GlyphBody({ measure, category, x, y, image }: GlyphBodyProps) {
	const colour = { '--glyph': `var(--category-${category})` } as CSSProperties;
	const top = measure.kind === 'slab' ? y + measure.width * slope.up : y;
	return (
		<g className={styles.body} style={colour} transform={`translate(${round(x)} ${round(top)})`}>
			{measure.kind === 'slab' ? <Slab measure={measure} image={image} /> : <Bar measure={measure} />}
		</g>
	);
}

function Slab({ measure, image }: { readonly measure: SlabMeasure; readonly image: string | undefined }) {
	const h = round(measure.height);
	const d = round(measure.depth);
	const dx = round(measure.width * slope.across);
	const dy = round(measure.width * slope.up);
	const face = `M${d} 0l${dx} ${-dy}v${h}l${-dx} ${dy}z`;
	const lines = Array.from(
		{ length: measure.channels - 1 },
		(_, line) => `M${round((d * (line + 1)) / measure.channels)} 1v${round(h - 2)}`,
	);
	return (
		<>
			<path className={styles.top} d={`M0 0l${dx} ${-dy}h${d}l${-dx} ${dy}z`} />
			<path className={styles.face} d={face} />
			{image !== undefined && (
				<>
					<image
						className={styles.picture}
						href={image}
						width={1}
						height={1}
						preserveAspectRatio="none"
						transform={`matrix(${dx} ${-dy} 0 ${h} ${d} 0)`}
					/>
					<path className={styles.rim} d={face} />
				</>
			)}
			<rect className={styles.front} width={d} height={h} />
			{lines.length > 0 && <path className={styles.lines} d={lines.join('')} />}
		</>
	);
}

function Bar({ measure }: { readonly measure: BarMeasure }) {
	const { cells, width } = measure;
	const height = round(measure.height);
	const lines = Array.from(
		{ length: Math.max(cells - 1, 0) },
		(_, line) => `M1 ${round((height * (line + 1)) / cells)}h${round(width - 2)}`,
	);
	return (
		<>
			<rect className={styles.front} width={width} height={height} rx={1.5} />
			{lines.length > 0 && <path className={styles.lines} d={lines.join('')} />}
		</>
	);
}

/** Tenths of a pixel keep the markup short and the picture exact. */
function round(value: number): number {
	return Math.round(value * 10) / 10;
}
