import type { ReactElement } from 'react';

const pictures = {
	input: (
		<>
			<rect x="2.5" y="2.5" width="11" height="11" rx="2" />
			<path d="M2.5 11l3.2-3.2 2.6 2.6 2-2 3.2 3.2" />
			<circle cx="10.5" cy="5.6" r="1" />
		</>
	),
	output: (
		<>
			<path d="M3 8h7M7.5 5l3 3-3 3M13 3v10" />
		</>
	),
	convolution: (
		<>
			<rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
			<rect x="2.5" y="2.5" width="6.5" height="6.5" rx="1.5" fill="currentColor" fillOpacity=".3" />
		</>
	),
	pooling: (
		<>
			<path d="M2.5 3.5h7v7h-7zM2.5 7h7M6 3.5v7" />
			<path d="M11.5 9v4h-4" />
		</>
	),
	dense: (
		<>
			<path d="M4 4l8-1M4 4l8 5M4 12l8-9M4 12l8-3M4 12l8 1M4 4l8 9" strokeWidth="1" />
			<circle cx="3.5" cy="4" r="1.3" />
			<circle cx="3.5" cy="12" r="1.3" />
			<circle cx="12.5" cy="3" r="1.3" />
			<circle cx="12.5" cy="8.5" r="1.3" />
			<circle cx="12.5" cy="13.2" r="1.3" />
		</>
	),
	flatten: (
		<>
			<path d="M2.5 4.5h5v7h-5zM9.5 8h1M12.5 2.5v11" />
		</>
	),
	normalization: (
		<>
			<path d="M2 13c2.5 0 3.2-9.5 6-9.5S11.5 13 14 13M8 3.5V13" />
		</>
	),
	dropout: (
		<>
			<circle cx="4.5" cy="4.5" r="1.8" fill="currentColor" />
			<circle cx="11.5" cy="11.5" r="1.8" fill="currentColor" />
			<path d="M10 3l3 3M13 3l-3 3M3 10l3 3M6 10l-3 3" />
		</>
	),
	activation: (
		<>
			<path d="M2.5 11.5H8l5.5-8M8 2.5v11" />
		</>
	),
	joining: (
		<>
			<path d="M2.5 3.5C6 3.5 5.5 8 8 8M2.5 12.5C6 12.5 5.5 8 8 8M8 8h5.5M11.2 5.8L13.5 8l-2.3 2.2" />
		</>
	),
	size: (
		<>
			<path d="M9.5 2.5h4v4M6.5 13.5h-4v-4M13.5 2.5l-4.5 4.5M2.5 13.5L7 9" />
		</>
	),
	search: (
		<>
			<circle cx="7" cy="7" r="4.5" />
			<path d="M10.5 10.5L14 14" />
		</>
	),
	undo: (
		<>
			<path d="M5.5 3L2.5 6l3 3M2.5 6H10a3.5 3.5 0 010 7H7" />
		</>
	),
	redo: (
		<>
			<path d="M10.5 3l3 3-3 3M13.5 6H6a3.5 3.5 0 000 7h3" />
		</>
	),
	play: (
		<>
			<path d="M5 3.2v9.6L12.5 8z" fill="currentColor" />
		</>
	),
	check: (
		<>
			<path d="M3 8.5l3.2 3.2L13 5" />
		</>
	),
	warn: (
		<>
			<path d="M8 2.5l6 10.5H2zM8 6.5v3M8 11.3v.2" />
		</>
	),
	down: (
		<>
			<path d="M4 6l4 4 4-4" />
		</>
	),
	right: (
		<>
			<path d="M6 4l4 4-4 4" />
		</>
	),
	up: (
		<>
			<path d="M4 10l4-4 4 4" />
		</>
	),
	star: (
		<>
			<path d="M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z" />
		</>
	),
	starred: (
		<>
			<path d="M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z" fill="currentColor" />
		</>
	),
	eye: (
		<>
			<path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
			<circle cx="8" cy="8" r="2" />
		</>
	),
	chart: (
		<>
			<path d="M2.5 2.5v11h11M5 10.5l2.5-3.5 2 1.8 3.5-4.3" />
		</>
	),
	table: (
		<>
			<rect x="2.5" y="3" width="11" height="10" rx="1.5" />
			<path d="M2.5 6.5h11M6.5 6.5V13" />
		</>
	),
	clock: (
		<>
			<circle cx="8" cy="8" r="5.5" />
			<path d="M8 5v3.2l2 1.3" />
		</>
	),
	chip: (
		<>
			<rect x="4" y="4" width="8" height="8" rx="1.5" />
			<path d="M6.5 1.8V4M9.5 1.8V4M6.5 12v2.2M9.5 12v2.2M1.8 6.5H4M1.8 9.5H4M12 6.5h2.2M12 9.5h2.2" />
		</>
	),
	plus: (
		<>
			<path d="M8 3.5v9M3.5 8h9" />
		</>
	),
	minus: (
		<>
			<path d="M3.5 8h9" />
		</>
	),
	fit: (
		<>
			<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />
		</>
	),
	lab: (
		<>
			<path d="M6 2.5h4M6.8 2.5v4L3 13.5h10L9.2 6.5v-4" />
		</>
	),
	build: (
		<>
			<path d="M2.5 5.5h4v5h-4zM9.5 5.5h4v5h-4zM6.5 8h3" />
		</>
	),
	more: (
		<>
			<circle cx="3.5" cy="8" r=".8" fill="currentColor" />
			<circle cx="8" cy="8" r=".8" fill="currentColor" />
			<circle cx="12.5" cy="8" r=".8" fill="currentColor" />
		</>
	),
	group: (
		<>
			<rect x="2.5" y="5.5" width="8" height="8" rx="1.5" />
			<path d="M5.5 3.5A1 1 0 016.5 2.5h5.5a1.5 1.5 0 011.5 1.5v5.5a1 1 0 01-1 1" />
		</>
	),
	fold: (
		<>
			<path d="M3 6.5h4v-4M13 9.5H9v4M7 6.5L2.5 2M9 9.5l4.5 4.5" />
		</>
	),
	enter: (
		<>
			<path d="M9.5 2.5h2.5A1.5 1.5 0 0113.5 4v8a1.5 1.5 0 01-1.5 1.5H9.5M2.5 8h7M6.5 5l3 3-3 3" />
		</>
	),
	pause: (
		<>
			<path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2" />
		</>
	),
	stop: (
		<>
			<rect x="4" y="4" width="8" height="8" rx="1.5" fill="currentColor" />
		</>
	),
	export: (
		<>
			<path d="M8 9.5V2.5M5 5.2l3-2.7 3 2.7M3 9v4.5h10V9" />
		</>
	),
	lock: (
		<>
			<rect x="3.5" y="7" width="9" height="6.5" rx="1.5" />
			<path d="M5.5 7V5a2.5 2.5 0 015 0v2" />
		</>
	),
	folder: (
		<>
			<path d="M2 4.5A1.5 1.5 0 013.5 3H6l1.5 2h5A1.5 1.5 0 0114 6.5v5a1.5 1.5 0 01-1.5 1.5h-9A1.5 1.5 0 012 11.5z" />
		</>
	),
	gear: (
		<>
			<circle cx="8" cy="8" r="2.2" />
			<path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6l1.4 1.4M11 11l1.4 1.4M3.6 12.4L5 11M11 5l1.4-1.4" />
		</>
	),
	file: (
		<>
			<path d="M4 2h5l3.5 3.5V14H4zM9 2v3.5h3.5" />
		</>
	),
	info: (
		<>
			<circle cx="8" cy="8" r="5.8" />
			<path d="M8 7.2v3.6M8 5v.2" />
		</>
	),
	no: (
		<>
			<circle cx="8" cy="8" r="5.5" />
			<path d="M4.2 4.2l7.6 7.6" />
		</>
	),
	snow: (
		<>
			<path d="M8 2v12M2.8 5l10.4 6M13.2 5L2.8 11M6.5 3L8 4.5 9.5 3M6.5 13L8 11.5 9.5 13" />
		</>
	),
	pin: (
		<>
			<path d="M6 2.5h4M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5" />
		</>
	),
	mute: (
		<>
			<path d="M2.5 8h3M10.5 8h3M5.5 5.5h5v5h-5z" strokeDasharray="2 1.5" />
		</>
	),
	copy: (
		<>
			<rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
			<path d="M10.5 5.5V4A1.5 1.5 0 009 2.5H4A1.5 1.5 0 002.5 4v5A1.5 1.5 0 004 10.5h1.5" />
		</>
	),
	close: (
		<>
			<path d="M4 4l8 8M12 4l-8 8" />
		</>
	),
} as const satisfies Record<string, ReactElement>;

export type IconName = keyof typeof pictures;

/** A 16 × 16 line drawing in the colour of the text; decorative unless `label` says what it means. */
export function Icon({ name, size = 16, label }: { readonly name: IconName; readonly size?: number; readonly label?: string }) {
	const meaning = label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const);
	return (
		// biome-ignore lint/a11y/noSvgWithoutTitle: `aria-label` names it; a title would come up as a tooltip
		<svg
			{...meaning}
			width={size}
			height={size}
			viewBox="0 0 16 16"
			fill="none"
			stroke="currentColor"
			strokeWidth={1.5}
			strokeLinecap="round"
			strokeLinejoin="round"
			focusable={false}
		>
			{pictures[name]}
		</svg>
	);
}
