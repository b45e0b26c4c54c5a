import 'react';

declare module 'react' {
	/** Custom properties may be set inline: `{ '--category': … }`. */
	interface CSSProperties {
		[name: `--${string}`]: string | number | undefined;
	}
}
