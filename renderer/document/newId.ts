/** An id that no other document has; works without a secure context, as in a class-room over plain HTTP. */
export function newDocumentId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(12));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
