import { useEffect } from 'react';
import { copySelection } from '../actions/copySelection.ts';
import { cutSelection } from '../actions/cutSelection.ts';
import { paste } from '../actions/paste.ts';
import { copyText, cutText, pasteText } from './clipboard.ts';

/** Copy, cut and paste by the system's own events: they bring the clipboard with them, so that nobody is asked for leave. */
export function useClipboard(): void {
	useEffect(() => {
		const listen = (take: () => string | null, isEnabled: () => boolean) => (event: ClipboardEvent) => {
			if (isTextWork(event) || !isEnabled()) return;
			const text = take();
			if (text === null) return;
			event.clipboardData?.setData('text/plain', text);
			event.preventDefault();
		};
		const onCopy = listen(copyText, copySelection.isEnabled);
		const onCut = listen(cutText, cutSelection.isEnabled);
		const onPaste = (event: ClipboardEvent): void => {
			const text = event.clipboardData?.getData('text/plain') ?? '';
			if (isTextWork(event) || !paste.isEnabled() || text === '') return;
			event.preventDefault();
			pasteText(text);
		};
		document.addEventListener('copy', onCopy);
		document.addEventListener('cut', onCut);
		document.addEventListener('paste', onPaste);
		return () => {
			document.removeEventListener('copy', onCopy);
			document.removeEventListener('cut', onCut);
			document.removeEventListener('paste', onPaste);
		};
	}, []);
}

/** Someone types, has marked words on the page, or has a dialog open: then text is meant. */
function isTextWork({ target }: ClipboardEvent): boolean {
	if (target instanceof Element && target.closest('input, textarea, [contenteditable], [role="dialog"]')) return true;
	if (document.querySelector('[aria-modal="true"]') !== null) return true;
	return !(getSelection()?.isCollapsed ?? true);
}
