import type { Host } from '../host.ts';

/** What an action may touch besides the stores. */
export interface ActionContext {
	readonly host: Host;
}

/** In the order of the menu bar and of the help. */
export const actionGroups = ['file', 'edit', 'add', 'network', 'arrange', 'view', 'train', 'help'] as const;
export type ActionGroup = (typeof actionGroups)[number];

/**
 * Something a user can do, as one value that menu, button, shortcut, command palette and help share.
 * One file per action, named for what the user does; its words are `action.<name>.label` and `.help`.
 */
export interface Action {
	/** Stable: `undo`. */
	readonly name: string;
	/** Menu and help section. */
	readonly group: ActionGroup;
	/** Default shortcuts in the form of @mantine/hooks: `mod+Z`. `mod` is Ctrl, or ⌘ on a Mac. */
	readonly keys?: readonly string[];
	/** The system answers the keys itself with an event of its own (copy, cut, paste), which `clipboard/` listens to. */
	readonly isSystemKey?: boolean;
	/** The keys work on the canvas alone: elsewhere they do what they always do, as arrow keys in a list. */
	readonly isCanvasKey?: boolean;
	/** Works while typing in a field too. */
	readonly worksInFields?: boolean;
	/** Reads the stores; false greys it out everywhere. */
	readonly isEnabled: () => boolean;
	readonly run: (context: ActionContext) => void | Promise<void>;
}
