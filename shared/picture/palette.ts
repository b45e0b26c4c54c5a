import type { Category } from '../layers/defineLayer.ts';

export const pictureThemes = ['light', 'dark', 'print'] as const;
/** Screen colours, or for paper: white ground, no fills behind the cards. */
export type PictureTheme = (typeof pictureThemes)[number];

export interface Palette {
	readonly background: string;
	readonly region: string;
	readonly card: string;
	readonly track: string;
	readonly line: string;
	readonly border: string;
	readonly text: string;
	readonly text2: string;
	readonly text3: string;
	readonly wire: string;
	readonly error: string;
	readonly ok: string;
	readonly warn: string;
	readonly categories: Readonly<Record<Category, string>>;
	/** Share of a slab's colour in its face, front and top. */
	readonly slab: { readonly face: number; readonly front: number; readonly top: number };
}

/** The same colours as the window's (`theme/tokens.css`). */
const light: Palette = {
	background: '#eef0f4',
	region: '#f7f8fa',
	card: '#ffffff',
	track: '#eceef2',
	line: '#e2e5ea',
	border: '#c9ced7',
	text: '#14171d',
	text2: '#475060',
	text3: '#626c7b',
	wire: '#8b95a5',
	error: '#c4261d',
	ok: '#17734a',
	warn: '#8f5700',
	categories: {
		endpoint: '#475569',
		convolution: '#0b66c3',
		pooling: '#0a7772',
		normalization: '#7a3fc4',
		dropout: '#b0530c',
		activation: '#5a770d',
		dense: '#b4265d',
		joining: '#82582f',
		size: '#5d6470',
	},
	slab: { face: 0.3, front: 0.58, top: 0.16 },
};

const dark: Palette = {
	background: '#0d0f13',
	region: '#12151a',
	card: '#1b1e25',
	track: '#242831',
	line: '#282c35',
	border: '#3d434f',
	text: '#eceef3',
	text2: '#b4bbc8',
	text3: '#8d96a5',
	wire: '#6b7485',
	error: '#ff8a80',
	ok: '#5dd39e',
	warn: '#f0b64f',
	categories: {
		endpoint: '#a5b3c8',
		convolution: '#6cb2ff',
		pooling: '#4ccfc3',
		normalization: '#c09cff',
		dropout: '#ffa45e',
		activation: '#b4d350',
		dense: '#ff88b0',
		joining: '#d6aa7e',
		size: '#a9b0bc',
	},
	slab: { face: 0.34, front: 0.62, top: 0.2 },
};

export const palettes: Readonly<Record<PictureTheme, Palette>> = {
	light,
	dark,
	print: { ...light, background: '#ffffff', region: '#ffffff', line: '#c9ced7', border: '#8b95a5', text2: '#2c333f', text3: '#475060' },
};

/** `share` of one colour in another: mix('#ff0000', '#ffffff', 0.5) → '#ff8080'. */
export function mix(colour: string, ground: string, share: number): string {
	const part = (of: string, at: number): number => Number.parseInt(of.slice(at, at + 2), 16);
	return `#${[1, 3, 5]
		.map((at) =>
			Math.round(part(colour, at) * share + part(ground, at) * (1 - share))
				.toString(16)
				.padStart(2, '0'),
		)
		.join('')}`;
}
