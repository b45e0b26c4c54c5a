/** Speed and time left of a run, from its recent past. Times in milliseconds. */
export class Pace {
	readonly #recent: { readonly at: number; readonly images: number }[] = [];
	readonly #windowMs: number;

	constructor(windowMs = 3000) {
		this.#windowMs = windowMs;
	}

	/** Forgets the past, so that a pause (validation, saving) does not count as slowness. */
	restart(now: number): void {
		this.#recent.length = 0;
		this.#recent.push({ at: now, images: 0 });
	}

	add(now: number, images: number): void {
		this.#recent.push({ at: now, images });
		while (this.#recent.length > 2 && now - (this.#recent[0]?.at ?? now) > this.#windowMs) this.#recent.shift();
	}

	imagesPerSecond(): number {
		const first = this.#recent[0];
		const last = this.#recent.at(-1);
		if (!first || !last || last.at <= first.at) return 0;
		const images = this.#recent.slice(1).reduce((sum, { images }) => sum + images, 0);
		return (images / (last.at - first.at)) * 1000;
	}
}
