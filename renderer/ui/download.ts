/** Hands a text to the browser as a file to save. */
export function downloadText(name: string, type: string, text: string): void {
	const address = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The download has begun by then; the page keeps no copy.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file name that every system takes: "My run 3" → `my-run-3`. */
export function fileNameOf(name: string): string {
	return (
		name
			.normalize('NFKD')
			.replace(/\p{M}/gu, '')
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '') || 'layerloom'
	);
}
