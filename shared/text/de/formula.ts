/** German words: formula. ICU MessageFormat; ids are the keys. */
export const formula = {
	'formula.width': 'Breite',
	'formula.height': 'Höhe',
	'formula.depth': 'Tiefe',
	'formula.values': 'Werte',
	'formula.widthSpan': 'Fenster reicht, waagerecht',
	'formula.heightSpan': 'Fenster reicht, senkrecht',
	'formula.weights': 'Gewichte',
	'formula.multiplyAdds': 'Rechenschritte',
	'formula.denseInstead': 'Voll verbunden bräuchte',
} as const satisfies Readonly<Record<string, string>>;
