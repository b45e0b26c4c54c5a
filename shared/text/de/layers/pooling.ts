/** German words of layer kinds: pooling. ICU MessageFormat; ids are the keys. */
export const pooling = {
	'layer.maxPool2d.title': 'Max-Pooling',
	'layer.maxPool2d.nodeName': 'Pool',
	'layer.maxPool2d.summary': 'Behält die stärkste Antwort jedes Ausschnitts und verkleinert die Karte.',
	'layer.maxPool2d.explanation':
		'Jedes Fenster gibt nur seinen größten Wert weiter: ob ein Merkmal dort gefunden wurde, nicht genau wo. Die Karte schrumpft, spätere Schichten haben weniger zu rechnen, und ein Merkmal, das um ein Pixel wandert, gibt dieselbe Antwort. Zu lernen gibt es nichts. Die Schrittweite ist die Größe des Fensters, solange keine andere eingestellt ist.',
	'layer.maxPool2d.synonyms':
		'Maximum-Pooling, Unterabtastung, Verkleinerung, Verschiebungsinvarianz, maximum pooling, subsampling, downsampling, maxpool, translation invariance',
	'layer.maxPool2d.card.0': 'Max · {pool}',
	'layer.maxPool2d.card.1':
		'{isStrided, select, yes {Schrittweite {strides}} other {Schrittweite 1}}{padding, select, valid {} other { · {paddingWord}}}',
	'layer.averagePool2d.title': 'Mittelwert-Pooling',
	'layer.averagePool2d.nodeName': 'Pool',
	'layer.averagePool2d.summary': 'Ersetzt jeden Ausschnitt durch seinen Mittelwert und verkleinert die Karte.',
	'layer.averagePool2d.explanation':
		'Jedes Fenster gibt den Mittelwert seiner Werte weiter, sodass jeder ein wenig zählt. Die Karte schrumpft und wird glatter; einzelne starke Antworten werden verdünnt, die Max-Pooling behielte. LeNet hat es benutzt. Zu lernen gibt es nichts.',
	'layer.averagePool2d.synonyms': 'Durchschnitts-Pooling, Unterabtastung, Verkleinerung, mean pooling, avgpool, subsampling, downsampling',
	'layer.averagePool2d.card.0': 'Mittelwert · {pool}',
	'layer.averagePool2d.card.1':
		'{isStrided, select, yes {Schrittweite {strides}} other {Schrittweite 1}}{padding, select, valid {} other { · {paddingWord}}}',
	'layer.averagePool2d.countPadding.label': 'Auffüllung mitzählen',
	'layer.averagePool2d.countPadding.help':
		'An: Nullen der Auffüllung ziehen den Mittelwert am Rand herunter. Aus: Der Mittelwert wird nur über echte Werte gebildet.',
	'layer.globalAveragePool2d.title': 'Globaler Mittelwert',
	'layer.globalAveragePool2d.nodeName': 'Globaler Mittelwert',
	'layer.globalAveragePool2d.summary': 'Ein Mittelwert je Merkmalskarte: Aus einer Karte wird ein kurzer Vektor.',
	'layer.globalAveragePool2d.explanation':
		'Jede Merkmalskarte wird auf eine einzige Zahl verkürzt, ihren Mittelwert: wie viel von diesem Merkmal im Bild ist, wo auch immer. Der Vektor ist so lang, wie die Karte tief ist; die voll verbundene Schicht danach braucht also wenige Gewichte, und das Bild darf jede Größe haben. Wo die Dinge sind, geht verloren.',
	'layer.globalAveragePool2d.synonyms':
		'globales Mittelwert-Pooling, Durchschnitt, global average pooling, GAP, mean, adaptive average pooling',
	'layer.globalAveragePool2d.card.0': 'Mittelwert je Karte',
	'layer.globalAveragePool2d.card.1': 'Karte zu Vektor',
	'layer.globalMaxPool2d.title': 'Globales Maximum',
	'layer.globalMaxPool2d.nodeName': 'Globales Maximum',
	'layer.globalMaxPool2d.summary': 'Die stärkste Antwort jeder Merkmalskarte.',
	'layer.globalMaxPool2d.explanation':
		'Jede Merkmalskarte wird auf ihren größten Wert verkürzt: Wurde das Merkmal irgendwo im Bild gefunden? Der Vektor ist so lang, wie die Karte tief ist. Eine einzige starke Antwort zählt, wie klein sie im Bild auch ist; wie oft und wo, geht verloren.',
	'layer.globalMaxPool2d.synonyms': 'globales Max-Pooling, Maximum, global max pooling, adaptive max pooling',
	'layer.globalMaxPool2d.card.0': 'Maximum je Karte',
	'layer.globalMaxPool2d.card.1': 'Karte zu Vektor',
} as const satisfies Readonly<Record<string, string>>;
