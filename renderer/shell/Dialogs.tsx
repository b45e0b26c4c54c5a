import { ConnectDialog } from '../canvas/connect/ConnectDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { ImportDialog } from '../import/ImportDialog.tsx';
import { useImportStore } from '../import/importStore.ts';
import { PictureDialog } from '../picture/PictureDialog.tsx';
import { PreferencesDialog } from '../preferences/PreferencesDialog.tsx';
import { RateFinderDialog } from '../training/rateFinder/RateFinderDialog.tsx';
import { ReplaceHeadDialog } from '../transfer/ReplaceHeadDialog.tsx';
import { useViewStore } from '../view/viewStore.ts';
import { useDialogStore } from './dialogStore.ts';
import { PathDialog } from './PathDialog.tsx';
import { OverwriteDialog, UnsavedDialog } from './QuestionDialogs.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

/** Whatever lies over the window: a dialog that was called, or a question that must be answered. */
export function Dialogs() {
	const dialog = useViewStore((state) => state.dialog);
	const isImporting = useImportStore((state) => state.state.kind !== 'idle');
	const question = useDialogStore((state) => state.question);
	return (
		<>
			{dialog === 'export' ? <ExportDialog /> : null}
			{dialog === 'picture' ? <PictureDialog /> : null}
			{isImporting ? <ImportDialog /> : null}
			{dialog === 'replaceHead' ? <ReplaceHeadDialog /> : null}
			{dialog === 'rateFinder' ? <RateFinderDialog /> : null}
			{dialog === 'preferences' ? <PreferencesDialog /> : null}
			{dialog === 'shortcuts' ? <ShortcutsDialog /> : null}
			{dialog === 'connect' ? <ConnectDialog /> : null}
			{question?.kind === 'unsaved' ? <UnsavedDialog question={question} /> : null}
			{question?.kind === 'overwrite' ? <OverwriteDialog question={question} /> : null}
			{question?.kind === 'path' ? <PathDialog key={question.purpose} question={question} /> : null}
		</>
	);
}
