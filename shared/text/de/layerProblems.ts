/** German words: layerProblems. ICU MessageFormat; ids are the keys. */
export const layerProblems = {
	'diagnostic.value.shape': '{shape}',
	'diagnostic.value.atLeast': 'mindestens {shape}',
	'diagnostic.value.map': 'Höhe × Breite × Kanäle',
	'diagnostic.value.vector': 'N',
	'diagnostic.needsMap.title': 'Braucht eine Karte',
	'diagnostic.needsMap.text':
		'{from} übergibt einen Vektor aus {size, plural, one {# Zahl} other {# Zahlen}}. {node} arbeitet mit Zeilen, Spalten und Kanälen, die ein Vektor nicht hat: vor dem Flachlegen der Karten anschließen.',
	'fix.insertReshape.label': 'Umformen zu {shape} einfügen',
	'fix.insertReshape.detail': 'An Verbindung {wire, number}: dieselben Werte als Karte. Keine Gewichte.',
	'diagnostic.needsVector.title': 'Braucht einen Vektor',
	'diagnostic.needsVector.text':
		'{from} übergibt eine Karte: {height, plural, one {# Zeile} other {# Zeilen}}, {width, plural, one {# Spalte} other {# Spalten}}, {channels, plural, one {# Kanal} other {# Kanäle}}. {node} nimmt eine Reihe von Zahlen, also muss die Karte erst ein Vektor werden.',
	'fix.insertFlatten.label': 'Flachlegen einfügen',
	'fix.insertFlatten.detail':
		'Behält, wo jedes Merkmal ist. {product} = {inputs, number} Werte: ({inputs, number} + 1)·{units, number} = {weights, number} Gewichte.',
	'fix.insertGlobalAverage.label': 'Globalen Mittelwert einfügen',
	'fix.insertGlobalAverage.detail':
		'Ein Mittelwert je Karte, der Ort geht verloren. {inputs, plural, one {# Wert} other {# Werte}}: ({inputs, number} + 1)·{units, number} = {weights, number} Gewichte.',
	'diagnostic.windowTooLarge.title': 'Fenster größer als die Karte',
	'diagnostic.windowTooLarge.text':
		'{axes, select, height {Das Fenster ist {windowHeight, plural, one {# Zeile} other {# Zeilen}} hoch, aber die Karte hat nur {mapHeight, number}} width {Das Fenster ist {windowWidth, plural, one {# Spalte} other {# Spalten}} breit, aber die Karte hat nur {mapWidth, number}} other {Das Fenster von {windowWidth, number} × {windowHeight, number} passt nicht in eine Karte von {mapWidth, number} × {mapHeight, number}}}{isPadded, select, yes {, Auffüllung eingeschlossen} other {}}. Ein kleineres Fenster oder die Auffüllung „same“ verwenden.',
	'fix.smallerWindow.label': 'Fenster verkleinern',
	'fix.smallerWindow.detail':
		'Auf {height, plural, one {# Zeile} other {# Zeilen}} und {width, plural, one {# Spalte} other {# Spalten}}, die gerade passen.',
	'diagnostic.windowOnlyPadding.title': 'Ein Fenster sieht nur Auffüllung',
	'diagnostic.windowOnlyPadding.text':
		'Mit {axes, select, height {{padHeight, number} Zeilen Auffüllung und einem Fenster von {windowHeight, plural, one {# Zeile} other {# Zeilen}}} width {{padWidth, number} Spalten Auffüllung und einem Fenster von {windowWidth, plural, one {# Spalte} other {# Spalten}}} other {{padHeight, number} Zeilen und {padWidth, number} Spalten Auffüllung und einem Fenster von {windowHeight, plural, one {# Zeile} other {# Zeilen}} und {windowWidth, plural, one {# Spalte} other {# Spalten}}}} liegen manche Fenster ganz neben der Karte. Pooling lässt Auffüllung aus, also gäbe es dort nichts auszuwählen.',
	'fix.useValid.label': 'Auffüllung wegnehmen',
	'fix.useValid.detail': 'Das Fenster bleibt in der Karte.',
	'diagnostic.remainder.title':
		'{lost, select, pixels {Ein Teil der Karte wird nie gesehen} other {Ein Teil der Auffüllung wird nie gesehen}}',
	'diagnostic.remainder.text':
		'Eine Schrittweite von {axes, select, height {{strideHeight, number}} width {{strideWidth, number}} other {{strideWidth, number} × {strideHeight, number}}} geht im Weg des Fensters nicht auf: {lost, select, pixels {{axes, select, height {{lostRows, plural, one {die letzte Zeile} other {die letzten # Zeilen}}} width {{lostColumns, plural, one {die letzte Spalte} other {die letzten # Spalten}}} other {{lostRows, plural, =0 {} one {die letzte Zeile} other {die letzten # Zeilen}}{lostRows, plural, =0 {} other {{lostColumns, plural, =0 {} other { und }}}}{lostColumns, plural, =0 {} one {die letzte Spalte} other {die letzten # Spalten}}}} der Karte {axes, select, height {{lostRows, plural, one {wird} other {werden}}} width {{lostColumns, plural, one {wird} other {werden}}} other {werden}} nie betrachtet.} other {{axes, select, height {{rows, plural, one {die letzte Zeile} other {die letzten # Zeilen}}} width {{columns, plural, one {die letzte Spalte} other {die letzten # Spalten}}} other {{rows, plural, one {die letzte Zeile} other {die letzten # Zeilen}} und {columns, plural, one {die letzte Spalte} other {die letzten # Spalten}}}} der Auffüllung bleiben unbeachtet. Kein Pixel geht verloren.}}',
	'diagnostic.remainderStrict.title': 'Die Schrittweite geht nicht auf',
	'diagnostic.remainderStrict.text':
		'{axes, select, height {{wayHeight, number} / {strideHeight, number} ist} width {{wayWidth, number} / {strideWidth, number} ist} other {{wayWidth, number} / {strideWidth, number} waagerecht und {wayHeight, number} / {strideHeight, number} senkrecht ist}} keine ganze Zahl von Schritten: Das letzte Fenster läge teilweise außerhalb. Dieses Dokument erlaubt keine Bruchteile.',
	'fix.trimPadding.label': 'Auffüllung zurückschneiden',
	'fix.trimPadding.detail':
		'Lässt die Nullen weg, die kein Fenster erreicht. Die Ausgabe behält {height, number} Zeilen und {width, number} Spalten.',
	'fix.padToFit.label': 'Passend auffüllen',
	'fix.padToFit.detail':
		'{rows, plural, =0 {} one {Eine Zeile Nullen mehr am unteren Rand. } other {# Zeilen Nullen mehr am unteren Rand. }}{columns, plural, =0 {} one {Eine Spalte Nullen mehr am rechten Rand. } other {# Spalten Nullen mehr am rechten Rand. }}Die Ausgabe hat {height, number} Zeilen und {width, number} Spalten.',
	'fix.useSame.label': 'Auffüllung „same“ verwenden',
	'fix.useSame.fits': 'Nullen um die Karte machen dem Fenster Platz; bei Schrittweite 1 bleibt die Größe.',
	'fix.useSame.strided':
		'Die Größe wird durch die Schrittweite geteilt und aufgerundet: {height, plural, one {# Zeile} other {# Zeilen}} und {width, plural, one {# Spalte} other {# Spalten}}.',
	'fix.useSame.keeps':
		'Die ungerade Zeile oder Spalte aus Nullen kommt ans Ende, und die Größe bleibt {height, number} Zeilen und {width, number} Spalten.',
	'diagnostic.preserveEven.title': 'Ein gerades Fenster kann die Größe nicht erhalten',
	'diagnostic.preserveEven.text':
		'Mit gleich vielen Nullen auf beiden Seiten werden {axes, select, height {aus {inputHeight, number} Zeilen {outputHeight, number}, weil das Fenster {windowHeight, number} Zeilen hoch ist} width {aus {inputWidth, number} Spalten {outputWidth, number}, weil das Fenster {windowWidth, number} Spalten breit ist} other {aus {inputHeight, number} Zeilen {outputHeight, number} und aus {inputWidth, number} Spalten {outputWidth, number}, weil das Fenster {windowHeight, number} Zeilen hoch und {windowWidth, number} Spalten breit ist}}. P = (F − 1) / 2 ist nur für ungerade Fenster eine ganze Zahl.',
	'fix.oddWindow.label': 'Fenster ungerade machen',
	'fix.oddWindow.detail': '{height, number} Zeilen und {width, number} Spalten, mit einem Pixel in der Mitte.',
	'diagnostic.preserveMostlyZeros.title': '{share, number, percent} der aufgefüllten Karte sind Nullen',
	'diagnostic.preserveMostlyZeros.text':
		'Um die Größe bei einer Schrittweite von {strideWidth, number} × {strideHeight, number} zu erhalten, kommen an jede Seite {padHeight, plural, one {# Zeile} other {# Zeilen}} und {padWidth, plural, one {# Spalte} other {# Spalten}} aus Nullen: Die meisten Fenster sehen nichts vom Bild.',
	'fix.strideOne.label': 'Schrittweite 1 verwenden',
	'fix.strideOne.detail': 'Erhält die Größe mit einem dünnen Rand aus Nullen.',
	'diagnostic.onePixelMap.title': 'Die Karte ist ein einziges Pixel',
	'diagnostic.onePixelMap.text':
		'Das Fenster von {windowHeight, plural, one {# Zeile} other {# Zeilen}} und {windowWidth, plural, one {# Spalte} other {# Spalten}} sieht ein einziges Pixel und Auffüllung ringsum. Es ist nichts mehr zu suchen: Die Karte ist zu früh geschrumpft.',
	'fix.onePixelWindow.label': 'Fenster von 1 × 1 verwenden',
	'fix.onePixelWindow.detail': 'Betrachtet das eine Pixel, das da ist, durch alle Kanäle.',
	'diagnostic.groupsDoNotDivide.title': '{groups, number} Gruppen gehen nicht auf',
	'diagnostic.groupsDoNotDivide.text':
		'Jede Gruppe nimmt einen gleich großen Teil {which, select, channels {der Kanäle, aber {channels, plural, one {# Kanal lässt} other {# Kanäle lassen}} sich nicht in {groups, number} teilen} filters {der Filter, aber {filters, plural, one {# Filter lässt} other {# Filter lassen}} sich nicht in {groups, number} teilen} other {der Kanäle und Filter, aber weder {channels, plural, one {# Kanal} other {# Kanäle}} noch {filters, plural, one {# Filter} other {# Filter}} lassen sich in {groups, number} teilen}}.',
	'fix.fittingGroups.label': '{groups, plural, one {# Gruppe} other {# Gruppen}} verwenden',
	'fix.fittingGroups.detail':
		'{groups, number} teilt {channels, plural, one {# Kanal} other {# Kanäle}} und {filters, plural, one {# Filter} other {# Filter}}.',
	'fix.fittingFilters.label': '{filters, number} Filter verwenden',
	'fix.fittingFilters.detail': '{filters, number} ist die nächste Zahl, die durch {groups, number} Gruppen teilbar ist.',
	'diagnostic.shapesDiffer.title': 'Zweige sind verschieden groß',
	'diagnostic.shapesDiffer.text':
		'Verbindung {wire, number} bringt {shape}, Verbindung {otherWire, number} bringt {other}. Werte werden Stelle für Stelle verknüpft, also muss jede Größe gleich sein, oder 1, wo ein Wert für alle dient.',
	'fix.project.label': '1 × 1-Faltung einfügen',
	'fix.project.detail':
		'An Verbindung {wire, number}{isStrided, select, yes {, mit Schrittweite {stride}} other {}}: macht daraus {shape}, mit {weights, number} Gewichten.',
	'fix.projectDense.label': 'Voll verbundene Schicht einfügen',
	'fix.projectDense.detail':
		'An Verbindung {wire, number}, mit {units, number} Einheiten und ohne Aktivierung: {weights, number} Gewichte.',
	'fix.zeroChannels.label': 'Nullkanäle einfügen',
	'fix.zeroChannels.detail': 'An Verbindung {wire, number}: {count, plural, one {# Kanal} other {# Kanäle}} aus Nullen, keine Gewichte.',
	'fix.concatenateInstead.label': 'Stattdessen aneinanderhängen',
	'fix.concatenateInstead.detail': 'Stapelt die Zweige, keiner geht verloren: {shape}.',
} as const satisfies Readonly<Record<string, string>>;
