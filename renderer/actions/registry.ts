import type { Action } from './action.ts';
import { addLayer } from './addLayer.ts';
import { applyFirstFix } from './applyFirstFix.ts';
import { arranging } from './arranging.ts';
import { branchSelection } from './branchSelection.ts';
import { closeDocument } from './closeDocument.ts';
import { connectFromSelected } from './connectFromSelected.ts';
import { copySelection } from './copySelection.ts';
import { cutSelection } from './cutSelection.ts';
import { deleteSelection } from './deleteSelection.ts';
import { duplicateSelection } from './duplicateSelection.ts';
import { enterGroup } from './enterGroup.ts';
import { exportModel } from './exportModel.ts';
import { exportPicture } from './exportPicture.ts';
import { findLearningRate } from './findLearningRate.ts';
import { fineTune } from './fineTune.ts';
import { fitView } from './fitView.ts';
import { foldGroup } from './foldGroup.ts';
import { freezeBase } from './freezeBase.ts';
import { freezeNode } from './freezeNode.ts';
import { groupSelection } from './groupSelection.ts';
import { importModel } from './importModel.ts';
import { leaveGroup } from './leaveGroup.ts';
import { markBase } from './markBase.ts';
import { markHead } from './markHead.ts';
import { muteNode } from './muteNode.ts';
import { newDocument } from './newDocument.ts';
import { nudging } from './nudging.ts';
import { openDocument } from './openDocument.ts';
import { paste } from './paste.ts';
import { pinNode } from './pinNode.ts';
import { redo } from './redo.ts';
import { renameNode } from './renameNode.ts';
import { replaceHead } from './replaceHead.ts';
import { save } from './save.ts';
import { saveAs } from './saveAs.ts';
import { saveAsPiece } from './saveAsPiece.ts';
import { selectAll } from './selectAll.ts';
import { selectWire } from './selectWire.ts';
import { showBuild } from './showBuild.ts';
import { showCommands } from './showCommands.ts';
import { showExplain } from './showExplain.ts';
import { showPreferences } from './showPreferences.ts';
import { showProblems } from './showProblems.ts';
import { showShortcuts } from './showShortcuts.ts';
import { showTrain } from './showTrain.ts';
import { startAtRandom } from './startAtRandom.ts';
import { stopTraining } from './stopTraining.ts';
import { takeOutOfGroup } from './takeOutOfGroup.ts';
import { tidyLayout } from './tidyLayout.ts';
import { toggleDrawer } from './toggleDrawer.ts';
import { toggleInspector } from './toggleInspector.ts';
import { toggleLeftPanel } from './toggleLeftPanel.ts';
import { toggleOutline } from './toggleOutline.ts';
import { toggleSnap } from './toggleSnap.ts';
import { toggleTheme } from './toggleTheme.ts';
import { train } from './train.ts';
import { trainOn } from './trainOn.ts';
import { tryStartWeights } from './tryStartWeights.ts';
import { undo } from './undo.ts';
import { ungroupSelection } from './ungroupSelection.ts';
import { unmarkPart } from './unmarkPart.ts';
import { zoomIn } from './zoomIn.ts';
import { zoomOut } from './zoomOut.ts';

/** Everything a user can do, in the order of menus and help. */
export const actions: readonly Action[] = [
	newDocument,
	openDocument,
	importModel,
	save,
	saveAs,
	exportModel,
	exportPicture,
	showPreferences,
	closeDocument,
	undo,
	redo,
	cutSelection,
	copySelection,
	paste,
	deleteSelection,
	selectAll,
	selectWire,
	duplicateSelection,
	branchSelection,
	renameNode,
	addLayer,
	connectFromSelected,
	applyFirstFix,
	muteNode,
	freezeNode,
	groupSelection,
	ungroupSelection,
	foldGroup,
	takeOutOfGroup,
	saveAsPiece,
	markBase,
	markHead,
	unmarkPart,
	freezeBase,
	tidyLayout,
	...arranging,
	...nudging,
	toggleSnap,
	pinNode,
	zoomIn,
	zoomOut,
	fitView,
	enterGroup,
	leaveGroup,
	showBuild,
	showTrain,
	showExplain,
	showProblems,
	toggleDrawer,
	toggleLeftPanel,
	toggleOutline,
	toggleInspector,
	toggleTheme,
	train,
	stopTraining,
	findLearningRate,
	trainOn,
	replaceHead,
	fineTune,
	tryStartWeights,
	startAtRandom,
	showCommands,
	showShortcuts,
];

const byName: ReadonlyMap<string, Action> = new Map(actions.map((action) => [action.name, action]));

export function findAction(name: string): Action | undefined {
	return byName.get(name);
}
