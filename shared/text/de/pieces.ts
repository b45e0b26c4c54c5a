/** German words: pieces. ICU MessageFormat; ids are the keys. */
export const pieces = {
	'piece.conv.title': 'Faltungsblock',
	'piece.conv.summary': 'Faltung, Batch-Normalisierung, relu: der Baustein der meisten Netze seit 2015.',
	'piece.conv.synonyms': 'conv bn relu, normalisierte Faltung, normalized convolution',
	'piece.vgg.title': 'VGG-Block',
	'piece.vgg.summary':
		'Zwei Fenster von 3 × 3 sehen so weit wie eines von 5 × 5, mit weniger Gewichten; dann halbiert Pooling die Größe, und die Karten haben sich verdoppelt.',
	'piece.vgg.synonyms': 'conv conv pool, Stufe, stage',
	'piece.residual.title': 'Residualblock',
	'piece.residual.summary':
		'Zwei Faltungen lernen nur, was zu ihrer Eingabe addiert werden soll: Über die Abkürzung fließt der Fehler ungeschmälert zurück.',
	'piece.residual.synonyms': 'resnet, Sprungverbindung, Abkürzung, skip connection, shortcut, basic block, identity',
	'piece.residual-down.title': 'Residualblock, halbierend',
	'piece.residual-down.summary':
		'Beginnt eine Stufe: halbe Größe, doppelt so viele Karten, und eine 1 × 1-Faltung, damit die Abkürzung passt.',
	'piece.residual-down.synonyms':
		'resnet, Verkleinerung, Abkürzung, Schrittweite 2, downsampling, projection shortcut, stride 2, basic block',
	'piece.bottleneck.title': 'Flaschenhalsblock',
	'piece.bottleneck.summary':
		'Eine 1 × 1-Faltung presst die Karten auf ein Viertel, sodass die 3 × 3 dazwischen billig ist: So wird ResNet-50 tief.',
	'piece.bottleneck.synonyms': 'resnet 50, Flaschenhals, bottleneck, 1x1 3x3 1x1',
	'piece.separable.title': 'Tiefenweise trennbarer Block',
	'piece.separable.summary': 'Erst ein Filter je Karte, dann 1 × 1 über die Karten: fast dasselbe für etwa ein Achtel der Arbeit.',
	'piece.separable.synonyms': 'mobilenet, tiefenweise, punktweise, depthwise, pointwise',
	'piece.inverted.title': 'Umgekehrter Residualblock',
	'piece.inverted.summary':
		'Verbreitert auf sechsmal so viele Karten, filtert jede, verengt wieder und addiert die Eingabe: für Telefone gemacht.',
	'piece.inverted.synonyms': 'mobilenet v2, mbconv, linearer Flaschenhals, linear bottleneck, expansion',
	'piece.squeeze.title': 'Squeeze-and-Excitation',
	'piece.squeeze.summary':
		'Betrachtet den Mittelwert jeder Karte und dreht jede lauter oder leiser: Das Netz lernt, welche Karten hier zählen.',
	'piece.squeeze.synonyms': 'se block, Aufmerksamkeit, channel attention, senet',
	'piece.head.title': 'Klassifikationskopf',
	'piece.head.summary': 'Ein Mittelwert je Karte, dann die Klassen: kaum Gewichte, und jede Bildgröße geht.',
	'piece.head.synonyms': 'globaler Mittelwert, softmax, Klassifikation, global average, classification, top',
	'pieces.problem.tooMany': 'Es gibt schon {most} gespeicherte Bausteine. Zuerst einen löschen, der nicht mehr gebraucht wird.',
	'pieces.problem.gone': 'Dieser Baustein wurde in einem anderen Fenster gelöscht.',
	'pieces.title': 'Bausteine',
	'pieces.own': 'Eigene Bausteine',
	'pieces.own.summary': '{count, plural, one {# Schicht} other {# Schichten}}, selbst gespeichert.',
	'pieces.own.menu': '{name} umbenennen oder löschen',
	'pieces.own.rename': 'Umbenennen',
	'pieces.own.delete': 'Löschen',
	'pieces.own.name': 'Name des Bausteins',
	'pieces.own.name.taken': 'Ein anderer Baustein heißt {name}.',
	'pieces.own.name.empty': 'Ein Baustein braucht einen Namen.',
	'pieces.saved': '{name} ist als Baustein aufbewahrt. Er steht in der Palette unter Bausteine, in jedem Dokument.',
	'pieces.deleted': '{name} ist aus den eigenen Bausteinen gelöscht.',
	'pieces.deleted.undo': 'Doch behalten',
} as const satisfies Readonly<Record<string, string>>;
