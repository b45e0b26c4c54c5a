/** German words of layer kinds: joining. ICU MessageFormat; ids are the keys. */
export const joining = {
	'layer.add.title': 'Addieren',
	'layer.add.nodeName': 'Summe',
	'layer.add.summary': 'Zählt zwei gleich große Zweige zusammen, wie eine Abkürzung es braucht.',
	'layer.add.explanation':
		'Zwei Zweige werden Stelle für Stelle addiert. So verknüpfen Residualnetze: Eine Abkürzung führt die Eingabe an einigen Schichten vorbei, und diese müssen nur lernen, was daran zu ändern ist. Der Fehler fließt durch die Abkürzung ungeschmälert zurück, sodass sich sehr tiefe Netze trainieren lassen. Beide Zweige müssen gleich groß sein; eine 1 × 1-Faltung auf der Abkürzung bringt sie in Einklang.',
	'layer.add.synonyms': 'Residuum, Sprungverbindung, Abkürzung, Summe, residual, skip connection, shortcut, sum, plus, add, ResNet',
	'layer.add.card.0': 'Summe aller',
	'layer.add.card.1': 'Stelle für Stelle',
	'layer.subtract.title': 'Subtrahieren',
	'layer.subtract.nodeName': 'Differenz',
	'layer.subtract.summary': 'Was der erste Zweig hat und der zweite nicht.',
	'layer.subtract.explanation':
		'Der zweite Zweig wird vom ersten abgezogen, Stelle für Stelle. Was beide gemeinsam haben, geht, was verschieden ist, bleibt: Ein weichgezeichnetes Bild, vom scharfen abgezogen, lässt dessen Kanten übrig. Die Reihenfolge der Verbindungen zählt.',
	'layer.subtract.synonyms': 'Differenz, abziehen, subtract, difference, minus, residual',
	'layer.subtract.card.0': 'erster − zweiter',
	'layer.subtract.card.1': 'Stelle für Stelle',
	'layer.subtract.diagnostic.subtractTwo.title': 'Zwei Zweige, nicht mehr',
	'layer.subtract.diagnostic.subtractTwo.text':
		'{count, plural, one {Eine Verbindung kommt} other {# Verbindungen kommen}} herein. Ein Zweig wird von einem anderen abgezogen: Für mehr ein zweites Subtrahieren dahinter setzen oder die anderen vorher addieren.',
	'layer.multiply.title': 'Multiplizieren',
	'layer.multiply.nodeName': 'Produkt',
	'layer.multiply.summary': 'Lässt einen Zweig die Werte eines anderen gewichten.',
	'layer.multiply.explanation':
		'Zwei Zweige werden Stelle für Stelle multipliziert. Wo einer Werte zwischen 0 und 1 hat, wirkt er wie ein Tor: Er sagt, wie viel vom anderen durchgelassen wird. Squeeze-and-Excite-Netze gewichten so ganze Merkmalskarten, mit einer Zahl je Kanal: 1 × 1 × C dient jeder Stelle.',
	'layer.multiply.synonyms': 'Tor, Aufmerksamkeit, Produkt, mal, multiply, gate, attention, squeeze-and-excite, product, times',
	'layer.multiply.card.0': 'Produkt aller',
	'layer.multiply.card.1': 'Stelle für Stelle',
	'layer.average.title': 'Mitteln',
	'layer.average.nodeName': 'Mittel',
	'layer.average.summary': 'Der Mittelwert mehrerer Zweige.',
	'layer.average.explanation':
		'Gleich große Zweige werden Stelle für Stelle gemittelt. So lassen sich mehrere kleine Netze verknüpfen, die dasselbe Bild betrachten: Wo sie uneins sind, liegt der Mittelwert oft näher an der Wahrheit als jedes einzelne.',
	'layer.average.synonyms': 'Durchschnitt, Mittelwert, zusammenführen, average, mean, ensemble, merge',
	'layer.average.card.0': 'Mittelwert aller',
	'layer.average.card.1': 'Stelle für Stelle',
	'layer.maximum.title': 'Maximum',
	'layer.maximum.nodeName': 'Maximum',
	'layer.maximum.summary': 'Die stärkste Antwort unter mehreren Zweigen.',
	'layer.maximum.explanation':
		'An jeder Stelle geht der größte Wert unter den Zweigen weiter. Wenn jeder Zweig ein Muster auf seine Weise sucht, genügt einer, der es gefunden hat. Maxout-Netze bestehen daraus.',
	'layer.maximum.synonyms': 'größter Wert, zusammenführen, max, maxout, merge',
	'layer.maximum.card.0': 'größter von allen',
	'layer.maximum.card.1': 'Stelle für Stelle',
	'layer.concatenate.title': 'Aneinanderhängen',
	'layer.concatenate.nodeName': 'Verkettung',
	'layer.concatenate.summary': 'Stapelt die Karten mehrerer Zweige.',
	'layer.concatenate.explanation':
		'Die Merkmalskarten aller Zweige werden hintereinandergelegt, keine geht verloren: Aus 32 und 16 Kanälen werden 48. Die Schichten danach wählen, was sie benutzen. Inception und DenseNet verknüpfen Zweige so, U-Net holt damit frühe, scharfe Karten zurück. Alle Größen außer der, entlang derer gestapelt wird, müssen gleich sein.',
	'layer.concatenate.synonyms':
		'Verkettung, zusammenführen, stapeln, verbinden, concatenate, concat, merge, stack, join, inception, DenseNet, U-Net',
	'layer.concatenate.card.0': 'stapelt: {axis}',
	'layer.concatenate.card.1': 'aller Zweige',
	'layer.concatenate.axis.label': 'Entlang',
	'layer.concatenate.axis.help': 'Die Größe, die sich addiert; alle anderen müssen gleich sein.',
	'layer.concatenate.axis.option.channels': 'Kanäle',
	'layer.concatenate.axis.option.height': 'Höhe',
	'layer.concatenate.axis.option.width': 'Breite',
	'layer.concatenate.diagnostic.concatenateMismatch.title': 'Zweige passen nicht aneinander',
	'layer.concatenate.diagnostic.concatenateMismatch.text':
		'Verbindung {wire} bringt {shape}, Verbindung {otherWire} bringt {other}. Um entlang der {axis, select, channels {Kanäle} height {Höhe} other {Breite}} zu stapeln, müssen alle anderen Größen gleich sein.',
	'layer.concatenate.fix.along.label': 'Entlang {axis} stapeln',
	'layer.concatenate.diagnostic.axisMissing.title': 'Ein Vektor hat eine Achse',
	'layer.concatenate.diagnostic.axisMissing.text':
		'Vektoren haben weder Höhe noch Breite: Sie lassen sich nur hintereinanderlegen, und das tut „Kanäle“.',
} as const satisfies Readonly<Record<string, string>>;
