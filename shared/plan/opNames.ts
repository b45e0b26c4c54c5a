/** Words that Python keeps for itself: a layer of such a name could not be an attribute in exported code. */
const reserved = new Set(
	(
		'and as assert async await break class continue def del elif else except false finally for from global if import in is lambda none ' +
		'nonlocal not or pass raise return self true try while with yield'
	).split(' '),
);

/**
 * A name that is fit for every format (letters, digits and `_`, a letter first): "conv 1" → `conv_1`, "Größe" → `Grosse`.
 * Names without any such letter take `fallback`.
 */
export function safeName(name: string, fallback: string): string {
	const plain = name
		.replaceAll('ß', 'ss')
		.normalize('NFKD')
		.replace(/\p{Mark}/gu, '')
		.replace(/[^A-Za-z0-9]+/g, '_')
		.replace(/^_+|_+$/g, '');
	const base = plain === '' || /^\d+$/.test(plain) ? [fallback, plain].filter(Boolean).join('_') : plain;
	const started = /^[A-Za-z]/.test(base) ? base : `layer_${base}`;
	return reserved.has(started.toLowerCase()) ? `${started}_` : started;
}

/** Safe names for all, in order, no two alike even where capitals do not count: `conv_1`, `conv_1_2`. */
export function uniqueNames(names: readonly { readonly name: string; readonly fallback: string }[]): readonly string[] {
	const taken = new Set<string>();
	return names.map(({ name, fallback }) => {
		const base = safeName(name, fallback);
		let unique = base;
		for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${base}_${number}`;
		taken.add(unique.toLowerCase());
		return unique;
	});
}
