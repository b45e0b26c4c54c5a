/** English words: why a document cannot be read, and what was put right in one. ICU MessageFormat; ids are the keys. */
export const errors = {
	'load.problem.empty': 'The file is empty. Open another one, or a copy from a backup.',
	'load.problem.tooLarge':
		'The file has {megabytes, number} million characters, and documents have at most {most, number} million. It is probably not a Layerloom document.',
	'load.problem.notJson':
		'The file cannot be read: line {line, number}, column {column, number} is not JSON. If it was edited by hand, look there; else open a copy from a backup.',
	'load.problem.truncated':
		'The file ends in the middle, at line {line, number}: the rest was not saved or not copied. Open a copy from a backup, or the automatic copy that Layerloom keeps of open documents.',
	'load.problem.notLayerloom': 'This is not a Layerloom document. Choose a file whose name ends in .loom.json.',
	'load.problem.noVersion': 'The document does not say which version wrote it. Its “version” should be a whole number from 1.',
	'load.problem.newer':
		'The document was made by a newer version of Layerloom (form {version, number}; this one knows {known, number}). Update Layerloom to open it.',
	'load.problem.tooMany':
		'The document has {count, number} {part, select, nodes {layers} other {wires}}, and at most {most, number} can be opened.',
	'load.problem.tooDeep': 'The document has parts inside parts more than {most, number} deep. It was not written by Layerloom.',
	'load.problem.schema':
		'The document cannot be read: {place} {state, select, missing {is missing} other {should be {expected, select, number {a number} int {a whole number} string {a text} array {a list} object {a set of values} boolean {true or false} other {another value}}, but is {found}}}.',
	'load.place.document': 'the whole',
	'load.place.item': '{number, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
	'load.place.inside': '{outer} → {inner}',
	'load.repair.setting': '{setting} was out of its bounds and has its usual value again.',
	'load.repair.nodeId': 'Another layer had the id “{id}” already; this one has got its own.',
	'load.repair.name': 'Another layer had this name already; this one is now called {name}.',
	'load.repair.position': 'The layer stood too far away and was brought back.',
	'load.repair.config': '{field} has its first value again. {reason}',
	'load.repair.groupId': 'Another group had the id “{id}” already; this one has got its own.',
	'load.repair.group': 'The group around it does not exist or contains itself; it stands by itself now.',
	'load.repair.noteId': 'Another note had the id “{id}” already; this one has got its own.',
	'load.repair.edgeEnd': 'The wire led to a layer that does not exist and was left out.',
	'load.repair.edgePort': 'The wire led to a port that the layer does not have and was left out.',
	'load.repair.edgeTwice': 'The wire was there twice; one is left.',
	'load.repair.edgeTaken': 'The port takes one wire and had one already; this one was left out.',
	'load.repair.edgeLoop': 'The wire closed a loop and was left out.',
} as const satisfies Readonly<Record<string, string>>;
