import { useMemo } from 'react';
import type { PieceBody } from '#shared/pieces/piece.ts';
import { kindColour } from '../glyph/layerColour.ts';
import { glyphOf } from './glyphOf.ts';

const WIDTH = 40;
const HEIGHT = 26;
/** Room above for the arcs of shortcuts. */
const TOP = 8;
const GAP = 1.5;

/** A block in miniature: a bar in the colour of each layer, and an arc for each shortcut. */
export function PieceGlyph({ body }: { readonly body: PieceBody }) {
	const { columns, rows, bars, arcs } = useMemo(() => glyphOf(body), [body]);
	const step = WIDTH / columns;
	const height = (HEIGHT - TOP) / rows;
	const middle = (column: number): number => (column < 0 ? 0.5 : column * step + step / 2);
	return (
		<svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
			{arcs.map(({ from, to }) => (
				<path
					key={`${from} ${to}`}
					d={`M${middle(from)} ${TOP - 0.5}C${middle(from)} ${-2} ${middle(to)} ${-2} ${middle(to)} ${TOP - 0.5}`}
					fill="none"
					stroke="var(--text-3)"
					strokeWidth={1.25}
				/>
			))}
			{bars.map(({ id, kind, column, row }) => (
				<rect
					key={id}
					x={column * step + GAP / 2}
					y={TOP + row * height + GAP / 2}
					width={Math.max(1, step - GAP)}
					height={Math.max(1, height - GAP)}
					rx={1}
					fill={kindColour(kind)}
				/>
			))}
		</svg>
	);
}
