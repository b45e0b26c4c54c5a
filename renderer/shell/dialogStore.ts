import { create } from 'zustand';

export type UnsavedAnswer = 'save' | 'discard' | 'cancel';

/** A question that stops what the user wanted until it is answered. */
export type DialogQuestion =
	| { readonly kind: 'unsaved'; readonly name: string; readonly answer: (answer: UnsavedAnswer) => void }
	| { readonly kind: 'overwrite'; readonly path: string; readonly answer: (overwrite: boolean) => void }
	| {
			readonly kind: 'path';
			readonly purpose: PathPurpose;
			readonly suggestedName: string;
			readonly answer: (path: string | null) => void;
	  };

export type PathPurpose = 'openDocument' | 'saveDocument' | 'folder' | 'importModel';

interface DialogStore {
	readonly question: DialogQuestion | null;
}

export const useDialogStore = create<DialogStore>()(() => ({ question: null }));

function ask<Answer>(make: (answer: (value: Answer) => void) => DialogQuestion): Promise<Answer> {
	return new Promise((resolve) => {
		const question = make((value) => {
			useDialogStore.setState({ question: null });
			resolve(value);
		});
		useDialogStore.setState({ question });
	});
}

/** What to do with changes that are not in a file yet. */
export function askUnsaved(name: string): Promise<UnsavedAnswer> {
	return ask((answer) => ({ kind: 'unsaved', name, answer }));
}

export function askOverwrite(path: string): Promise<boolean> {
	return ask((answer) => ({ kind: 'overwrite', path, answer }));
}

/** The window's own picker, for hosts without native dialogs. */
export function askPath(purpose: PathPurpose, suggestedName: string): Promise<string | null> {
	return ask((answer) => ({ kind: 'path', purpose, suggestedName, answer }));
}
