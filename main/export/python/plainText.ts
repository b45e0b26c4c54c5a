/** Shown by every editor as what it is: no control characters, no marks that turn the direction of reading, no half characters. */
export function isPrintable(code: number): boolean {
	const isControl = code < 0x20 || (code >= 0x7f && code <= 0xa0);
	const turnsLine = (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f);
	const isHalf = code >= 0xd800 && code <= 0xdfff;
	return !isControl && !turnsLine && !isHalf && code !== 0xfeff;
}

/** Words for comments and docstrings: one line that ends nothing, whatever a document is called. */
export function plainText(text: string): string {
	const printable = [...text].map((character) => (isPrintable(character.codePointAt(0) ?? 0) ? character : ' ')).join('');
	return printable.replaceAll('\\', '/').replaceAll('"', '’').replace(/ {2,}/g, ' ').trim();
}
