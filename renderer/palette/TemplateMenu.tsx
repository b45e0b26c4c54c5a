/** Whole networks to put on the canvas. */
export function TemplateMenu(_props: { readonly isWide?: boolean }) {
	return null;
}
