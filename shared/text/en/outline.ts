/** The network as text: its grammar's refusals and the words around it. */
export const outlineText = {
	'outline.problem.noteAlone': 'A note stands behind its layer, in the same line.',
	'outline.problem.quote': 'A quotation mark is open here. Close it with a second one.',
	'outline.problem.colon':
		'A layer is written as its name, a colon and its kind, like “conv 1: conv2d”. There is no colon behind “{found}”.',
	'outline.problem.groupColon': 'A group is written as “group”, its name and a colon, like “group block: ×3”.',
	'outline.problem.noName': 'Write a name in front of the colon.',
	'outline.problem.noKind': 'Write behind the colon which kind of layer “{name}” is, like “conv2d”.',
	'outline.problem.groupWord': 'A group takes ×2, ×3 …, muted, frozen and folded, but not “{found}”.',
	'outline.problem.word': 'A setting is written as field=value without spaces. Besides, a layer takes {flags}. “{found}” is neither.',
	'outline.problem.noSource': 'A layer’s name is missing behind the arrow or the comma. “?” stands for no wire yet.',
	'outline.problem.afterSource': 'Several inputs are separated by commas. “{found}” is not expected here.',
	'outline.problem.endAlone': 'This “end” closes no group. Remove it, or write “group NAME:” further up.',
	'outline.problem.noEnd': 'The group “{name}” is not closed. Write “end” behind its last layer.',
	'outline.problem.emptyGroup': 'The group “{name}” has no layer. Write one into it, or remove it.',
	'outline.problem.nameTwice': 'The name “{name}” is taken by line {line, number}. Every name is there once.',
	'outline.problem.fieldTwice': '“{field}” is set twice in this line.',
	'outline.problem.value': '{field}: {reason}',
	'outline.problem.bothRoles': 'A layer belongs to the base or to the head, not to both.',
	'outline.problem.unknownKindSettings':
		'This version does not know the kind “{kind}” and keeps its settings as they are. Remove what stands behind it.',
	'outline.problem.noFields': '{kind} has nothing to set, so “{found}” means nothing here.',
	'outline.problem.unknownField': '{kind} has no field “{found}”. It has: {fields}.',
	'outline.problem.kindLike': 'There is no kind “{found}”. Did you mean {kinds}?',
	'outline.problem.kind': 'There is no kind “{found}”. Press Ctrl+Space for the list.',
	'outline.problem.tooManyInputs':
		'“{name}” takes wires at {inputs, plural, =0 {no input} one {one input} other {# inputs}}, fewer than the line names.',
	'outline.problem.oneInput': '“{name}” takes one wire. Join several with add or concatenate first.',
	'outline.problem.unknownSource': 'No layer is called “{found}”.',
	'outline.problem.ownSource': '“{name}” cannot be its own input.',
	'outline.problem.sourceTwice': '“{found}” is named twice as an input.',
} as const;
