import { VisuallyHidden } from '@mantine/core';
import { useAnnouncementStore } from '../view/announce.ts';

/** Speaks what changed to screen readers. */
export function LiveRegion() {
	const { text, count } = useAnnouncementStore();
	return (
		<VisuallyHidden role="status" aria-live="polite">
			{/* Two equal sentences in a row are two pieces of news. */}
			<span key={count}>{text}</span>
		</VisuallyHidden>
	);
}
