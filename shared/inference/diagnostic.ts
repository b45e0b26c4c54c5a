import type { GraphEdge, GroupId, NodeId } from '../graph/document.ts';
import type { Edit } from '../graph/edit.ts';
import type { Message } from '../text/message.ts';

/** Where a problem is, so that the canvas can mark it and the problems panel can jump to it. */
export type Place =
	| { readonly kind: 'node'; readonly node: NodeId; readonly field?: string; readonly port?: string }
	| { readonly kind: 'edge'; readonly edge: GraphEdge }
	| { readonly kind: 'group'; readonly group: GroupId }
	| { readonly kind: 'document' };

/** `error` stops training, `warning` is worth a look, `note` only informs. */
export type Severity = 'error' | 'warning' | 'note';

/** A repair: a pure edit of one click and one step of undo. Applying it removes the diagnostic. */
export interface Fix {
	/** Stable within the diagnostic: `insertFlatten`. */
	readonly id: string;
	/** A verb for the button: "Insert flatten". */
	readonly label: Message;
	/** What it costs or keeps, with the numbers: "10·10·16 = 1,600 values: (1,600 + 1)·120 = 192,120 weights". */
	readonly detail: Message | null;
	readonly edits: readonly Edit[];
}

/** A problem found in a document. Worded from its code: `diagnostic.<code>.title` and `.text` in the catalogue. */
export interface Diagnostic {
	/** Stable: `windowTooLarge`. */
	readonly code: string;
	readonly severity: Severity;
	readonly place: Place;
	/** A few words for the card: "Needs a vector". */
	readonly title: Message;
	/** Whole sentences for the inspector, with the numbers. */
	readonly text: Message;
	/** What arrived and what would do, where it can be said in a few characters. */
	readonly received: Message | null;
	readonly expected: Message | null;
	readonly fixes: readonly Fix[];
}
