/** English words: fields. Labels and help that several layer kinds share, and why a typed value is refused. ICU MessageFormat; ids are the keys. */
export const fields = {
	'field.problem.integer': 'Needs a whole number from {min, number} to {max, number}, but got {found}.',
	'field.problem.number': 'Needs a number from {min, number} to {max, number}, but got {found}.',
	'field.problem.whole': 'Needs a whole number from {min, number} to {max, number}, but got {found}.',
	'field.problem.small': 'Needs at least {min, number}, but got {found}.',
	'field.problem.large': 'Takes at most {max, number}, but got {found}.',
	'field.problem.pair': 'Needs two whole numbers, height and width, but got {found}.',
	'field.problem.sides': 'Needs four whole numbers: top, bottom, left and right, but got {found}.',
	'field.problem.integers': 'Needs {minLength, number} to {maxLength, number} whole numbers, but got {found}.',
	'field.problem.choice': 'Needs one of {options}, but got {found}.',
	'field.problem.switch': 'Needs on or off, but got {found}.',
	'field.problem.matrix': 'Needs rows of numbers, all of the same length, but got {found}.',
} as const satisfies Readonly<Record<string, string>>;
