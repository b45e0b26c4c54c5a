import { Button, SegmentedControl } from '@mantine/core';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { MNIST_THICKNESS, type Stroke, type StrokePoint } from '#shared/pictures/strokes.ts';
import { drawInk, pictureOf } from '../pictures/drawInk.ts';
import { useText } from '../text/useText.ts';
import { Icon } from '../ui/Icon.tsx';
import { toWire } from '../ui/pixels.ts';
import { useEvaluateStore } from './evaluateStore.ts';
import styles from './TryPanel.module.css';

const widths = { thin: 0.7, medium: 1, thick: 1.4 } as const;
type Width = keyof typeof widths;
/** Answers follow the pen about this often. */
const ANSWER_EVERY_MS = 120;

/** A black pad for a white pen; the network answers while one draws. */
export function DrawPad({ size }: { readonly size: { readonly height: number; readonly width: number; readonly channels: number } }) {
	const { t } = useText();
	const canvas = useRef<HTMLCanvasElement>(null);
	const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
	const [width, setWidth] = useState<Width>('medium');
	const isDown = useRef(false);
	const answeredAt = useRef(0);
	const pick = useEvaluateStore((state) => state.pick);
	const thickness = MNIST_THICKNESS * widths[width];

	useEffect(() => {
		const context = canvas.current?.getContext('2d');
		if (context) drawInk(context, strokes, thickness);
	}, [strokes, thickness]);

	const ask = (drawn: readonly Stroke[], pen: number): void => {
		const picture = pictureOf(drawn, pen, size);
		pick(picture ? { kind: 'drawing', pixels: toWire(picture) } : null);
	};
	const change = (drawn: readonly Stroke[]): void => {
		setStrokes(drawn);
		ask(drawn, thickness);
	};
	const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
		if (!isDown.current) return;
		const points = pointsOf(event);
		const drawn = [...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), ...points]];
		setStrokes(drawn);
		if (event.timeStamp - answeredAt.current < ANSWER_EVERY_MS) return;
		answeredAt.current = event.timeStamp;
		ask(drawn, thickness);
	};
	return (
		<div className={styles.pad}>
			<div className={styles.board}>
				<canvas
					ref={canvas}
					width={376}
					height={376}
					role="img"
					aria-label={t('evaluate.draw.label')}
					onPointerDown={(event) => {
						event.currentTarget.setPointerCapture(event.pointerId);
						isDown.current = true;
						setStrokes([...strokes, pointsOf(event)]);
					}}
					onPointerMove={draw}
					onPointerUp={() => {
						isDown.current = false;
						ask(strokes, thickness);
					}}
					onPointerCancel={() => {
						isDown.current = false;
					}}
				/>
				{strokes.length === 0 ? <span>{t('evaluate.draw.empty')}</span> : null}
			</div>
			<div className={styles.padTools}>
				<Button h={28} size="xs" variant="default" disabled={strokes.length === 0} onClick={() => change([])}>
					{t('evaluate.draw.clear')}
				</Button>
				<Button
					h={28}
					size="xs"
					px={8}
					variant="default"
					aria-label={t('evaluate.draw.undo')}
					title={t('evaluate.draw.undo')}
					disabled={strokes.length === 0}
					onClick={() => change(strokes.slice(0, -1))}
				>
					<Icon name="undo" size={14} />
				</Button>
			</div>
			<SegmentedControl
				fullWidth
				size="xs"
				aria-label={t('evaluate.draw.thickness')}
				value={width}
				data={(Object.keys(widths) as Width[]).map((value) => ({ value, label: t(`evaluate.draw.thickness.${value}`) }))}
				onChange={(value) => {
					setWidth(value);
					ask(strokes, MNIST_THICKNESS * widths[value]);
				}}
			/>
			<p className={styles.note}>{t(size.channels === 1 ? 'evaluate.draw.note' : 'evaluate.draw.note.other')}</p>
			<p className={styles.note}>{t('evaluate.draw.keyboard')}</p>
		</div>
	);
}

/** All positions since the last event, in shares of the pad; fast pens send several at once. */
function pointsOf(event: PointerEvent<HTMLCanvasElement>): StrokePoint[] {
	const box = event.currentTarget.getBoundingClientRect();
	const moves = event.nativeEvent.getCoalescedEvents?.() ?? [];
	return (moves.length > 0 ? moves : [event.nativeEvent]).map((move) => ({
		x: (move.clientX - box.left) / box.width,
		y: (move.clientY - box.top) / box.height,
	}));
}
