/** Hands a text or bytes to the browser as a file to save, which asks where or finds a free name. */
export function downloadFile(name: string, type: string, data: string | Uint8Array<ArrayBuffer>): void {
	const address = URL.createObjectURL(new Blob([data], { type }));
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
