import type { CurveSplit } from './curves.ts';

/** A short piece of a line as the charts draw it: solid for train, dashed for validation. */
export function LineSwatch({
	slot,
	split = 'train',
	isFaded = false,
	width = 20,
}: {
	readonly slot: number;
	readonly split?: CurveSplit;
	readonly isFaded?: boolean;
	readonly width?: number;
}) {
	return (
		<svg width={width} height={4} aria-hidden="true" focusable={false} style={{ flex: 'none' }}>
			<path
				d={`M0 2H${width}`}
				stroke={`var(--run-${slot + 1})`}
				strokeWidth={split === 'train' && width < 20 ? 3 : 2}
				strokeDasharray={split === 'validation' ? '4 3' : undefined}
				opacity={isFaded ? 0.55 : 1}
			/>
		</svg>
	);
}
