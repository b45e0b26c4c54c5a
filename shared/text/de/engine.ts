/** German words: engine. ICU MessageFormat; ids are the keys. */
export const engine = {
	'engine.name.native': 'TensorFlow',
	'engine.name.wasm': 'WebAssembly',
	'engine.name.js': 'Reines JavaScript',
	'engine.reason.missing': '{engine} startet auf diesem Rechner nicht: {detail}',
	'engine.reason.wrong': '{engine} rechnet auf diesem Rechner falsch und wird nicht verwendet ({detail}).',
	'engine.reason.opByOp':
		'Dieses Netz trainiert Schicht für Schicht, was länger dauert als in einem Stück: Der schnelle Weg kennt {what} nicht.',
	'engine.reason.crashed': 'Das Rechenwerk endete beim Starten.',
} as const satisfies Readonly<Record<string, string>>;
