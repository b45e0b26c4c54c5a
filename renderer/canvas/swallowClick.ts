const swallowed = ['mousedown', 'click'] as const;
/** What begins something new: no click of the gesture can come after it. */
const beginnings = ['pointerdown', 'keydown'] as const;

/** Keeps the click that may follow a gesture from being taken for a press of its own. */
export function swallowClick(): void {
	const swallow = (event: Event): void => {
		event.stopPropagation();
		event.preventDefault();
		if (event.type === 'click') stop();
	};
	const stop = (): void => {
		for (const kind of swallowed) window.removeEventListener(kind, swallow, true);
		for (const kind of beginnings) window.removeEventListener(kind, stop, true);
	};
	for (const kind of swallowed) window.addEventListener(kind, swallow, true);
	for (const kind of beginnings) window.addEventListener(kind, stop, true);
}
