import { autocompletion, type CompletionContext, type CompletionResult, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { lintKeymap } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { completeOutline } from '#shared/outline/complete.ts';
import type { Formatter } from '#shared/text/formatter.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useCanEdit } from '../inspector/useCanEdit.ts';
import { useText } from '../text/useText.ts';
import { editorLook } from './editorLook.ts';
import { lineColours, lineFacts, selectedLines } from './lineFacts.ts';
import styles from './OutlinePanel.module.css';
import { type OutlineState, OutlineSync } from './outlineSync.ts';

interface OutlineEditorProps {
	readonly report: (state: OutlineState) => void;
}

/** The text itself. It takes the focus when it appears, because someone has just asked for it. */
export function OutlineEditor({ report }: OutlineEditorProps) {
	const { t, format } = useText();
	const canEdit = useCanEdit();
	const parent = useRef<HTMLDivElement>(null);
	const editor = useRef<{ readonly view: EditorView; readonly lock: Compartment } | null>(null);
	const documentId = useDocumentStore((state) => state.document?.id);
	const label = t('outline.editor');
	// biome-ignore lint/correctness/useExhaustiveDependencies: another document is another text, with an editor history of its own.
	useEffect(() => {
		if (!parent.current) return;
		const lock = new Compartment();
		let sync: OutlineSync | null = null;
		const view = new EditorView({
			parent: parent.current,
			state: EditorState.create({
				extensions: [
					lineNumbers(),
					highlightActiveLine(),
					highlightActiveLineGutter(),
					drawSelection(),
					EditorView.lineWrapping,
					history(),
					autocompletion({ override: [(context) => complete(context, format)], icons: false }),
					keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
					lineFacts,
					lineColours,
					selectedLines,
					editorLook,
					lock.of(EditorState.readOnly.of(false)),
					EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
					EditorView.updateListener.of(({ docChanged, selectionSet, state, view: { hasFocus } }) => {
						if (!sync || sync.isReplacing) return;
						if (docChanged) sync.typed();
						if ((selectionSet || docChanged) && hasFocus) sync.cursorAt(state.doc.lineAt(state.selection.main.head).number - 1);
					}),
					EditorView.domEventHandlers({ blur: () => sync?.flush() }),
				],
			}),
		});
		sync = new OutlineSync(view, format, report);
		editor.current = { view, lock };
		view.focus();
		return () => {
			sync?.stop();
			view.destroy();
			editor.current = null;
		};
	}, [documentId, format, label, report]);
	useEffect(() => {
		const { view, lock } = editor.current ?? {};
		view?.dispatch({ effects: lock?.reconfigure(EditorState.readOnly.of(!canEdit)) ?? [] });
	}, [canEdit]);
	return <div ref={parent} className={styles.editor} />;
}

function complete(context: CompletionContext, format: Formatter): CompletionResult | null {
	const line = context.state.doc.lineAt(context.pos);
	const names = useDocumentStore.getState().document?.nodes.map(({ name }) => name) ?? [];
	const found = completeOutline(line.text.slice(0, context.pos - line.from), names);
	if (!found || (!context.explicit && line.from + found.from === context.pos && !/[:=]\s?$|<-\s*$/.test(line.text.slice(0, found.from))))
		return null;
	return {
		from: line.from + found.from,
		options: found.options.map(({ text, kind, detail }) => ({
			label: text,
			type: kind,
			...(detail ? { detail: format.text(detail) } : {}),
		})),
	};
}
