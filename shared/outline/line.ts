import { failure, ok, type Result } from '../result.ts';
import { type Message, message } from '../text/message.ts';

/** A word of a line and where it stands: columns from 0, `to` behind its last letter. */
export interface Word {
	readonly text: string;
	readonly from: number;
	readonly to: number;
}

export interface Setting {
	readonly field: Word;
	readonly value: Word;
}

/** Where an input comes from: a layer's name and, where it has several outputs, which; `null` where nothing is wired yet. */
export interface Source {
	readonly name: Word;
	readonly port: string | null;
}

export const FLAGS = ['muted', 'frozen', 'pinned', 'base', 'head'] as const;
export type Flag = (typeof FLAGS)[number];

export interface LayerLine {
	readonly kind: 'layer';
	readonly name: Word;
	readonly layerKind: Word;
	readonly settings: readonly Setting[];
	readonly flags: readonly Flag[];
	/** One list for each input; `null` where the line does not say, which means the layer above. */
	readonly sources: readonly (readonly Source[])[] | null;
	readonly note: string | null;
}

export interface GroupLine {
	readonly kind: 'group';
	readonly name: Word;
	readonly repeat: number;
	readonly flags: readonly ('muted' | 'frozen' | 'folded')[];
}

export type OutlineLine = LayerLine | GroupLine | { readonly kind: 'end' } | { readonly kind: 'blank' };

/** What is wrong in a line, and where. */
export interface LineProblem {
	readonly from: number;
	readonly to: number;
	readonly message: Message;
}

/** No wire: what the app shows for a size that is not known yet. */
export const UNWIRED = '?';
export const GROUP = 'group';
export const END = 'end';
const ARROW = /<-|←/;

/** A name as it stands in a line: in quotes where it would read as something else. */
export function writeName(name: string): string {
	const isPlain = /^[^\s:,#"|[\]<←][^:,#"|[\]<←\n\r]*$/u.test(name) && !/\s$/.test(name);
	const isWord = name === UNWIRED || name === END || name.startsWith(`${GROUP} `);
	return isPlain && !isWord ? name : JSON.stringify(name);
}

/** Reads one line. What it names is not looked up here: that needs the document. */
export function readLine(line: string): Result<OutlineLine, LineProblem> {
	const start = line.length - line.trimStart().length;
	const body = line.trimEnd();
	if (body.length <= start) return ok({ kind: 'blank' });
	const whole = { text: body.slice(start), from: start, to: body.length };
	if (whole.text === END) return ok({ kind: 'end' });
	if (whole.text.startsWith('#')) return refuse(whole, 'outline.problem.noteAlone');
	const isGroup = whole.text.startsWith(`${GROUP} `);
	const name = takeName(body, isGroup ? start + GROUP.length + 1 : start, ':');
	if (!name) return refuse(whole, 'outline.problem.quote');
	const colon = body.slice(name.end).search(/\S/) + name.end;
	if (body[colon] !== ':') return refuse(whole, isGroup ? 'outline.problem.groupColon' : 'outline.problem.colon');
	if (name.word.text === '') return refuse({ text: '', from: start, to: colon + 1 }, 'outline.problem.noName');
	return isGroup ? readGroup(body, name.word, colon + 1) : readLayer(body, name.word, colon + 1);
}

function refuse(at: Word, id: string, values?: Message['values']): Result<never, LineProblem> {
	return failure({ from: at.from, to: at.to, message: message(id, { found: at.text, ...values }) });
}

/** A name up to one of the letters of `ends`, or one in quotes; `null` where a quote is not closed. */
function takeName(line: string, from: number, ends: string): { readonly word: Word; readonly end: number } | null {
	let at = from;
	while (line[at] === ' ' || line[at] === '\t') at++;
	if (line[at] === '"') {
		const quoted = /^"(?:[^"\\]|\\.)*"/.exec(line.slice(at))?.[0];
		const text = quoted === undefined ? null : unquote(quoted);
		return quoted === undefined || text === null ? null : { word: { text, from: at, to: at + quoted.length }, end: at + quoted.length };
	}
	let end = at;
	while (end < line.length && !ends.includes(line[end] as string)) end++;
	const text = line.slice(at, end).trimEnd();
	return { word: { text, from: at, to: at + text.length }, end };
}

function unquote(quoted: string): string | null {
	try {
		const value: unknown = JSON.parse(quoted);
		return typeof value === 'string' ? value : null;
	} catch {
		return null;
	}
}

function wordsIn(line: string, from: number, to: number): readonly Word[] {
	return [...line.slice(from, to).matchAll(/\S+/g)].map(({ 0: text, index }) => ({
		text,
		from: from + index,
		to: from + index + text.length,
	}));
}

function readGroup(line: string, name: Word, from: number): Result<OutlineLine, LineProblem> {
	let repeat = 1;
	const flags: ('muted' | 'frozen' | 'folded')[] = [];
	for (const word of wordsIn(line, from, line.length)) {
		const times = /^[x×](\d{1,6})$/.exec(word.text)?.[1];
		if (times !== undefined && Number(times) >= 1) repeat = Number(times);
		else if (word.text === 'muted' || word.text === 'frozen' || word.text === 'folded') flags.push(word.text);
		else return refuse(word, 'outline.problem.groupWord');
	}
	return ok({ kind: 'group', name, repeat, flags });
}

/** Everything behind the first `#` is the layer's note. Values have no spaces, so that a `#` in a name must be in quotes. */
function readLayer(line: string, name: Word, from: number): Result<OutlineLine, LineProblem> {
	const hash = noteStart(line, from);
	const end = hash ?? line.length;
	const arrow = ARROW.exec(line.slice(from, end));
	const middle = arrow ? from + arrow.index : end;
	const [layerKind, ...words] = wordsIn(line, from, middle);
	if (!layerKind) return refuse({ text: '', from: name.from, to: Math.max(from, name.to) }, 'outline.problem.noKind', { name: name.text });
	const settings: Setting[] = [];
	const flags: Flag[] = [];
	for (const word of words) {
		const equals = word.text.indexOf('=');
		const flag = FLAGS.find((known) => known === word.text);
		if (equals > 0 && equals < word.text.length - 1) settings.push(splitSetting(word, equals));
		else if (flag) flags.push(flag);
		else return refuse(word, 'outline.problem.word', { flags: FLAGS.join(', ') });
	}
	const sources = arrow ? readSources(line.slice(0, end), middle + arrow[0].length) : ok(null);
	if (!sources.ok) return sources;
	const note =
		hash === null
			? null
			: line
					.slice(hash + 1)
					.trim()
					.replace(/\\n/g, '\n');
	return ok({ kind: 'layer', name, layerKind, settings, flags, sources: sources.value, note: note === '' ? null : note });
}

function splitSetting({ text, from, to }: Word, equals: number): Setting {
	return {
		field: { text: text.slice(0, equals), from, to: from + equals },
		value: { text: text.slice(equals + 1), from: from + equals + 1, to },
	};
}

function noteStart(line: string, from: number): number | null {
	const rest = line.slice(from).replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => '"'.repeat(quoted.length));
	const hash = rest.search(/(^|\s)#/);
	return hash < 0 ? null : line.indexOf('#', from + hash);
}

function readSources(line: string, from: number): Result<readonly (readonly Source[])[], LineProblem> {
	const ports: Source[][] = [[]];
	for (let at = from; ; ) {
		const taken = takeName(line, at, ',|[');
		if (!taken) return refuse({ text: line.slice(at).trim(), from: at, to: line.length }, 'outline.problem.quote');
		const port = /^\s*\[([^\]]*)\]/.exec(line.slice(taken.end));
		const end = taken.end + (port?.[0].length ?? 0);
		if (taken.word.text === '') return refuse({ text: '', from, to: Math.max(line.length, from + 1) }, 'outline.problem.noSource');
		if (line[taken.word.from] === '"' || taken.word.text !== UNWIRED) ports.at(-1)?.push({ name: taken.word, port: port?.[1] ?? null });
		const next = line.slice(end).search(/\S/);
		if (next < 0) return ok(ports);
		const mark = line[end + next];
		if (mark !== ',' && mark !== '|') {
			return refuse({ text: line.slice(end + next), from: end + next, to: line.length }, 'outline.problem.afterSource');
		}
		if (mark === '|') ports.push([]);
		at = end + next + 1;
	}
}
