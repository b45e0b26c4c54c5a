import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useText } from '../text/useText.ts';
import { type PanelSizes, panelLimits, useLayoutStore } from './layoutStore.ts';
import styles from './Resizer.module.css';

const STEP = 16;

/** Which way a panel grows as the pointer moves right or down. */
const direction: Readonly<Record<keyof PanelSizes, 1 | -1>> = { left: 1, outline: 1, right: -1, drawer: -1 };

/** The edge of a panel: drag it, move it with the arrow keys, or double-click for the usual size. */
export function Resizer({ panel }: { readonly panel: keyof PanelSizes }) {
	const { t } = useText();
	const size = useLayoutStore((state) => state.sizes[panel]);
	const resize = useLayoutStore((state) => state.resize);
	const start = useRef<{ readonly at: number; readonly size: number } | null>(null);
	const isHorizontal = panel === 'drawer';
	const { min, max, initial } = panelLimits[panel];

	const along = (event: PointerEvent): number => (isHorizontal ? event.clientY : event.clientX);
	const onKeyDown = (event: KeyboardEvent): void => {
		const sign = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
		if (sign === undefined) return;
		event.preventDefault();
		resize(panel, size + sign * direction[panel] * STEP);
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: a window splitter is a focusable separator, which <hr> is not
		<div
			className={`${styles.resizer} ${styles[panel === 'outline' ? 'left' : panel]}`}
			role="separator"
			tabIndex={0}
			aria-label={t(`shell.resize.${panel}`)}
			aria-orientation={isHorizontal ? 'horizontal' : 'vertical'}
			aria-valuenow={size}
			aria-valuemin={min}
			aria-valuemax={max}
			onKeyDown={onKeyDown}
			onDoubleClick={() => resize(panel, initial)}
			onPointerDown={(event) => {
				event.currentTarget.setPointerCapture(event.pointerId);
				start.current = { at: along(event), size };
			}}
			onPointerMove={(event) => {
				if (start.current) resize(panel, start.current.size + direction[panel] * (along(event) - start.current.at));
			}}
			onPointerUp={() => {
				start.current = null;
			}}
		/>
	);
}
