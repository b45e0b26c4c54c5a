/** German words of layer kinds: normalization. ICU MessageFormat; ids are the keys. */
export const normalization = {
	'layer.batchNorm.title': 'Batch-Normalisierung',
	'layer.batchNorm.nodeName': 'Norm',
	'layer.batchNorm.summary': 'Hält die Werte jedes Kanals in einem ruhigen Bereich.',
	'layer.batchNorm.explanation':
		'Für jeden Kanal werden Mittelwert und Varianz über den ganzen Stapel (Batch) und alle Stellen gebildet, und die Werte werden auf Mittelwert 0 und Varianz 1 verschoben und gestreckt. Dann lernt die Schicht, wie weit gestreckt (gamma) und verschoben (beta) wird. Das Training verträgt größere Lernraten und tiefere Netze. Wenn das Netz antwortet, nimmt es statt des Stapels laufende Mittelwerte aus dem Training.',
	'layer.batchNorm.synonyms': 'Stapelnormalisierung, Normalisierung, BN, batchnorm, normalisation, batch normalisation',
	'layer.batchNorm.card.0': 'je Kanal',
	'layer.batchNorm.card.1':
		'{scaled, select, yes {{centred, select, yes {Streckung und Verschiebung} other {Streckung}}} other {{centred, select, yes {Verschiebung} other {keine Gewichte}}}}',
	'layer.batchNorm.momentum.label': 'Momentum',
	'layer.batchNorm.momentum.help':
		'Anteil des alten laufenden Mittelwerts, der bei jedem Schritt bleibt. PyTorch zählt umgekehrt: 0,99 hier ist 0,01 dort.',
	'layer.layerNorm.title': 'Schichtnormalisierung',
	'layer.layerNorm.nodeName': 'Schichtnorm',
	'layer.layerNorm.summary': 'Hält die Werte jedes Beispiels in einem ruhigen Bereich, wie auch immer der Stapel ist.',
	'layer.layerNorm.explanation':
		'Mittelwert und Varianz werden über die Kanäle gebildet, an jeder Stelle jedes Beispiels für sich, sodass kein Beispiel von den anderen im Stapel abhängt. Dann lernt die Schicht, wie weit jeder Kanal gestreckt (gamma) und verschoben (beta) wird. Das wirkt beim Training und danach gleich, auch mit Stapeln aus einem einzigen Bild.',
	'layer.layerNorm.synonyms': 'Normalisierung, LN, layernorm, normalisation, transformer',
	'layer.layerNorm.card.0': 'je Stelle',
	'layer.layerNorm.card.1':
		'{scaled, select, yes {{centred, select, yes {Streckung und Verschiebung} other {Streckung}}} other {{centred, select, yes {Verschiebung} other {keine Gewichte}}}}',
	'layer.groupNorm.title': 'Gruppennormalisierung',
	'layer.groupNorm.nodeName': 'Gruppennorm',
	'layer.groupNorm.summary': 'Hält Gruppen von Kanälen in einem ruhigen Bereich, wie auch immer der Stapel ist.',
	'layer.groupNorm.explanation':
		'Die Kanäle werden in Gruppen geteilt, und Mittelwert und Varianz werden über jede Gruppe und alle Stellen gebildet, für jedes Beispiel für sich. Sie steht zwischen der Schichtnormalisierung, einer einzigen Gruppe, und der Behandlung jedes Kanals für sich. Weil sie den Stapel nicht betrachtet, geht sie mit kleinen Stapeln, bei denen die Batch-Normalisierung zu wenig Anhalt hat.',
	'layer.groupNorm.synonyms': 'Normalisierung, Instanznormalisierung, GN, groupnorm, instance normalization, normalisation',
	'layer.groupNorm.card.0': '{groups, plural, one {# Gruppe} other {# Gruppen}}',
	'layer.groupNorm.card.1':
		'{scaled, select, yes {{centred, select, yes {Streckung und Verschiebung} other {Streckung}}} other {{centred, select, yes {Verschiebung} other {keine Gewichte}}}}',
	'layer.groupNorm.groups.help': 'Die Kanäle werden in so viele Gruppen geteilt. Muss die Kanäle teilen.',
	'layer.groupNorm.diagnostic.groupsDoNotDivide.text':
		'Jede Gruppe nimmt einen gleich großen Teil der Kanäle, aber {channels, plural, one {# Kanal lässt} other {# Kanäle lassen}} sich nicht in {groups, number} teilen.',
	'layer.groupNorm.fix.fittingGroups.label': '{groups, plural, one {# Gruppe} other {# Gruppen}} verwenden',
	'layer.groupNorm.fix.fittingGroups.detail': '{groups, number} teilt {channels, plural, one {# Kanal} other {# Kanäle}}.',
	'layer.localResponseNorm.title': 'Lokale Antwort',
	'layer.localResponseNorm.nodeName': 'Antwortnorm',
	'layer.localResponseNorm.summary': 'Starke Werte halten ihre Nachbarn in den Kanälen klein.',
	'layer.localResponseNorm.explanation':
		'Jeder Wert wird durch die Stärke einiger Kanäle um ihn an derselben Stelle geteilt, sodass eine starke Antwort die anderen klein hält, wie es benachbarte Nervenzellen tun. AlexNet hat es benutzt; seit der Batch-Normalisierung ist es selten. Zu lernen gibt es nichts.',
	'layer.localResponseNorm.synonyms':
		'lokale Antwortnormalisierung, laterale Hemmung, LRN, local response normalization, AlexNet, lateral inhibition',
	'layer.localResponseNorm.card.0': '{window, plural, one {# Kanal} other {# Kanäle}}',
	'layer.localResponseNorm.card.1': 'β {beta}',
	'layer.localResponseNorm.depthRadius.label': 'Radius',
	'layer.localResponseNorm.depthRadius.help': 'Kanäle auf jeder Seite, die zählen: 2 betrachtet fünf.',
	'layer.localResponseNorm.bias.label': 'k',
	'layer.localResponseNorm.bias.help': 'Wird zur Summe addiert, damit schwache Stellen bleiben, wie sie sind.',
	'layer.localResponseNorm.alpha.label': 'α',
	'layer.localResponseNorm.alpha.help': 'Wie sehr die Quadrate der Nachbarn zählen.',
	'layer.localResponseNorm.beta.label': 'β',
	'layer.localResponseNorm.beta.help': 'Exponent des Teilers: 0 ändert nichts.',
	'layer.rescaling.title': 'Umskalieren',
	'layer.rescaling.nodeName': 'Umskalieren',
	'layer.rescaling.summary': 'Streckt und verschiebt alle Werte um feste Zahlen.',
	'layer.rescaling.explanation':
		'Jeder Wert wird mit einer festen Zahl malgenommen, und eine andere wird addiert. Pixel kommen zwischen 0 und 1 herein; Streckung 2 und Verschiebung −1 verteilen sie von −1 bis 1, um die Null, wo die meisten Schichten leichter lernen. Hier wird nichts gelernt.',
	'layer.rescaling.synonyms': 'Skalierung, standardisieren, Vorverarbeitung, Bereich, rescaling, scale, standardize, preprocessing, range',
	'layer.rescaling.card.0': 'x·{scale} {sign} {offset}',
	'layer.rescaling.card.1': 'jeder Wert',
	'layer.rescaling.scale.label': 'Streckung',
	'layer.rescaling.scale.help': 'Jeder Wert wird damit malgenommen.',
	'layer.rescaling.offset.label': 'Verschiebung',
	'layer.rescaling.offset.help': 'Wird nach dem Malnehmen addiert.',
	'layer.normalization.title': 'Normalisierung',
	'layer.normalization.nodeName': 'Normalisieren',
	'layer.normalization.summary': 'Zieht den Mittelwert der Daten ab und teilt durch ihre Streuung.',
	'layer.normalization.explanation':
		'Von jedem Wert wird der Mittelwert der Daten abgezogen, und der Rest wird durch die Standardabweichung geteilt, sodass um 0 liegt, was hereinkommt, mit einer Streuung von 1. Die Zahlen werden einmal an den Trainingsbildern gemessen und bleiben fest, je Kanal oder für alle gleich. Netze, die mit anderen Bildern trainiert wurden, müssen mit deren Zahlen gefüttert werden.',
	'layer.normalization.synonyms':
		'standardisieren, Mittelwert, Standardabweichung, z-Wert, Vorverarbeitung, standardize, mean, standard deviation, z-score, ImageNet mean, preprocessing',
	'layer.normalization.card.0': 'Mittelwert {mean}',
	'layer.normalization.card.1': 'Abweichung {deviation}',
	'layer.normalization.mean.label': 'Mittelwert',
	'layer.normalization.mean.help': 'Wird von jedem Wert abgezogen: eine Zahl, oder eine je Kanal.',
	'layer.normalization.deviation.label': 'Standardabweichung',
	'layer.normalization.deviation.help': 'Jeder Wert wird dadurch geteilt: eine Zahl über 0, oder eine je Kanal.',
	'layer.normalization.diagnostic.countDiffers.title': 'Eine Zahl, oder eine je Kanal',
	'layer.normalization.diagnostic.countDiffers.text':
		'Hier {found, plural, one {steht # Zahl} other {stehen # Zahlen}}, aber {channels, plural, one {# Kanal kommt} other {# Kanäle kommen}} herein.',
	'layer.normalization.diagnostic.deviationNotPositive.title': 'Teilt durch nichts',
	'layer.normalization.diagnostic.deviationNotPositive.text':
		'Eine Standardabweichung ist größer als 0; {found} würde durch nichts teilen oder die Werte umkehren.',
	'layer.normalization.fix.oneForAll.label': 'Eine für alle verwenden',
	'layer.normalization.fix.oneForAll.detail': 'Die erste Zahl dient jedem Kanal.',
	'layer.normalization.fix.deviationOne.label': 'Durch 1 teilen',
	'layer.normalization.fix.deviationOne.detail': 'Nur der Mittelwert wird abgezogen.',
} as const satisfies Readonly<Record<string, string>>;
