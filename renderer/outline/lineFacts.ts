import { type Range, StateEffect, type StateEffectType, StateField, type Text } from '@codemirror/state';
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

/** Decorations of lines that are sent from outside; they move with the text until the next ones come. */
function sentDecorations<Value>(effect: StateEffectType<Value>, draw: (value: Value, doc: Text) => readonly Range<Decoration>[]) {
	return StateField.define<DecorationSet>({
		create: () => Decoration.none,
		update: (shown, { effects, changes, newDoc }) => {
			const sent = effects.filter((each) => each.is(effect)).at(-1);
			return sent ? Decoration.set(draw(sent.value as Value, newDoc)) : shown.map(changes);
		},
		provide: (field) => EditorView.decorations.from(field),
	});
}

/**
 * Sizes at the ends of the lines, as attributes that the style writes out: an element in the text could be typed over, and its size
 * would become part of the network.
 */
export const lineFacts = sentDecorations(showFacts, (facts, doc) =>
	facts.flatMap((fact, line) => (fact && line < doc.lines ? [factLine(fact).range(doc.line(line + 1).from)] : [])),
);

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
		if (line.kind === 'end') marks.push(fieldMark.range(from + text.indexOf('end'), from + text.trimEnd().length));
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

function kindMark(kind: string): Decoration {
	return Decoration.mark({ class: 'cm-kind', attributes: { style: `color: ${kindColour(kind)}` } });
}

/** The line of the selected layer. */
export const markLines = StateEffect.define<ReadonlySet<number>>();

const selectedLine = Decoration.line({ class: 'cm-selected-layer' });

export const selectedLines = sentDecorations(markLines, (lines, doc) =>
	[...lines]
		.sort((a, b) => a - b)
		.filter((line) => line < doc.lines)
		.map((line) => selectedLine.range(doc.line(line + 1).from)),
);
