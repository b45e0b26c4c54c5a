/** English words: start. ICU MessageFormat; ids are the keys. */
export const start = {
	'start.title': 'What would you like to build?',
	'start.lead': 'Start from a network that is known to work, from nothing, or from your own pictures.',
	'start.templates': 'Templates',
	'start.empty': 'Empty canvas',
	'start.template.cost': '{weights} weights · {multiplyAdds} multiply-adds',
	'start.yours': 'Your pictures and files',
	'start.pictures.title': 'Use your own pictures',
	'start.pictures.text': 'One folder per class. Nothing is uploaded.',
	'start.pictures.open': 'Open an image folder',
	'start.pictures.problem': 'This folder cannot be used yet',
	'start.recent': 'Recent',
	'start.open': 'Open a file',
	'start.recent.none': 'Files that you save or open are listed here.',
	'start.recent.weights': '{weights} weights',
	'start.recent.missing': 'not in its place any more',
	'start.recent.remove': 'Take {name} off the list',
} as const satisfies Readonly<Record<string, string>>;
