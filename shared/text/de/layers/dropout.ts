/** German words of layer kinds: dropout. ICU MessageFormat; ids are the keys. */
export const dropout = {
	'layer.dropout.title': 'Dropout',
	'layer.dropout.nodeName': 'Dropout',
	'layer.dropout.summary': 'Schaltet beim Training zufällige Werte ab, gegen Auswendiglernen.',
	'layer.dropout.explanation':
		'In jedem Schritt wird ein zufälliger Anteil der Werte auf null gesetzt, und die anderen werden angehoben, damit ihre Summe bleibt. Kein Wert kann sich darauf verlassen, dass ein anderer da ist; das Netz lernt also weniger auswendig. Zu viel davon, und das Netz lernt zu wenig. Wenn das Netz antwortet, fällt nichts weg. Am besten wirkt es zwischen voll verbundenen Schichten; für Merkmalskarten gibt es räumlichen Dropout.',
	'layer.dropout.synonyms': 'Regularisierung, Überanpassung, auslassen, regularization, drop, overfitting',
	'layer.dropout.card.0': 'lässt {share, number, percent} weg',
	'layer.dropout.card.1': 'beim Training',
	'layer.spatialDropout2d.title': 'Räumlicher Dropout',
	'layer.spatialDropout2d.nodeName': 'Räumlicher Dropout',
	'layer.spatialDropout2d.summary': 'Schaltet beim Training ganze Merkmalskarten ab.',
	'layer.spatialDropout2d.explanation':
		'Benachbarte Werte einer Merkmalskarte sagen fast dasselbe; einzelne wegzulassen lehrt also wenig, denn der Nachbar verrät es noch. Diese Schicht lässt stattdessen ganze Karten weg, in jedem Schritt einen zufälligen Anteil, sodass das Netz lernt, nicht von einem einzigen Merkmal abzuhängen. Wenn das Netz antwortet, fällt nichts weg.',
	'layer.spatialDropout2d.synonyms': 'Regularisierung, Überanpassung, regularization, dropout2d, feature map dropout, overfitting',
	'layer.spatialDropout2d.card.0': 'lässt {share, number, percent} weg',
	'layer.spatialDropout2d.card.1': 'der Karten',
	'layer.spatialDropout2d.rate.help': 'Anteil der Merkmalskarten, der in jedem Schritt abgeschaltet wird.',
	'layer.gaussianNoise.title': 'Gaußsches Rauschen',
	'layer.gaussianNoise.nodeName': 'Rauschen',
	'layer.gaussianNoise.summary': 'Rüttelt beim Training ein wenig an den Werten.',
	'layer.gaussianNoise.explanation':
		'In jedem Schritt wird zu jedem Wert eine kleine Zufallszahl addiert, die meist weniger als eine Standardabweichung von null entfernt ist. Das Netz sieht nie zweimal ganz dasselbe Bild und kann so keine einzelnen Pixel auswendig lernen. Wenn das Netz antwortet, kommt kein Rauschen hinzu.',
	'layer.gaussianNoise.synonyms': 'Rauschen, Regularisierung, Datenvermehrung, noise, regularization, augmentation, jitter',
	'layer.gaussianNoise.card.0': '± {stddev}',
	'layer.gaussianNoise.card.1': 'beim Training',
	'layer.gaussianNoise.stddev.label': 'Standardabweichung',
	'layer.gaussianNoise.stddev.help': 'Wie stark das Rauschen ist: Zwei von drei Werten ändern sich um weniger als das.',
} as const satisfies Readonly<Record<string, string>>;
