const WIDTH = 24;
/** Eighths of a character cell, left to right. */
const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** `██████▌                 ` for a share between 0 and 1. */
export function progressBar(share: number): string {
	const eighths = Math.round(Math.min(1, Math.max(0, share)) * WIDTH * 8);
	return ('█'.repeat(Math.trunc(eighths / 8)) + (PARTS[eighths % 8] ?? '')).padEnd(WIDTH);
}
