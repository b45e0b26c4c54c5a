import type { SymbolRole } from './fields.ts';

/** One symbol of a formula with the number that this node puts in its place: `p` and `2`. */
export interface FormulaToken {
	readonly symbol: string;
	readonly number: string;
	readonly role: SymbolRole | 'plain';
	/** Field that the symbol comes from; lit when the symbol is pointed at. */
	readonly field?: string;
	/** Part of the picture of the window that it belongs to. */
	readonly part?: 'input' | 'padding' | 'window' | 'step' | 'output';
}

/** `⌊1 + (m + 2p − a) / s⌋` over `⌊1 + (28 + 2·2 − 5) / 1⌋` = 28, for one axis or count. */
export interface FormulaLine {
	/** Message id: `formula.width`. */
	readonly label: string;
	readonly tokens: readonly FormulaToken[];
	readonly result: number | null;
}

export interface FormulaBlock {
	/** Output size, a line per axis. */
	readonly size: readonly FormulaLine[];
	/** Weights and multiply-adds: "(5·5·1 + 1)·6". */
	readonly weights: FormulaLine | null;
	readonly multiplyAdds: FormulaLine | null;
	/** What a dense layer of the same sizes would need, where that teaches something. */
	readonly denseInstead: FormulaLine | null;
}
