/** Puts text on the clipboard. A page over plain HTTP, as in a class-room, has no clipboard of its own: there a selected text area does it. */
export async function copyText(text: string): Promise<void> {
	if (navigator.clipboard) return navigator.clipboard.writeText(text);
	const area = document.createElement('textarea');
	area.value = text;
	area.style.position = 'fixed';
	area.style.opacity = '0';
	document.body.append(area);
	area.select();
	const isCopied = document.execCommand('copy');
	area.remove();
	if (!isCopied) throw new Error('the browser refused to copy');
}
