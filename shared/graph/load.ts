import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import { failure, ok, type Result } from '../result.ts';
import { type Message, message } from '../text/message.ts';
import { completeDocument } from './complete.ts';
import { DOCUMENT_FORMAT, DOCUMENT_VERSION, type GraphDocument, graphDocumentSchema } from './document.ts';
import { findJsonFault } from './jsonPosition.ts';
import { type Migration, migrate, migrations, type RawDocument } from './migrations/migrations.ts';
import { type Repair, repairDocument } from './repair.ts';
import { explainSchemaIssue } from './schemaIssue.ts';

export interface LoadedDocument {
	readonly document: GraphDocument;
	/** What was put right, each with its place; empty for a file that this version has written. */
	readonly repairs: readonly Repair[];
}

export interface LoadOptions {
	readonly lookup?: LayerLookup;
	readonly migrations?: readonly Migration[];
	/** Version to bring the document up to; a test of migrations sets its own. */
	readonly version?: number;
}

/** Far above any network that a person draws, far below what would stop the program. */
export const LIMITS = { characters: 32_000_000, nodes: 20_000, edges: 100_000, depth: 24 } as const;

/**
 * Reads a saved document: text of a `.loom.json` file, or the same already parsed. Small damage is repaired and named; anything
 * else is refused with the place and what to do, so that there is never half a document. Never throws.
 */
export function loadDocument(source: unknown, options: LoadOptions = {}): Result<LoadedDocument, Message> {
	const parsed = typeof source === 'string' ? parseText(source) : ok(source);
	if (!parsed.ok) return parsed;
	const checked = checkEnvelope(parsed.value, options.version ?? DOCUMENT_VERSION);
	if (!checked.ok) return checked;
	const { raw, version } = checked.value;
	const current = migrate(raw, version, options.version ?? DOCUMENT_VERSION, options.migrations ?? migrations);
	const { completed, repairs } = completeDocument(current);
	const typed = graphDocumentSchema.safeParse(completed);
	if (!typed.success) return failure(explainSchemaIssue(typed.error.issues, completed));
	const repaired = repairDocument(typed.data, options.lookup ?? layerDefinition);
	return ok({ document: repaired.document, repairs: [...repairs, ...repaired.repairs] });
}

function parseText(text: string): Result<unknown, Message> {
	if (text.length > LIMITS.characters) {
		return failure(
			message('load.problem.tooLarge', { megabytes: Math.ceil(text.length / 1_000_000), most: LIMITS.characters / 1_000_000 }),
		);
	}
	const plain = text.replace(/^\uFEFF/, '');
	if (plain.trim() === '') return failure(message('load.problem.empty'));
	try {
		return ok(JSON.parse(plain));
	} catch {
		const { line, column, isAtEnd } = findJsonFault(plain) ?? { line: 1, column: 1, isAtEnd: false };
		return failure(message(isAtEnd ? 'load.problem.truncated' : 'load.problem.notJson', { line, column }));
	}
}

/** Is it ours, of a version we know, and of a size that can be handled? */
function checkEnvelope(value: unknown, known: number): Result<{ readonly raw: RawDocument; readonly version: number }, Message> {
	if (!isRecord(value) || value.format !== DOCUMENT_FORMAT) return failure(message('load.problem.notLayerloom'));
	const { version } = value;
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return failure(message('load.problem.noVersion'));
	if (version > known) return failure(message('load.problem.newer', { version, known }));
	for (const part of ['nodes', 'edges'] as const) {
		const list = value[part];
		if (Array.isArray(list) && list.length > LIMITS[part]) {
			return failure(message('load.problem.tooMany', { part, count: list.length, most: LIMITS[part] }));
		}
	}
	if (isDeeperThan(value, LIMITS.depth)) return failure(message('load.problem.tooDeep', { most: LIMITS.depth }));
	return ok({ raw: value, version });
}

function isRecord(value: unknown): value is RawDocument {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Level by level, so that no nesting can exhaust the stack. */
function isDeeperThan(value: unknown, most: number): boolean {
	let level: readonly unknown[] = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > most) return true;
		level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
	}
	return false;
}
