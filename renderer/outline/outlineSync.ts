import { type Diagnostic as Remark, setDiagnostics } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { GraphDocument, NodeId } from '#shared/graph/document.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { readLine } from '#shared/outline/line.ts';
import { type OutlineProblem, readOutline } from '#shared/outline/read.ts';
import { writeOutline } from '#shared/outline/write.ts';
import type { Formatter } from '#shared/text/formatter.ts';
import { message } from '#shared/text/message.ts';
import { canvasHandle, view } from '../canvas/canvasHandle.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { nodeOf } from '../problems/places.ts';
import { useViewStore } from '../view/viewStore.ts';
import { type LineFact, markLines, showFacts } from './lineFacts.ts';
import { type LinePatch, mergePatch } from './patchText.ts';

/** How long typing must rest before it changes the network. */
const REST_MS = 350;

/** What the panel says about the text: the first place that cannot be read, and how many more there are; `null` where all can be. */
export type OutlineState = { readonly line: number; readonly text: string; readonly others: number } | null;

/**
 * Keeps the text of an editor and the network the same, both ways: what is typed becomes one step of undo, and what is done on
 * the canvas comes into the text without disturbing what is being typed elsewhere.
 */
export class OutlineSync {
	private readonly view: EditorView;
	private readonly format: Formatter;
	private readonly report: (state: OutlineState) => void;
	/** The network as text, as it was when text and network were last the same. */
	private base: readonly string[];
	/** The layer of each line of the text as it stands. */
	private nodes: readonly (NodeId | null)[];
	private problems: readonly OutlineProblem[] = [];
	private timer: ReturnType<typeof setTimeout> | undefined;
	private isWriting = false;
	private readonly stops: readonly (() => void)[];

	constructor(view: EditorView, format: Formatter, report: (state: OutlineState) => void) {
		this.view = view;
		this.format = format;
		this.report = report;
		const { document } = useDocumentStore.getState();
		const written = document ? writeOutline(document) : { lines: [], nodes: [] };
		this.base = written.lines;
		this.nodes = written.nodes;
		this.stops = [
			useDocumentStore.subscribe((state, before) => {
				if (state.document && state.document !== before.document && !this.isWriting) this.takeIn(state.document);
			}),
			useDerivedStore.subscribe((state, before) => {
				if (state.inference !== before.inference) this.showRemarks();
			}),
			useViewStore.subscribe((state, before) => {
				if (state.selection !== before.selection) this.showSelection();
			}),
		];
		this.replace({ from: 0, to: view.state.doc.lines, lines: written.lines });
		this.showRemarks();
		this.showSelection();
	}

	stop(): void {
		this.flush();
		for (const stop of this.stops) stop();
	}

	/** The text was changed by its user. */
	typed(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.apply(), REST_MS);
	}

	/** Typing is over: what waits is applied, and the text takes its usual form. */
	flush(): void {
		if (this.timer !== undefined) this.apply();
		const { document } = useDocumentStore.getState();
		if (document && this.problems.length === 0) this.takeIn(document);
	}

	/** The cursor is in another line: its layer is the selected one. */
	cursorAt(line: number): void {
		const node = this.nodes[line];
		const { selection, select } = useViewStore.getState();
		if (node && !(selection.size === 1 && selection.has(node))) select([node]);
	}

	private apply(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		const { document, edit } = useDocumentStore.getState();
		if (!document) return;
		const text = this.view.state.doc.toString();
		const read = readOutline(text, document);
		this.problems = read.ok ? [] : read.problem;
		if (read.ok) {
			this.nodes = read.value.nodes;
			this.isWriting = true;
			edit(read.value.edits, { label: message('history.outline'), mergeKey: 'outline' });
			this.isWriting = false;
			const after = useDocumentStore.getState().document;
			if (after) this.base = writeOutline(after).lines;
			const added = read.value.edits.flatMap((made) => (made.kind === 'addNode' ? [made.node.id] : []));
			// The cards are on the canvas once the page has been drawn.
			if (added.length > 0) requestAnimationFrame(() => showCards(added));
			const { doc, selection } = this.view.state;
			if (this.view.hasFocus) this.cursorAt(doc.lineAt(selection.main.head).number - 1);
		}
		this.showRemarks();
	}

	/** Brings a change of the network into the text. */
	private takeIn(document: GraphDocument): void {
		const written = writeOutline(document);
		const mine = this.view.state.doc.toString().split('\n');
		const isTyping = this.timer !== undefined || this.problems.length > 0;
		const patch = mergePatch(isTyping ? this.base : mine, mine, written.lines);
		this.base = written.lines;
		if (patch) this.replace(patch);
		if (isTyping) this.apply();
		else this.nodes = written.nodes;
		this.showRemarks();
		this.showSelection();
	}

	private replace({ from, to, lines }: LinePatch): void {
		const { doc } = this.view.state;
		const start = from < doc.lines ? doc.line(from + 1).from : doc.length;
		const end = to < doc.lines ? doc.line(to + 1).from : doc.length;
		const isLast = to >= doc.lines;
		const needsBreak = from >= doc.lines && doc.length > 0;
		const text = (needsBreak ? '\n' : '') + lines.join('\n') + (isLast || lines.length === 0 ? '' : '\n');
		// A stretch at the end that becomes empty takes the break before it along.
		const cut = isLast && lines.length === 0 && start > 0 ? start - 1 : start;
		this.isWriting = true;
		this.view.dispatch({ changes: { from: cut, to: end, insert: text } });
		this.isWriting = false;
	}

	/** True while the text is changed from here and not by its user. */
	get isReplacing(): boolean {
		return this.isWriting;
	}

	private showRemarks(): void {
		const { inference } = useDerivedStore.getState();
		const { state } = this.view;
		const remarks = this.problems.length > 0 ? this.textRemarks() : this.networkRemarks(inference);
		// While a line cannot be read, the sizes are those of the network as it still is.
		const effects = this.problems.length > 0 ? [] : showFacts.of(this.nodes.map((node) => this.factOf(node, inference)));
		this.view.dispatch(setDiagnostics(state, remarks), { effects });
		const [first, ...others] = this.problems;
		this.report(first ? { line: first.line + 1, text: this.format.text(first.message), others: others.length } : null);
	}

	private textRemarks(): Remark[] {
		const { doc } = this.view.state;
		return this.problems.flatMap(({ line, from, to, message: found }) => {
			if (line >= doc.lines) return [];
			const { from: start, to: end } = doc.line(line + 1);
			return [
				{ from: Math.min(start + from, end), to: Math.min(start + to, end), severity: 'error' as const, message: this.format.text(found) },
			];
		});
	}

	private networkRemarks(inference: Inference | null): Remark[] {
		const { doc } = this.view.state;
		const lineOf = new Map(this.nodes.flatMap((node, line) => (node === null ? [] : [[node, line] as const])));
		return (inference?.diagnostics ?? []).flatMap(({ severity, place, text }) => {
			const line = lineOf.get(nodeOf(place) ?? '');
			if (severity === 'note' || line === undefined || line >= doc.lines) return [];
			const { from, text: source } = doc.line(line + 1);
			const read = readLine(source);
			const word = read.ok && read.value.kind === 'layer' ? read.value.layerKind : { from: 0, to: source.length };
			return [{ from: from + word.from, to: from + word.to, severity, message: this.format.text(text) }];
		});
	}

	private factOf(node: NodeId | null, inference: Inference | null): LineFact | null {
		const facts = node === null ? undefined : inference?.nodes.get(node);
		if (!facts) return null;
		return { text: this.format.shape(facts.output), isWrong: facts.status === 'error' };
	}

	private showSelection(): void {
		const { selection } = useViewStore.getState();
		const lines = new Set(this.nodes.flatMap((node, line) => (node !== null && selection.has(node) ? [line] : [])));
		this.view.dispatch({ effects: markLines.of(lines) });
		const [first] = lines;
		if (first === undefined || this.view.hasFocus || first >= this.view.state.doc.lines) return;
		this.view.dispatch({ selection: { anchor: this.view.state.doc.line(first + 1).from }, scrollIntoView: true });
	}
}

/** Lets the new cards be seen: with all others while the whole network is in view, else the last of them. */
function showCards(added: readonly NodeId[]): void {
	const [last] = added.slice(-1);
	if (view.isWhole) canvasHandle.current?.fitView();
	else if (last !== undefined) canvasHandle.current?.reveal(last);
}
