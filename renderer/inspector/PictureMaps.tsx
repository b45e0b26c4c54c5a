import { Fragment, memo, useId } from 'react';
import type { FormulaToken } from '#shared/layers/formula.ts';
import type { WindowGeometry } from '#shared/tensor/window.ts';
import { type AxisLayout, type MapLayout, paddedSize, partsOf, spanOf } from './pictureLayout.ts';
import styles from './WindowPicture.module.css';

interface InputMapProps {
	readonly map: MapLayout;
	readonly geometry: WindowGeometry;
	readonly image: string | null;
	readonly litPart: FormulaToken['part'] | null;
	/** Output cell whose window is drawn. */
	readonly column: number;
	readonly row: number;
}

/** Padded input: hatched rim of zeros, the map itself, what no window reaches, the steps still to take, and the window. */
export function InputMap({ map, geometry, image, litPart, column, row }: InputMapProps) {
	const { height, width } = geometry;
	const left = column * width.stride;
	const top = row * height.stride;
	const across = spanOf(map.x, left, left + width.effectiveWindow);
	const down = spanOf(map.y, top, top + height.effectiveWindow);
	return (
		<>
			<InputGround map={map} geometry={geometry} image={image} litPart={litPart} />
			{down && <Steps map={map} geometry={geometry} column={column} middle={down.at + down.length / 2} isLit={litPart === 'step'} />}
			{across && down && (
				<g className={styles.window} data-lit={litPart === 'window' || undefined}>
					<rect x={across.at} y={down.at} width={across.length} height={down.length} rx={1} />
					<Taps geometry={geometry} cell={map.x.cell} x={across.at} y={down.at} />
				</g>
			)}
		</>
	);
}

/** All that stays while the window moves. */
const InputGround = memo(function InputGround({ map, geometry, image, litPart }: Omit<InputMapProps, 'column' | 'row'>) {
	const { height, width } = geometry;
	const id = useId();
	const [rows, columns] = [paddedSize(height), paddedSize(width)];
	const inner = {
		x: partsOf(map.x, width.padBefore, width.padBefore + width.input),
		y: partsOf(map.y, height.padBefore, height.padBefore + height.input),
	};
	const lostColumns = partsOf(map.x, columns - width.remainder, columns);
	const lostRows = partsOf(map.y, rows - height.remainder, rows);
	const allColumns = partsOf(map.x, 0, columns);
	const allRows = partsOf(map.y, 0, rows);
	return (
		<>
			<defs>
				<pattern id={`${id}-zeros`} width={4} height={4} patternUnits="userSpaceOnUse">
					<path className={styles.zeros} data-lit={litPart === 'padding' || undefined} d="M0 4L4 0" />
				</pattern>
				<pattern id={`${id}-lost`} width={5} height={5} patternUnits="userSpaceOnUse">
					<path className={styles.lostLine} d="M0 0L5 5M-1 4L1 6M4 -1L6 1" />
				</pattern>
				<pattern id={`${id}-cells`} width={map.x.cell} height={map.x.cell} patternUnits="userSpaceOnUse">
					<path className={styles.cells} d={`M${map.x.cell} 0H0V${map.x.cell}`} />
				</pattern>
			</defs>
			<Tiles x={allColumns} y={allRows} className={styles.rim} fill={`url(#${id}-zeros)`} />
			<Tiles x={inner.x} y={inner.y} className={styles.map} />
			{image === null ? (
				<Tiles x={inner.x} y={inner.y} fill={`url(#${id}-cells)`} />
			) : (
				<Sample map={map} geometry={geometry} image={image} />
			)}
			<Tiles x={inner.x} y={inner.y} className={styles.inputEdge} isLit={litPart === 'input'} />
			<Tiles x={lostColumns} y={allRows} className={styles.lost} fill={`url(#${id}-lost)`} />
			<Tiles x={allColumns} y={lostRows} className={styles.lost} fill={`url(#${id}-lost)`} />
			<Cuts map={map} />
		</>
	);
});

/** The sample's pixels under the drawn cells only. */
function Sample({ map, geometry: { height, width }, image }: Pick<InputMapProps, 'map' | 'geometry'> & { readonly image: string }) {
	return map.y.stretches.map((down) =>
		map.x.stretches.map((across) => (
			<svg
				key={`${across.from} ${down.from}`}
				x={across.at}
				y={down.at}
				width={(across.to - across.from) * map.x.cell}
				height={(down.to - down.from) * map.y.cell}
				viewBox={`${across.from - width.padBefore} ${down.from - height.padBefore} ${across.to - across.from} ${down.to - down.from}`}
				preserveAspectRatio="none"
				aria-hidden
			>
				<image className={styles.sample} href={image} width={width.input} height={height.input} preserveAspectRatio="none" />
			</svg>
		)),
	);
}

/** Dots at the middles of the next places in the row. */
function Steps({
	map,
	geometry: { width },
	column,
	middle,
	isLit,
}: Pick<InputMapProps, 'map' | 'geometry' | 'column'> & { readonly middle: number; readonly isLit: boolean }) {
	const dots = [];
	for (let place = column + 1; place < width.output; place++) {
		const span = spanOf(map.x, place * width.stride, place * width.stride + width.effectiveWindow);
		if (span) dots.push(<circle key={place} cx={span.at + span.length / 2} cy={middle} r={isLit ? 2 : 1} />);
	}
	return <g className={styles.steps}>{dots}</g>;
}

/** The cells that a window with gaps really reads. */
function Taps({
	geometry: { height, width },
	cell,
	x,
	y,
}: Pick<InputMapProps, 'geometry'> & { readonly cell: number; readonly x: number; readonly y: number }) {
	if (height.dilation === 1 && width.dilation === 1) return null;
	const count = (taps: number) => Array.from({ length: taps }, (_, tap) => tap);
	return count(height.window).map((down) =>
		count(width.window).map((across) => (
			<rect
				key={`${across} ${down}`}
				className={styles.tap}
				x={x + across * width.dilation * cell}
				y={y + down * height.dilation * cell}
				width={cell}
				height={cell}
			/>
		)),
	);
}

interface OutputMapProps {
	readonly map: MapLayout;
	readonly column: number;
	readonly row: number;
	readonly isLit: boolean;
}

/** Output: cells made so far tinted, the current one full. */
export function OutputMap({ map, column, row, isLit }: OutputMapProps) {
	const id = useId();
	const columns = partsOf(map.x, 0, map.x.count);
	const rows = partsOf(map.y, 0, map.y.count);
	const x = spanOf(map.x, column, column + 1);
	const y = spanOf(map.y, row, row + 1);
	return (
		<>
			<defs>
				<pattern id={`${id}-cells`} width={map.x.cell} height={map.x.cell} patternUnits="userSpaceOnUse">
					<path className={styles.cells} d={`M${map.x.cell} 0H0V${map.x.cell}`} />
				</pattern>
			</defs>
			<Tiles x={columns} y={rows} className={styles.output} isLit={isLit} />
			<Tiles x={columns} y={rows} fill={`url(#${id}-cells)`} />
			<Tiles x={columns} y={partsOf(map.y, 0, row)} className={styles.made} />
			<Tiles x={partsOf(map.x, 0, column)} y={partsOf(map.y, row, row + 1)} className={styles.made} />
			<Cuts map={map} />
			{x && y && <rect className={styles.current} x={x.at - 1} y={y.at - 1} width={x.length + 2} height={y.length + 2} rx={1} />}
		</>
	);
}

type Parts = ReturnType<typeof partsOf>;

/** One rectangle for each combination of stretches: four where both axes are cut. */
function Tiles({
	x,
	y,
	className,
	fill,
	isLit,
}: {
	readonly x: Parts;
	readonly y: Parts;
	readonly className?: string | undefined;
	readonly fill?: string;
	readonly isLit?: boolean;
}) {
	return y.map((down) => (
		<Fragment key={down.at}>
			{x.map((across) => (
				<rect
					key={across.at}
					className={className}
					x={across.at}
					y={down.at}
					width={across.length}
					height={down.length}
					data-lit={isLit || undefined}
					{...(fill === undefined ? {} : { style: { fill } })}
				/>
			))}
		</Fragment>
	));
}

/** A dotted line where the middle of a long axis is left out. */
function Cuts({ map }: { readonly map: MapLayout }) {
	const cut = (axis: AxisLayout): number | null => {
		const [head, tail] = axis.stretches;
		return head && tail ? (head.at + (head.to - head.from) * axis.cell + tail.at) / 2 : null;
	};
	const [x, y] = [cut(map.x), cut(map.y)];
	return (
		<>
			{x !== null && <path className={styles.cut} d={`M${x} -1V${map.y.length + 1}`} />}
			{y !== null && <path className={styles.cut} d={`M-1 ${y}H${map.x.length + 1}`} />}
		</>
	);
}
