/** English words: documents. ICU MessageFormat; ids are the keys. */
export const documents = {
	'documents.problem.missing': '{name} is not in {folder} any more. It was moved, renamed or deleted, or its drive is not plugged in.',
	'documents.problem.isFolder': '{path} is a folder. Choose a file whose name ends in .loom.json.',
	'documents.problem.notReadable': 'This account may not read {path}. Change the file’s permissions, or open a copy.',
	'documents.problem.readFault': '{path} cannot be read: {reason}. Try again; if it stays so, check the drive.',
	'documents.problem.notLoaded': '{name} was not opened. {reason}',
	'documents.problem.tooLarge': '{name} has {size}, and documents have at most {limit}. It is probably not a Layerloom document.',
	'documents.problem.diskFull':
		'The disk of {folder} is full, so {name} was not saved. The file on the disk is as it was, and your changes are still here. Free some space, or save to another disk.',
	'documents.problem.notWritable':
		'{folder} is read-only for this account, so {name} was not saved. Your changes are still here. Save to another folder.',
	'documents.problem.folderGone':
		'The folder {folder} is not there any more, so {name} was not saved. Your changes are still here. Put the folder back, or save to another one.',
	'documents.problem.badName': 'A file cannot be called {name} here. Choose a shorter name without / \\ : * ? " < > |.',
	'documents.problem.writeFault':
		'{name} was not saved to {folder}: {reason}. Your changes are still here. Try again, or save to another folder.',
	'documents.problem.exists': '{name} exists in {folder} already. Replace it, or choose another name.',
	'documents.problem.changedElsewhere':
		'{name} was changed by another program since it was opened here, at {time}. Replace it with the version on the canvas, or save under another name to keep both.',
	'documents.problem.listFault': 'The folder {path} cannot be listed: {reason}.',
	'documents.problem.noWeights': '{name} has no weights yet. Train it, or give a run.',
	'documents.problem.weightsMissing':
		'The weights of {name} are not there: {file} was expected beside it. Put the file back, or import the model again.',
	'documents.problem.noBackbone': 'There is no trained network called {name}. There are: {known}.',
	'documents.problem.weightsGone':
		'The weights that training starts from are not there any more: {file}. Open the document where they lie beside it, import the model again, or start from random weights.',
	'documents.problem.weightsTaken': '{file} is there already and holds other weights. Save under another name.',
	'documents.problem.weightsDamaged': '{file} is damaged or cut short. Import the model again.',
	'documents.problem.weightsOther': '{file} is not the file that {name} was saved with. Import the model again.',
} as const satisfies Readonly<Record<string, string>>;
