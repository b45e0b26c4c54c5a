import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import type { Face } from '#shared/picture/drawing.ts';

/** A file of a typeface: the letters of some scripts. */
interface FontFile {
	readonly name: string;
	readonly bytes: Buffer;
	readonly font: Font;
}

export type Fonts = Readonly<Record<Face, readonly FontFile[]>>;

const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const;
const files: Readonly<Record<Face, readonly string[]>> = {
	text: scripts.map((script) => `inter-${script}-400`),
	strong: scripts.map((script) => `inter-${script}-600`),
};

/** The typefaces that the app brings, so that a picture is the same on every machine; `folder` holds the WOFF files. */
export async function loadFonts(folder: string): Promise<Fonts> {
	const load = async (name: string): Promise<FontFile> => {
		const bytes = await readFile(join(folder, `${name}.woff`));
		const font = create(bytes);
		if (!('layout' in font)) throw new Error(`${name}.woff holds several fonts: the product is incomplete.`);
		return { name, bytes, font };
	};
	const all = async (face: Face): Promise<readonly FontFile[]> => Promise.all(files[face].map(load));
	return { text: await all('text'), strong: await all('strong') };
}

/** A stretch of text in one file's letters. */
interface TextRun {
	readonly file: FontFile;
	readonly text: string;
	/** In pixels, at the type size asked for. */
	readonly width: number;
}

/** The text cut where the file changes; `isComplete` is false where a sign is in none of them and the first file's empty box stands for it. */
export function cutRuns(
	text: string,
	candidates: readonly FontFile[],
	size: number,
): { readonly runs: readonly TextRun[]; readonly isComplete: boolean } {
	const [usual] = candidates;
	if (!usual) return { runs: [], isComplete: text === '' };
	const pieces: { file: FontFile; text: string }[] = [];
	let isComplete = true;
	for (const sign of text) {
		const found = candidates.find(({ font }) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
		if (!found) isComplete = false;
		const file = found ?? usual;
		const last = pieces.at(-1);
		if (last?.file === file) last.text += sign;
		else pieces.push({ file, text: sign });
	}
	const runs = pieces.map((piece) => ({
		...piece,
		width: (piece.file.font.layout(piece.text).advanceWidth / piece.file.font.unitsPerEm) * size,
	}));
	return { runs, isComplete };
}

/** Where a text of these runs begins. */
export function startOf(
	{ x, anchor }: { readonly x: number; readonly anchor: 'start' | 'middle' | 'end' },
	runs: readonly TextRun[],
): number {
	const width = runs.reduce((sum, run) => sum + run.width, 0);
	return x - (anchor === 'start' ? 0 : anchor === 'middle' ? width / 2 : width);
}
