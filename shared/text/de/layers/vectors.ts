/** German words of layer kinds: vectors. ICU MessageFormat; ids are the keys. */
export const vectors = {
	'layer.dense.title': 'Voll verbunden',
	'layer.dense.nodeName': 'Voll verbunden',
	'layer.dense.summary': 'Verbindet jede Eingabe mit jeder Einheit.',
	'layer.dense.explanation':
		'Jede Einheit zählt alle Eingaben zusammen, jede mit eigenem Gewicht, addiert einen Bias und wendet die Aktivierung an. Sie kann Merkmale von überall im Bild verbinden, und das tun die letzten Schichten eines Netzes: von den Merkmalen zur Antwort. Für ein ganzes Bild ist das verschwenderisch: Jedes Pixel braucht für jede Einheit ein Gewicht, und nichts sagt ihr, dass Nachbarn zusammengehören.',
	'layer.dense.synonyms':
		'dichte Schicht, vollständig verbunden, Perzeptron, linear, Skalarprodukt, dense, fully connected, FC, perceptron, feed-forward, inner product',
	'layer.dense.card.0': '{units, plural, one {# Einheit} other {# Einheiten}}',
	'layer.dense.card.1': '{activation}',
	'layer.dense.units.help': 'Wie viele Zahlen die Schicht gibt, eine von jeder Einheit.',
	'layer.flatten.title': 'Flachlegen',
	'layer.flatten.nodeName': 'Flachlegen',
	'layer.flatten.summary': 'Schreibt alle Werte einer Karte in eine Reihe.',
	'layer.flatten.explanation':
		'Eine voll verbundene Schicht nimmt eine Reihe von Zahlen. Flachlegen (flatten) schreibt die Karte Zeile für Zeile in einen solchen Vektor und behält jeden Wert; die Schichten danach wissen also noch, wo jeder war. Der Vektor ist so lang, wie die Karte Werte hat, was die nächste voll verbundene Schicht groß macht.',
	'layer.flatten.synonyms': 'Vektor, umformen, abrollen, flatten, vector, reshape, unroll',
	'layer.flatten.card.0': 'Karte zu Vektor',
	'layer.flatten.card.1': '{isKnown, select, yes {{input}} other {alle Werte}}',
	'layer.reshape.title': 'Umformen',
	'layer.reshape.nodeName': 'Umformen',
	'layer.reshape.summary': 'Dieselben Werte in einer anderen Ordnung aus Zeilen, Spalten und Kanälen.',
	'layer.reshape.explanation':
		'Die Werte bleiben, nur ihre Zählweise ändert sich: Aus einem Vektor von 784 Zahlen werden 28 Zeilen mit 28 Spalten. Zeilen werden von der ersten zur letzten gefüllt, Kanäle am schnellsten. Die Anzahl der Werte kann sich nicht ändern.',
	'layer.reshape.synonyms': 'Ansicht, Form, reshape, view, resize, unflatten, shape',
	'layer.reshape.card.0': 'zu {shape}',
	'layer.reshape.card.1': 'gleiche Werte',
	'layer.reshape.targetShape.label': 'Neue Größe',
	'layer.reshape.targetShape.help':
		'Höhe, Breite und Kanäle, oder eine Zahl für einen Vektor. Eine davon darf −1 sein: so viele, wie übrig sind.',
	'layer.reshape.diagnostic.reshapeCount.title': 'Die Anzahl der Werte ändert sich',
	'layer.reshape.diagnostic.reshapeCount.text':
		'{from} übergibt {shape}, das {found, plural, one {ist # Wert} other {sind # Werte}}; in {target} {wanted, plural, one {passt # Wert} other {passen # Werte}}.',
	'layer.reshape.fix.reshapeTo.label': 'Zu {shape} umformen',
	'layer.permute.title': 'Achsen tauschen',
	'layer.permute.nodeName': 'Achsen tauschen',
	'layer.permute.summary': 'Vertauscht Zeilen, Spalten und Kanäle.',
	'layer.permute.explanation':
		'Die Achsen tauschen die Plätze, und jeder Wert geht mit: Die Ordnung 2 1 3 macht Zeilen aus Spalten, als wäre das Bild an seiner Diagonale gespiegelt. Nützlich, wo etwas danach eine andere Ordnung erwartet.',
	'layer.permute.synonyms': 'permutieren, transponieren, Reihenfolge, permute, transpose, swap axes, order',
	'layer.permute.card.0': 'Ordnung {order}',
	'layer.permute.card.1': 'gleiche Werte',
	'layer.permute.dims.label': 'Ordnung der Achsen',
	'layer.permute.dims.help': '1 sind Zeilen, 2 Spalten, 3 Kanäle: Die erste Zahl sagt, was davon zu den Zeilen wird.',
	'layer.permute.diagnostic.notAPermutation.title': 'Jede Achse einmal',
	'layer.permute.diagnostic.notAPermutation.text':
		'Was hereinkommt, hat {rank, plural, one {# Achse} other {# Achsen}}, die Ordnung muss also jede Zahl von 1 bis {rank, number} einmal haben; sie ist {order}.',
	'layer.permute.fix.keepOrder.label': 'Ordnung behalten',
	'layer.permute.fix.keepOrder.detail': 'Die Achsen bleiben, wie sie hereinkommen.',
} as const satisfies Readonly<Record<string, string>>;
