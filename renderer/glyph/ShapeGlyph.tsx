import { memo, useMemo } from 'react';
import type { Category } from '#shared/layers/defineLayer.ts';
import { boundsOf, measureGlyph } from '#shared/picture/glyph.ts';
import { isSameShape, type MaybeShape } from '#shared/tensor/shape.ts';
import { GlyphBody } from './GlyphBody.tsx';
import styles from './ShapeGlyph.module.css';
import { useTween } from './useTween.ts';

const WIDTH = 96;
const HEIGHT = 92;

export interface ShapeGlyphProps {
	/** Size of the node's output; `null` while unknown. */
	readonly shape: MaybeShape;
	/** Largest height or width in the network: `largestSide`. */
	readonly largest: number;
	readonly category: Category;
	/** One sample on the face of a slab, as a data URL. */
	readonly image?: string;
	/** The layer is there but not connected. */
	readonly isFaded?: boolean;
}

/**
 * Picture of a tensor's size as the papers draw it, 96 × 92: `[28, 28, 6]` a slab whose face is the map and whose depth
 * stands for the channels, `[120]` a thin bar. Decorative: the size stands in words beside it.
 */
export const ShapeGlyph = memo(
	function ShapeGlyph({ shape, largest, category, image, isFaded = false }: ShapeGlyphProps) {
		const target = useMemo(() => (shape === null ? null : measureGlyph(shape, largest)), [shape, largest]);
		const measure = useTween(target);
		const bounds = measure && boundsOf(measure);
		return (
			<svg
				className={isFaded ? `${styles.glyph} ${styles.faded}` : styles.glyph}
				width={WIDTH}
				height={HEIGHT}
				viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
				aria-hidden
				focusable={false}
			>
				{measure && bounds ? (
					<GlyphBody
						measure={measure}
						category={category}
						x={(WIDTH - bounds.width) / 2}
						y={(HEIGHT - bounds.height) / 2}
						{...(image === undefined ? {} : { image })}
					/>
				) : (
					<rect className={styles.unknown} x={(WIDTH - 24) / 2} y={(HEIGHT - 40) / 2} width={24} height={40} rx={2} />
				)}
			</svg>
		);
	},
	(before, after) =>
		isSameShape(before.shape, after.shape) &&
		before.largest === after.largest &&
		before.category === after.category &&
		before.image === after.image &&
		before.isFaded === after.isFaded,
);
