/** Two slabs of a network, in the colours of convolution and dense layers. */
export function Logo() {
	return (
		<svg width={22} height={22} viewBox="0 0 22 22" aria-hidden focusable={false} strokeLinejoin="round">
			<g stroke="var(--category-convolution)" fill="color-mix(in srgb, var(--category-convolution) var(--slab-face), var(--surface))">
				<path d="M3 8l6-5h4L7 8z" fill="color-mix(in srgb, var(--category-convolution) var(--slab-top), var(--surface))" />
				<path d="M7 8l6-5v11l-6 5z" />
				<rect x="3" y="8" width="4" height="11" fill="color-mix(in srgb, var(--category-convolution) var(--slab-front), var(--surface))" />
			</g>
			<path
				d="M14 9l4-3.4v6.5L14 15.5z"
				stroke="var(--category-dense)"
				fill="color-mix(in srgb, var(--category-dense) var(--slab-face), var(--surface))"
			/>
		</svg>
	);
}
