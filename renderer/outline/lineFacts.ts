import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { readLine } from '#shared/outline/line.ts';
import { kindColour } from '../glyph/layerColour.ts';

/** What stands behind a line: the size that its layer makes. */
export interface LineFact {
	readonly text: string;
	readonly isWrong: boolean;
}

/** Facts by line, counted from 0; sent after every change of the network. */
export const showFacts = StateEffect.define<readonly (LineFact | null)[]>();

/**
 * Sizes at the ends of the lines, as attributes that the style writes out: an element in the text could be typed over, and its size
 * would become part of the network. They move with the text until the next facts come.
 */
export const lineFacts = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update: (shown, transaction) => {
		const sent = transaction.effects.filter((effect) => effect.is(showFacts)).at(-1);
		if (!sent) return shown.map(transaction.changes);
		const { doc } = transaction.state;
		const facts: readonly (LineFact | null)[] = sent.value;
		return Decoration.set(facts.flatMap((fact, line) => (fact && line < doc.lines ? [factLine(fact).range(doc.line(line + 1).from)] : [])));
	},
	provide: (field) => EditorView.decorations.from(field),
});

function factLine({ text, isWrong }: LineFact): Decoration {
	return Decoration.line({ attributes: { 'data-fact': text, ...(isWrong ? { 'data-wrong': '' } : {}) } });
}

/** Names, kinds in the colours of their cards, fields and notes, read by the same grammar as the network itself. */
export const lineColours = EditorView.decorations.compute(['doc'], ({ doc }) => {
	const marks = [];
	for (let number = 1; number <= doc.lines; number++) {
		const { from, text } = doc.line(number);
		const read = readLine(text);
		if (!read.ok) continue;
		const line = read.value;
		if (line.kind === 'group' || line.kind === 'layer') marks.push(nameMark.range(from + line.name.from, from + line.name.to));
		if (line.kind === 'end') marks.push(groupMark.range(from + text.indexOf('end'), from + text.trimEnd().length));
		if (line.kind !== 'layer') continue;
		marks.push(kindMark(line.layerKind.text).range(from + line.layerKind.from, from + line.layerKind.to));
		for (const { field } of line.settings) marks.push(fieldMark.range(from + field.from, from + field.to + 1));
		if (line.note !== null) marks.push(noteMark.range(from + text.lastIndexOf('#', text.length - 1), from + text.length));
	}
	return Decoration.set(marks, true);
});

const nameMark = Decoration.mark({ class: 'cm-layer-name' });
const fieldMark = Decoration.mark({ class: 'cm-field' });
const noteMark = Decoration.mark({ class: 'cm-note' });
const groupMark = Decoration.mark({ class: 'cm-field' });

function kindMark(kind: string): Decoration {
	return Decoration.mark({ class: 'cm-kind', attributes: { style: `color: ${kindColour(kind)}` } });
}

/** The line of the selected layer. */
export const markLines = StateEffect.define<ReadonlySet<number>>();

const selectedLine = Decoration.line({ class: 'cm-selected-layer' });

export const selectedLines = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update: (shown, transaction) => {
		const sent = transaction.effects.filter((effect) => effect.is(markLines)).at(-1);
		if (!sent) return shown.map(transaction.changes);
		const { doc } = transaction.state;
		const numbers: readonly number[] = [...(sent.value as ReadonlySet<number>)].sort((a, b) => a - b);
		return Decoration.set(numbers.filter((line) => line < doc.lines).map((line) => selectedLine.range(doc.line(line + 1).from)));
	},
	provide: (field) => EditorView.decorations.from(field),
});
