/** German words of layer kinds: convolution. ICU MessageFormat; ids are the keys. */
export const convolution = {
	'layer.conv2d.title': 'Faltung 2-D',
	'layer.conv2d.nodeName': 'Faltung',
	'layer.conv2d.summary': 'Sucht überall im Bild nach kleinen Mustern.',
	'layer.conv2d.explanation':
		'Ein Filter ist ein kleines Fenster aus Gewichten, das über die Eingabe gleitet und zusammenzählt, was darunter liegt, jeden Wert mal sein Gewicht, durch alle Kanäle zugleich. Wo das Bild zum Filter passt, ist die Summe groß: Das Ergebnis ist eine Merkmalskarte, eine je Filter. An jeder Stelle werden dieselben Gewichte benutzt; ein Muster wird also gefunden, wo immer es steht, und wenige Gewichte genügen. Wonach die Filter suchen, wird gelernt: Kanten und Flecken in den ersten Schichten, daraus Teile und ganze Dinge in späteren.',
	'layer.conv2d.synonyms':
		'Faltung, Faltungsschicht, Filter, Kern, Merkmalsextraktion, Skalarprodukt, geteilte Gewichte, convolution, conv, kernel, feature extraction, convolutional layer, dot product, weight sharing',
	'layer.conv2d.card.0': '{kernel} · {filters, plural, one {# Filter} other {# Filter}}',
	'layer.conv2d.card.1': '{padding}{isStrided, select, yes { ÷{strides}} other {}}{activation, select, linear {} other { · {activation}}}',
	'layer.conv2d.kernelSize.label': 'Kern',
	'layer.conv2d.kernelSize.help': 'Breite und Höhe des Fensters, durch das jeder Filter schaut.',
	'layer.depthwiseConv2d.title': 'Tiefenweise',
	'layer.depthwiseConv2d.nodeName': 'Tiefenweise',
	'layer.depthwiseConv2d.summary': 'Ein kleiner Filter je Kanal; Kanäle werden nicht gemischt.',
	'layer.depthwiseConv2d.explanation':
		'Ein üblicher Filter schaut durch alle Kanäle zugleich. Hier hat jeder Kanal seinen eigenen, sodass ein Fenster von 3 × 3 nur 9 Gewichte je Kanal braucht, wie tief die Karte auch ist. Was die Kanäle miteinander zu tun haben, bleibt einer 1 × 1-Faltung dahinter überlassen. MobileNet besteht aus diesen zwei Schritten.',
	'layer.depthwiseConv2d.synonyms': 'tiefenweise Faltung, gruppiert, kanalweise, depthwise convolution, MobileNet, grouped, channel-wise',
	'layer.depthwiseConv2d.card.0': '{kernel} je Karte',
	'layer.depthwiseConv2d.card.1':
		'{padding}{isStrided, select, yes { ÷{strides}} other {}}{activation, select, linear {} other { · {activation}}}',
	'layer.depthwiseConv2d.kernelSize.label': 'Kern',
	'layer.depthwiseConv2d.kernelSize.help': 'Breite und Höhe des Fensters jedes Kanals.',
	'layer.separableConv2d.title': 'Trennbar',
	'layer.separableConv2d.nodeName': 'Trennbar',
	'layer.separableConv2d.summary': 'Eine Faltung in zwei billigen Schritten: erst wo, dann welche Kanäle.',
	'layer.separableConv2d.explanation':
		'Zuerst wird jeder Kanal durch ein eigenes kleines Fenster betrachtet, dann mischen Filter von 1 × 1 die Kanäle an jeder Stelle. Beide Schritte zusammen leisten fast, was eine Faltung leistet, mit einem Bruchteil der Gewichte und Multiplikationen: bei 3 × 3 und vielen Filtern etwa einem Neuntel. Xception und MobileNet bestehen daraus.',
	'layer.separableConv2d.synonyms': 'tiefenweise trennbar, separabel, punktweise, depthwise separable, Xception, MobileNet, pointwise',
	'layer.separableConv2d.card.0': '{kernel} · {filters, plural, one {# Filter} other {# Filter}}',
	'layer.separableConv2d.card.1':
		'{padding}{isStrided, select, yes { ÷{strides}} other {}}{activation, select, linear {} other { · {activation}}}',
	'layer.separableConv2d.kernelSize.label': 'Kern',
	'layer.separableConv2d.kernelSize.help': 'Breite und Höhe des Fensters jedes Kanals.',
	'layer.conv2dTranspose.title': 'Transponiert',
	'layer.conv2dTranspose.nodeName': 'Transponiert',
	'layer.conv2dTranspose.summary': 'Vergrößert Karten, mit Gewichten, die lernen, wie.',
	'layer.conv2dTranspose.explanation':
		'Eine Faltung schaut durch ein Fenster und gibt einen Wert; diese Schicht geht umgekehrt vor: Jeder Wert legt ein Fenster aus Gewichten auf eine größere Karte, und wo Fenster sich überdecken, werden sie addiert. Mit Schrittweite 2 verdoppelt sich die Karte. Netze, die jedes Pixel zeichnen oder kennzeichnen, kommen damit zur Bildgröße zurück. Ein Fenster, das die Schrittweite nicht teilt, hinterlässt ein Schachbrettmuster.',
	'layer.conv2dTranspose.synonyms':
		'transponierte Faltung, Vergrößerung, transposed convolution, deconvolution, upsampling, fractionally strided, decoder, U-Net',
	'layer.conv2dTranspose.card.0': '{kernel} · {filters, plural, one {# Filter} other {# Filter}}',
	'layer.conv2dTranspose.card.1': '{padding} ×{strides}{activation, select, linear {} other { · {activation}}}',
	'layer.conv2dTranspose.kernelSize.label': 'Kern',
	'layer.conv2dTranspose.kernelSize.help': 'Breite und Höhe des Fensters, das jeder Wert auflegt.',
	'layer.conv2dTranspose.strides.help': 'Wie weit auseinander die Fenster liegen. 2 verdoppelt die Größe.',
	'layer.conv2dTranspose.padding.help':
		'valid: Alles, was die Fenster erreichen, bleibt. same: Die Größe ist die der Eingabe mal die Schrittweite. explicit: So viele Zeilen und Spalten wie eingetippt werden abgeschnitten.',
	'layer.conv2dTranspose.pad.label': 'Abschneiden',
	'layer.conv2dTranspose.pad.help':
		'Zeilen und Spalten, die an jeder Seite abgeschnitten werden: die Nullen der Faltung, die diese umkehrt.',
	'layer.conv2dTranspose.outputPadding.label': 'Auffüllung der Ausgabe',
	'layer.conv2dTranspose.outputPadding.help':
		'Zeilen und Spalten, die am Ende hinzukommen, weniger als die Schrittweite. Leer: die Auffüllung bestimmt sie.',
	'layer.conv2dTranspose.diagnostic.nothingLeft.title': 'Nichts bleibt übrig',
	'layer.conv2dTranspose.diagnostic.nothingLeft.text':
		'Nach dem Abschneiden {axes, select, height {hätte die Ausgabe {height, number} Zeilen} width {hätte die Ausgabe {width, number} Spalten} other {hätte die Ausgabe {height, number} Zeilen und {width, number} Spalten}}. Weniger abschneiden.',
	'layer.conv2dTranspose.diagnostic.outputPaddingTooLarge.title': 'Auffüllung der Ausgabe erreicht die Schrittweite',
	'layer.conv2dTranspose.diagnostic.outputPaddingTooLarge.text':
		'Die Auffüllung der Ausgabe unterscheidet Größen, die die Schrittweite gleich macht, ist also kleiner als diese: höchstens {mostWidth, number} waagerecht und {mostHeight, number} senkrecht.',
	'layer.conv2dTranspose.fix.cutNothing.label': 'Nichts abschneiden',
	'layer.conv2dTranspose.fix.cutNothing.detail': 'Alles, was die Fenster erreichen, bleibt.',
	'layer.conv2dTranspose.fix.automaticPadding.label': 'Automatisch wählen',
	'layer.conv2dTranspose.fix.automaticPadding.detail': 'Die Auffüllung bestimmt, wie viele Zeilen und Spalten hinzukommen.',
	'layer.fixedFilter.title': 'Fester Filter',
	'layer.fixedFilter.nodeName': 'Filter',
	'layer.fixedFilter.summary': 'Ein bekannter Bildfilter: Weichzeichnen, Schärfen, Kanten oder ein eigener.',
	'layer.fixedFilter.explanation':
		'Dasselbe Fenster aus Zahlen gleitet über jeden Kanal, wie in der Bildbearbeitung. Weichzeichnen verteilt jeden Wert auf seine Nachbarn, Schärfen drückt Nachbarn auseinander, Sobel und Laplace antworten, wo sich die Helligkeit ändert. Hier wird nichts gelernt: Es zeigt, was ein Filter finden kann, bevor eine Faltung ihre eigenen findet.',
	'layer.fixedFilter.synonyms':
		'Kern, Bildfilter, Weichzeichner, Kantenerkennung, Schärfen, Prägen, kernel, image filter, Sobel, Gaussian, Gauß, blur, edge detection, sharpen, emboss, Laplacian',
	'layer.fixedFilter.card.0': '{filter}',
	'layer.fixedFilter.card.1': '{kernel} · {padding}{isStrided, select, yes { ÷{strides}} other {}}',
	'layer.fixedFilter.filter.label': 'Filter',
	'layer.fixedFilter.filter.help': 'Was das Fenster mit dem Bild macht.',
	'layer.fixedFilter.filter.option.identity': 'unverändert',
	'layer.fixedFilter.filter.option.boxBlur': 'einfacher Weichzeichner',
	'layer.fixedFilter.filter.option.gaussianBlur': 'Gaußscher Weichzeichner',
	'layer.fixedFilter.filter.option.sharpen': 'schärfen',
	'layer.fixedFilter.filter.option.sobelX': 'waagerechte Kanten (Sobel x)',
	'layer.fixedFilter.filter.option.sobelY': 'senkrechte Kanten (Sobel y)',
	'layer.fixedFilter.filter.option.laplacian': 'alle Kanten (Laplace)',
	'layer.fixedFilter.filter.option.emboss': 'prägen',
	'layer.fixedFilter.filter.option.own': 'eigener',
	'layer.fixedFilter.size.label': 'Größe',
	'layer.fixedFilter.size.help': 'Breite und Höhe des Fensters. Je größer, desto weicher.',
	'layer.fixedFilter.sigma.label': 'σ',
	'layer.fixedFilter.sigma.help': 'Breite der Glocke, in Pixeln.',
	'layer.fixedFilter.matrix.label': 'Zahlen',
	'layer.fixedFilter.matrix.help': 'Womit jedes Pixel unter dem Fenster malgenommen wird.',
} as const satisfies Readonly<Record<string, string>>;
