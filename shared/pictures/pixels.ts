/** A decoded picture, 8 bits a channel, row-major, channels-last. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly channels: 1 | 3;
	readonly data: Uint8Array;
}

/** Copies red, green and blue of RGBA pixels to the front of `target`. */
export function takeRgb(rgba: Uint8Array | Uint8ClampedArray, target: Uint8Array): void {
	let to = 0;
	for (let from = 0; from < rgba.length; from += 4) {
		target[to++] = rgba[from] ?? 0;
		target[to++] = rgba[from + 1] ?? 0;
		target[to++] = rgba[from + 2] ?? 0;
	}
}

/**
 * Colour to brightness and back: the weights of ITU-R BT.601, rounded. The same numbers for every file format,
 * so that a folder of mixed formats is one dataset.
 */
export function withChannels(picture: Picture, channels: 1 | 3): Picture {
	if (picture.channels === channels) return picture;
	const count = picture.width * picture.height;
	const data = new Uint8Array(count * channels);
	const from = picture.data;
	for (let index = 0; index < count; index++) {
		if (channels === 1) {
			const at = index * 3;
			data[index] = Math.round((299 * (from[at] ?? 0) + 587 * (from[at + 1] ?? 0) + 114 * (from[at + 2] ?? 0)) / 1000);
		} else {
			data.fill(from[index] ?? 0, index * 3, index * 3 + 3);
		}
	}
	return { ...picture, channels, data };
}

/** RGBA as three channels; what shines through is laid on white, as paper is. */
export function onWhite(width: number, height: number, rgba: Uint8ClampedArray): Picture {
	const data = new Uint8Array(width * height * 3);
	for (let pixel = 0; pixel < width * height; pixel++) {
		const alpha = (rgba[pixel * 4 + 3] ?? 255) / 255;
		for (let channel = 0; channel < 3; channel++) {
			data[pixel * 3 + channel] = Math.round((rgba[pixel * 4 + channel] ?? 0) * alpha + 255 * (1 - alpha));
		}
	}
	return { width, height, channels: 3, data };
}
