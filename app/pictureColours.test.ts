import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { palettes } from '#shared/picture/palette.ts';

const tokens = readFileSync(new URL('../renderer/theme/tokens.css', import.meta.url), 'utf8');

const [light = '', dark = ''] = tokens.split(':root[data-mantine-color-scheme="dark"]');

/** `#fff` → `#ffffff` */
function token(sheet: string, name: string): string | undefined {
	const value = new RegExp(`--${name}: (#[0-9a-f]+);`).exec(sheet)?.[1];
	return value?.length === 4 ? `#${[...value.slice(1)].map((digit) => digit + digit).join('')}` : value;
}

it('pictures have the colours of the window', () => {
	for (const [sheet, palette] of [
		[light, palettes.light],
		[dark, palettes.dark],
	] as const) {
		expect(token(sheet, 'canvas')).toBe(palette.background);
		expect(token(sheet, 'card')).toBe(palette.card);
		expect(token(sheet, 'text')).toBe(palette.text);
		expect(token(sheet, 'wire')).toBe(palette.wire);
		for (const [category, colour] of Object.entries(palette.categories))
			expect(token(sheet, `category-${category}`), category).toBe(colour);
	}
});
