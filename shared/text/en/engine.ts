/** English words: engine. ICU MessageFormat; ids are the keys. */
export const engine = {
	'engine.name.native': 'TensorFlow',
	'engine.name.wasm': 'WebAssembly',
	'engine.name.js': 'Plain JavaScript',
	'engine.reason.missing': '{engine} does not start on this machine: {detail}',
	'engine.reason.wrong': '{engine} computes wrongly on this machine and is not used ({detail}).',
	'engine.reason.opByOp': 'This network trains layer by layer, which takes longer than in one piece: the fast way does not know {what}.',
	'engine.reason.crashed': 'The engine ended while it was starting.',
} as const satisfies Readonly<Record<string, string>>;
