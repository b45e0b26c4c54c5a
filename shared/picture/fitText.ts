/** Widths in shares of the type size: without the typeface at hand a little is left over rather than missing. */
const WIDTH = { narrow: 0.3, usual: 0.56, wide: 0.86, full: 1.1 } as const;
let segmenter: Intl.Segmenter | undefined;

/** Whole signs as a reader sees them. Its tables are loaded with the first picture, not at the start of the program. */
function graphemes(text: string): Iterable<{ readonly segment: string }> {
	segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
	return segmenter.segment(text);
}

/** About how wide a text is in Inter, in pixels; figures and wide scripts are told apart from thin letters. */
function textWidth(text: string, size: number): number {
	let width = 0;
	for (const { segment } of graphemes(text)) width += widthOf(segment);
	return width * size;
}

function widthOf(sign: string): number {
	const code = sign.codePointAt(0) ?? 0;
	if (/^[ijl.,:;|'! \u2009]$/.test(sign)) return WIDTH.narrow;
	if (/^[mwMW@%]$/.test(sign)) return WIDTH.wide;
	return code >= 0x1100 && (code < 0x200b || code > 0x2fff) ? WIDTH.full : WIDTH.usual;
}

/** The text in one line, cut at a whole sign and ended with "…" where it is wider than `room` pixels. */
export function fitText(text: string, size: number, room: number): string {
	const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
	if (textWidth(line, size) <= room) return line;
	let kept = '';
	let width = WIDTH.full * size;
	for (const { segment } of graphemes(line)) {
		width += widthOf(segment) * size;
		if (width > room) break;
		kept += segment;
	}
	return `${kept.trimEnd()}…`;
}
