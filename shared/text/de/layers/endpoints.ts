/** German words of layer kinds: endpoints. ICU MessageFormat; ids are the keys. */
export const endpoints = {
	'layer.input.title': 'Eingabe',
	'layer.input.nodeName': 'Eingabe',
	'layer.input.summary': 'Wo die Bilder ins Netz kommen.',
	'layer.input.explanation':
		'Das Netz liest jedes Beispiel als Zahlen: Ein Bild hat Zeilen, Spalten und Kanäle, 1 für Grau und 3 für Rot, Grün und Blau. Die Schichten danach nutzen, dass benachbarte Pixel zusammengehören. Eine Vektor-Eingabe hat keine solche Ordnung.',
	'layer.input.synonyms': 'Bild, Daten, Quelle, Eingabeschicht, image, data, source, input layer',
	'layer.input.card.0': '{dataset}',
	'layer.input.card.1':
		'{form, select, vector {{length, plural, one {# Zahl} other {# Zahlen}}} other {{size}, {channels, plural, =1 {grau} =3 {farbig} other {# Kanäle}}}}',
	'layer.input.form.label': 'Was hereinkommt',
	'layer.input.form.help': 'Ein Bild hat Zeilen, Spalten und Kanäle; Zahlen kommen als eine Reihe.',
	'layer.input.form.option.image': 'Bild',
	'layer.input.form.option.vector': 'Zahlen',
	'layer.input.card.dataset': 'Bild',
	'layer.input.diagnostic.datasetShapeDiffers.title': 'Die Daten haben eine andere Größe',
	'layer.input.diagnostic.datasetShapeDiffers.text':
		'Die Beispiele von „{dataset}“ sind {found}, aber diese Eingabe ist auf {shape} eingestellt.',
	'layer.input.fix.followData.label': 'Größe der Daten übernehmen',
	'layer.input.fix.followData.detail': 'Die Eingabe wird {shape}, und jede Größe danach folgt.',
	'layer.output.title': 'Ausgabe',
	'layer.output.nodeName': 'Ausgabe',
	'layer.output.summary': 'Die Antwort des Netzes, eine Zahl je Klasse.',
	'layer.output.explanation':
		'Hier werden Merkmale zur Antwort. Bei der Klassifikation gibt es eine Zahl je Klasse, und Softmax macht daraus Wahrscheinlichkeiten mit der Summe 1. Das Training vergleicht sie mit der richtigen Klasse. Mit „eigene Gewichte“ ist die Ausgabe eine letzte voll verbundene Schicht; mit „direkt“ nimmt sie einen Vektor, der schon eine Zahl je Klasse hat, wie nach dem globalen Mittelwert.',
	'layer.output.synonyms':
		'Antwort, Klassifikation, Vorhersage, Kopf, Ausgabeschicht, answer, classifier, prediction, head, softmax, output layer, loss',
	'layer.output.card.0':
		'{units, plural, one {# {task, select, regression {Wert} other {Klasse}}} other {# {task, select, regression {Werte} other {Klassen}}}}',
	'layer.output.card.1': '{activation}',
	'layer.output.units.label': 'Klassen',
	'layer.output.units.help': 'So viele, wie die Daten Klassen haben; bei Regression, wie viele Werte geschätzt werden.',
	'layer.output.task.label': 'Aufgabe',
	'layer.output.task.help': 'Was die Zahlen bedeuten: Danach wird das Netz beim Training beurteilt.',
	'layer.output.activation.help': 'Softmax: Eine Klasse ist richtig. Sigmoid: jede Klasse für sich. Linear: beliebige Zahl.',
	'layer.output.task.option.classification': 'Klassifikation: welche Klasse?',
	'layer.output.task.option.regression': 'Regression: welcher Wert?',
	'layer.output.task.option.segmentation': 'Segmentierung: Welche Klasse hat jedes Pixel?',
	'layer.output.connection.label': 'Anschluss',
	'layer.output.connection.option.dense': 'eigene Gewichte',
	'layer.output.connection.option.direct': 'direkt',
	'layer.output.connection.help':
		'Eigene Gewichte: eine voll verbundene Schicht von allen Merkmalen zu allen Klassen. Direkt: Der Vektor, der hereinkommt, ist die Antwort.',
	'layer.output.diagnostic.unitsDiffer.title': 'So viele Zahlen wie Klassen',
	'layer.output.diagnostic.unitsDiffer.text':
		'Eine direkte Ausgabe gibt weiter, was hereinkommt: {found, plural, one {# Zahl} other {# Zahlen}} für {units, plural, one {# Klasse} other {# Klassen}}.',
	'layer.output.diagnostic.classCountDiffers.title': 'Die Daten haben {classes, plural, one {# Klasse} other {# Klassen}}',
	'layer.output.diagnostic.classCountDiffers.text':
		'„{dataset}“ hat {classes, plural, one {# Klasse} other {# Klassen}}, aber die Ausgabe antwortet mit {units, plural, one {# Zahl} other {# Zahlen}}.',
	'layer.output.diagnostic.softmaxOfOne.title': 'Softmax einer einzigen Zahl',
	'layer.output.diagnostic.softmaxOfOne.text':
		'Softmax bringt seine Zahlen auf die Summe 1, eine einzelne ist also immer 1. Für Ja oder Nein mit einer Zahl sigmoid nehmen.',
	'layer.output.diagnostic.activationForTask.title': '{activation} passt nicht zur Aufgabe',
	'layer.output.diagnostic.activationForTask.text':
		'{task, select, regression {Ein zu schätzender Wert hat keine Grenzen, aber {activation} hält ihn zwischen 0 und 1. Linear nehmen, außer die Werte liegen dort.} other {Um Klassen zu vergleichen, muss die Antwort aus Wahrscheinlichkeiten bestehen: softmax nehmen, oder sigmoid, wo mehrere Klassen richtig sein können.}}',
	'layer.output.fix.connectDense.label': 'Eigene Gewichte verwenden',
	'layer.output.fix.connectDense.detail': 'Eine voll verbundene Schicht von jeder Zahl zu jeder Klasse: {weights, number} Gewichte.',
	'layer.output.fix.setUnits.label': '{units, plural, one {# Klasse} other {# Klassen}} einstellen',
	'layer.output.fix.setUnits.detail': 'Die Ausgabe antwortet mit {units, plural, one {# Zahl} other {# Zahlen}}.',
	'layer.output.fix.useSigmoid.label': 'Sigmoid verwenden',
	'layer.output.fix.useSigmoid.detail': 'Jede Zahl wird eine eigene Wahrscheinlichkeit zwischen 0 und 1.',
	'layer.output.fix.useSoftmax.label': 'Softmax verwenden',
	'layer.output.fix.useSoftmax.detail': 'Die Zahlen werden Wahrscheinlichkeiten mit der Summe 1.',
	'layer.output.fix.useLinear.label': 'Linear verwenden',
	'layer.output.fix.useLinear.detail': 'Die Antwort darf jede Zahl sein.',
} as const satisfies Readonly<Record<string, string>>;
