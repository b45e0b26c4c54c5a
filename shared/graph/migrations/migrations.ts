/** A saved document of any version, before it is checked. */
export type RawDocument = Readonly<Record<string, unknown>>;

/** Raises a saved document from version `from` to `from + 1`. Pure; leaves the version number to `migrate`. */
export interface Migration {
	readonly from: number;
	/** What changed, for the reader of the code. */
	readonly change: string;
	readonly apply: (document: RawDocument) => RawDocument;
}

/** Every change of the saved form so far, in order. Each comes with a fixture of the old file, which is never edited. */
export const migrations: readonly Migration[] = [
	// A program of version 1 would drop the reference without a word and train from random weights.
	{ from: 1, change: 'a document may start from weights beside it', apply: (document) => document },
];

/** Brings a document of an older version up to `target`, step by step. Throws where a step is missing: that is a bug. */
export function migrate(document: RawDocument, version: number, target: number, steps: readonly Migration[] = migrations): RawDocument {
	let current = document;
	for (let at = version; at < target; at++) {
		const step = steps.find((migration) => migration.from === at);
		if (!step) throw new Error(`A migration from version ${at} was assumed to exist.`);
		current = { ...step.apply(current), version: at + 1 };
	}
	return current;
}
