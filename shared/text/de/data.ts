/** German words: data. ICU MessageFormat; ids are the keys. */
export const data = {
	'data.bundled.digits.title': 'Ziffern',
	'data.bundled.digits.credit':
		'10.000 handgeschriebene Ziffern des MNIST-Testsatzes, von Yann LeCun, Corinna Cortes und Christopher J. C. Burges (CC BY-SA 3.0).',
	'data.bundled.cifar-small.title': 'CIFAR klein',
	'data.bundled.cifar-small.credit': '5.000 Fotos aus CIFAR-10, von Alex Krizhevsky (2009), als JPEG gespeichert.',
	'data.bundled.missing':
		'Die mitgelieferten Bilder sind nicht an ihrem Platz: {path} fehlt. Layerloom neu installieren oder das Projekt neu auschecken.',
	'data.bundled.damaged': 'Die mitgelieferten Bilder „{name}“ sind beschädigt. Layerloom neu installieren oder das Projekt neu auschecken.',
	'data.folder.missing':
		'Den Ordner {path} gibt es nicht mehr. Das Laufwerk anschließen, den Ordner zurücklegen oder einen anderen wählen.',
	'data.folder.notAFolder': '{path} ist eine Datei. Den Ordner wählen, der je Klasse einen Ordner mit Bildern enthält.',
	'data.folder.noAccess': 'Dieses Konto darf {path} nicht lesen. Die Rechte des Ordners ändern oder einen anderen wählen.',
	'data.folder.noClasses':
		'{path} enthält keine Unterordner. Darin je Klasse einen Ordner anlegen, etwa Katze und Hund, und die Bilder jeder Klasse hineinlegen.',
	'data.folder.tooFewClasses':
		'Nur {count, plural, =0 {kein Unterordner} one {ein Unterordner} other {# Unterordner}} von {path} {count, plural, one {enthält} other {enthalten}} lesbare Bilder. Ein Netz braucht mindestens zwei Klassen zum Unterscheiden: je einen Ordner.',
	'data.folder.noTestImages':
		'Kein Bild aus {path} lässt sich für den Test aufheben: Jede Klasse hat nur ein Bild. Mehr Bilder hinzufügen.',
	'data.folder.tooManyFiles': '{path} enthält mehr als {limit, number} Dateien. Einen kleineren Ordner wählen.',
	'data.folder.tooLarge':
		'{count, number} Bilder von {size} brauchen {needed} Arbeitsspeicher, und {available} dürfen verwendet werden. Eine kleinere Größe oder weniger Bilder wählen.',
	'data.folder.diskTooSmall':
		'{count, number} Bilder von {size} belegen entpackt {needed} auf der Platte, weil sie nicht in den Arbeitsspeicher passen, und in {folder} sind {available} frei. Platz schaffen oder eine kleinere Größe wählen.',
	'data.folder.cacheLost':
		'Die entpackten Bilder in {path} lassen sich nicht mehr lesen: Sie wurden gelöscht, oder die Platte ist weg. Noch einmal trainieren: Sie werden neu entpackt.',
	'data.folder.sizeNeeded': 'Die Bilder in {path} sind verschieden groß. Eine Größe für alle wählen: Jedes Bild wird darauf skaliert.',
	'data.folder.vanished': '{path} verschwand beim Lesen. Das Laufwerk anschließen oder den Ordner zurücklegen, dann noch einmal versuchen.',
	'data.folder.problem.empty': 'Keine Bilder in diesem Ordner.',
	'data.folder.problem.truncated': 'Die Datei endet zu früh.',
	'data.folder.problem.emptyFile': 'Die Datei ist leer.',
	'data.folder.problem.fileTooLarge': 'Die Datei hat {size}; höchstens {limit} werden gelesen.',
	'data.folder.problem.tooManyPixels': '{width, number} × {height, number} Pixel sind zu viele.',
	'data.folder.problem.resized': '{from} auf {to} skaliert.',
	'data.folder.problem.notAnImage': 'Kein Bild (JPEG, PNG, WebP, BMP oder GIF).',
	'data.folder.problem.unreadable': 'Das Bild lässt sich nicht entpacken: {reason}',
	'datasets.title': 'Bilder',
	'datasets.choice.label': 'Bilder zum Lernen',
	'datasets.choice.summary': '{classes, plural, one {# Klasse} other {# Klassen}} · {size} · {count, number} Bilder',
	'datasets.choice.summaryOpen': '{classes, plural, one {# Klasse} other {# Klassen}} · verschiedene Größen · {count, number} Bilder',
	'datasets.choice.folder': 'Eigener Ordner',
	'datasets.choice.folder.help': 'Ein Unterordner je Klasse, sein Name ist die Klasse',
	'datasets.choice.folder.other': 'Anderen Ordner wählen…',
	'datasets.choice.locked': 'gesperrt während des Trainings',
	'datasets.loading': 'Die Bilder werden gelesen…',
	'datasets.problem.title': 'Diese Bilder lassen sich nicht verwenden',
	'datasets.none.title': 'Keine Bilder gewählt',
	'datasets.none.text': 'Wählen, was das Netz unterscheiden lernen soll. Die mitgelieferten Bilder gehen ohne Internet.',
	'datasets.facts.title': 'Was darin ist',
	'datasets.facts.train': 'Zum Lernen',
	'datasets.facts.test': 'Für den letzten Test aufgehoben',
	'datasets.facts.classes': 'Klassen',
	'datasets.facts.size': 'Bildgröße',
	'datasets.facts.sizeOpen': 'auf die Eingabeschicht skaliert',
	'datasets.samples.title': 'Einige davon',
	'datasets.samples.label': 'Beispiele für „{label}“',
	'datasets.samples.picture': '{label}, Bild {number, number}',
	'datasets.samples.more': 'Alle {count, number} Klassen zeigen',
	'datasets.issues.title': 'Ausgelassen oder geändert',
	'datasets.issues.total': '{count, plural, one {# Datei} other {# Dateien}}',
	'datasets.issues.unreadable':
		'{count, plural, one {# Bild ist nicht lesbar und bleibt weg} other {# Bilder sind nicht lesbar und bleiben weg}}',
	'datasets.issues.resized': '{count, plural, one {# Bild wird} other {# Bilder werden}} auf die gleiche Größe skaliert',
	'datasets.issues.notAnImage':
		'{count, plural, one {# Datei ist kein Bild und bleibt weg} other {# Dateien sind keine Bilder und bleiben weg}}',
	'datasets.issues.emptyClass':
		'{count, plural, one {# Ordner hat keine Bilder und ist keine Klasse} other {# Ordner haben keine Bilder und sind keine Klassen}}',
	'datasets.issues.more': 'und {count, number} weitere',
	'datasets.credit.title': 'Woher sie kommen',
	'edit.dataset': 'Bilder wählen',
	'data.picture.wrongSize':
		'Das Bild hat {received, number} Werte, wo seine Größe {expected, number} verlangt. Noch einmal zeichnen oder wählen.',
} as const satisfies Readonly<Record<string, string>>;
