import { useEffect, useRef } from 'react';
import styles from './Picture.module.css';
import { toRgba, type WirePixels } from './pixels.ts';

/** A small picture shown crisp: each pixel stays a square. `label` says what it shows; without it the picture is decoration. */
export function Picture({
	pixels,
	label,
	className,
}: {
	readonly pixels: WirePixels;
	readonly label?: string;
	readonly className?: string;
}) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useEffect(() => {
		const context = canvas.current?.getContext('2d');
		context?.putImageData(new ImageData(toRgba(pixels), pixels.width, pixels.height), 0, 0);
	}, [pixels]);
	const meaning = label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const);
	return (
		<canvas
			{...meaning}
			ref={canvas}
			width={pixels.width}
			height={pixels.height}
			className={className === undefined ? styles.picture : `${styles.picture} ${className}`}
			// Large photographs look better smoothed.
			data-smooth={pixels.width > 96 || undefined}
		/>
	);
}
