import { fileNameOf } from '../ui/download.ts';

/** A folder of its own for an export inside `parent`, in the parent's way of writing paths: `/home/ada/lenet-tfjs`. */
export function exportPath(parent: string, documentName: string, target: string): string {
	const separator = parent.includes('\\') && !parent.includes('/') ? '\\' : '/';
	const base = parent.endsWith(separator) ? parent.slice(0, -1) : parent;
	return `${base}${separator}${fileNameOf(documentName)}-${target}`;
}
