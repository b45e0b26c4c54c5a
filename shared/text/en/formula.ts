/** English words: labels of formula lines. ICU MessageFormat; ids are the keys. */
export const formula = {
	'formula.width': 'width',
	'formula.height': 'height',
	'formula.depth': 'depth',
	'formula.values': 'values',
	'formula.widthSpan': 'window spans, across',
	'formula.heightSpan': 'window spans, down',
	'formula.weights': 'Weights',
	'formula.multiplyAdds': 'Multiply-adds',
	'formula.denseInstead': 'Dense would need',
} as const satisfies Readonly<Record<string, string>>;
