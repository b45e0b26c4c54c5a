import { ActionIcon, Tooltip } from '@mantine/core';
import { type CSSProperties, type PointerEvent, useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import type { Category } from '#shared/layers/defineLayer.ts';
import type { FormulaToken } from '#shared/layers/formula.ts';
import type { WindowGeometry } from '#shared/tensor/window.ts';
import { lostCells } from '#shared/tensor/window.ts';
import type { Message } from '#shared/text/message.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { InputMap, OutputMap } from './PictureMaps.tsx';
import { cellAt, layOutPicture, type MapLayout, paddedSize, spanOf } from './pictureLayout.ts';
import styles from './WindowPicture.module.css';

const ROOM = { width: 292, height: 168, gap: 44 };
const STEP_MS = 90;

interface WindowPictureProps {
	readonly geometry: WindowGeometry;
	readonly category: Category;
	/** One sample of the data, where it is what this layer really gets. */
	readonly image: string | null;
	/** Part of the picture that a symbol of the formula points at. */
	readonly litPart: FormulaToken['part'] | null;
}

/** The padded input with the window in place, and the output cell that it makes, at the same pixels per cell. Play or point to move it. */
export function WindowPicture({ geometry, category, image, litPart }: WindowPictureProps) {
	const { t, format } = useText();
	const layout = useMemo(() => layOutPicture(geometry, ROOM), [geometry]);
	const { x: columns, y: rows } = layout.places;
	const [place, setPlace] = useState<{ readonly column: number; readonly row: number } | null>(null);
	const [isPlaying, setIsPlaying] = useState(false);
	const id = useId();
	const column = nearest(columns, place?.column ?? columns[Math.floor(columns.length / 3)] ?? 0);
	const row = nearest(rows, place?.row ?? rows[Math.floor(rows.length / 4)] ?? 0);
	const advance = useEffectEvent(() => {
		const next = columns[columns.indexOf(column) + 1];
		if (next !== undefined) setPlace({ column: next, row });
		else setPlace({ column: columns[0] ?? 0, row: rows[(rows.indexOf(row) + 1) % rows.length] ?? 0 });
	});
	useEffect(() => {
		if (!isPlaying) return;
		const timer = setInterval(() => advance(), STEP_MS);
		return () => clearInterval(timer);
	}, [isPlaying]);

	const { height, width } = geometry;
	const top = Math.max(layout.input.y.length, layout.output.y.length);
	const inputAt = { x: 0, y: (top - layout.input.y.length) / 2 };
	const outputAt = { x: ROOM.width - layout.output.x.length, y: (top - layout.output.y.length) / 2 };
	const onInput = (event: PointerEvent<SVGGElement>): void => {
		const cell = pointed(event, layout.input);
		setPlace({
			column: Math.round((cell.x - (width.effectiveWindow - 1) / 2) / width.stride),
			row: Math.round((cell.y - (height.effectiveWindow - 1) / 2) / height.stride),
		});
	};
	const onOutput = (event: PointerEvent<SVGGElement>): void => {
		const cell = pointed(event, layout.output);
		setPlace({ column: cell.x, row: cell.y });
	};
	const windowX = spanOf(layout.input.x, column * width.stride, column * width.stride + width.effectiveWindow);
	const windowY = spanOf(layout.input.y, row * height.stride, row * height.stride + height.effectiveWindow);
	const cellX = spanOf(layout.output.x, column, column + 1);
	const cellY = spanOf(layout.output.y, row, row + 1);
	const padded = format.shape([paddedSize(height), paddedSize(width)]);
	const output = format.shape([height.output, width.output]);
	const isPadded = height.padBefore + height.padAfter + width.padBefore + width.padAfter > 0;
	return (
		<section className={styles.section} aria-labelledby={`${id}-title`}>
			<header className={styles.head}>
				<h3 id={`${id}-title`}>{t(isPadded ? 'inspector.picture.padded' : 'inspector.picture.input', { size: padded })}</h3>
				<Tooltip label={t(isPlaying ? 'inspector.picture.pause' : 'inspector.picture.play')}>
					<ActionIcon
						size={24}
						variant="subtle"
						color="gray"
						aria-label={t(isPlaying ? 'inspector.picture.pause' : 'inspector.picture.play')}
						aria-pressed={isPlaying}
						onClick={() => setIsPlaying(!isPlaying)}
					>
						<Icon name={isPlaying ? 'pause' : 'play'} size={12} />
					</ActionIcon>
				</Tooltip>
				<span>{t('inspector.picture.output', { size: output })}</span>
			</header>
			<svg
				className={styles.picture}
				style={{ '--layer': `var(--category-${category})` } as CSSProperties}
				viewBox={`-1 -1 ${ROOM.width + 2} ${top + 2}`}
				role="img"
				aria-label={t('inspector.picture.spoken', { padded, output, column: column + 1, row: row + 1 })}
				onPointerLeave={() => setPlace(isPlaying ? place : null)}
			>
				<g transform={`translate(${inputAt.x} ${inputAt.y})`} onPointerMove={isPlaying ? undefined : onInput}>
					<InputMap map={layout.input} geometry={geometry} image={image} litPart={litPart ?? null} column={column} row={row} />
				</g>
				<g transform={`translate(${outputAt.x} ${outputAt.y})`} onPointerMove={isPlaying ? undefined : onOutput}>
					<OutputMap map={layout.output} column={column} row={row} isLit={litPart === 'output'} />
				</g>
				{windowX && windowY && cellX && cellY && (
					<path
						className={styles.sight}
						d={[
							`M${inputAt.x + windowX.at + windowX.length} ${inputAt.y + windowY.at}`,
							`L${outputAt.x + cellX.at} ${outputAt.y + cellY.at}`,
							`M${inputAt.x + windowX.at + windowX.length} ${inputAt.y + windowY.at + windowY.length}`,
							`L${outputAt.x + cellX.at} ${outputAt.y + cellY.at + cellY.length}`,
						].join('')}
					/>
				)}
			</svg>
			<p className={styles.caption}>
				{captionOf(geometry, isPadded)
					.map((part) => t(part.id, part.values))
					.join(' · ')}
			</p>
		</section>
	);
}

function captionOf({ height, width }: WindowGeometry, isPadded: boolean): readonly Message[] {
	const [rows, columns] = [lostCells(height), lostCells(width)];
	return [
		width.output === height.output
			? { id: 'inspector.picture.stepsSame', values: { steps: width.output } }
			: { id: 'inspector.picture.steps', values: { across: width.output, down: height.output } },
		...(isPadded ? [{ id: 'inspector.picture.rim', values: {} }] : []),
		rows + columns === 0 ? { id: 'inspector.picture.noneLost', values: {} } : { id: 'inspector.picture.lost', values: { rows, columns } },
	];
}

function nearest(places: readonly number[], wanted: number): number {
	return places.reduce((best, place) => (Math.abs(place - wanted) < Math.abs(best - wanted) ? place : best), places[0] ?? 0);
}

/** The cell under the pointer, whatever size the picture is shown at. */
function pointed(event: PointerEvent<SVGGElement>, map: MapLayout): { readonly x: number; readonly y: number } {
	const matrix = event.currentTarget.getScreenCTM();
	if (!matrix) return { x: 0, y: 0 };
	const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
	return { x: cellAt(map.x, point.x), y: cellAt(map.y, point.y) };
}
