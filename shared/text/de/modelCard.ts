/** German words: modelCard. ICU MessageFormat; ids are the keys. */
export const modelCard = {
	'modelCard.title': 'Modellkarte: {name}',
	'modelCard.about':
		'Ein Faltungsnetz mit {weights, number} Gewichten, in Layerloom verbunden und trainiert, geschrieben als {target}. Es nimmt ein Bild von {height} × {width} × {channels} und unterscheidet {classes, plural, one {# Klasse} other {# Klassen}}.',
	'modelCard.data': 'Daten',
	'modelCard.data.bundled': 'Trainiert mit den Daten, die Layerloom mitbringt, „{name}“.',
	'modelCard.data.folder': 'Trainiert mit einem Ordner voller Bilder, ein Unterordner je Klasse: „{name}“.',
	'modelCard.data.none': 'Die Gewichte kamen von anderswo. Womit sie trainiert wurden, ist hier nicht bekannt.',
	'modelCard.data.fingerprint': 'SHA-256 der Beispiele (Größe, Klassen, Zuordnung und Pixel): `{hash}`.',
	'modelCard.data.held':
		'{share} der Trainingsbilder jeder Klasse wurden zurückgehalten, um das Training zu beobachten; der Startwert hat sie gewählt. Mit Testbildern wurde nie trainiert.',
	'modelCard.data.gone': 'Die Bilder waren nicht lesbar, als diese Karte geschrieben wurde, deshalb fehlen die Bilder je Klasse.',
	'modelCard.data.counted': 'Gezählt, als diese Karte geschrieben wurde:',
	'modelCard.class': 'Klasse',
	'modelCard.train': 'Training',
	'modelCard.validation': 'Validierung',
	'modelCard.test': 'Test',
	'modelCard.all': 'alle',
	'modelCard.metrics': 'Wie gut es ist',
	'modelCard.metrics.none': 'Das Netz wurde nicht getestet. Wie gut es auf Bildern ist, die es nicht gesehen hat, ist unbekannt.',
	'modelCard.metrics.test': 'Auf {count, number} Testbildern: Genauigkeit {accuracy}, Verlust {loss}.',
	'modelCard.metrics.recall': 'Von der Klasse gefunden',
	'modelCard.metrics.precision': 'Richtig, wenn so gesagt',
	'modelCard.metrics.confusion': 'Am häufigsten verwechselt:',
	'modelCard.metrics.confused': '„{truth}“ für „{answer}“ gehalten: {count, plural, one {# Bild} other {# Bilder}}, {share} der Klasse',
	'modelCard.metrics.noConfusion': 'Kein Testbild wurde falsch beantwortet.',
	'modelCard.limits': 'Grenzen',
	'modelCard.limits.classes':
		'Es kennt nur seine Klassen: Was auch immer das Bild zeigt, die Antwort ist eine davon. Eine hohe Wahrscheinlichkeit heißt nicht, dass das Bild eine davon zeigt.',
	'modelCard.limits.data':
		'Es wurde an Bildern derselben Herkunft getestet wie die, von denen es gelernt hat. Auf anderen (andere Kamera, anderes Licht, anderer Hintergrund, andere Zeichenweise) ist es vermutlich schlechter; dort zuerst testen.',
	'modelCard.limits.resize':
		'Bilder anderer Größe werden auf {height} × {width} gestreckt; Einzelheiten, die dort kleiner als ein Pixel sind, gehen verloren.',
	'modelCard.limits.few': 'Wenige Trainingsbilder: {classes}. Weniger als {least} Bilder sagen wenig über eine Klasse.',
	'modelCard.limits.uneven': 'Die größte Klasse hat {times}-mal so viele Trainingsbilder wie die kleinste, weshalb das Netz sie bevorzugt.',
	'modelCard.limits.weak': 'In weniger als der Hälfte der Testbilder gefunden: {classes}.',
	'modelCard.limits.early': 'Das Training endete, bevor es fertig war.',
	'modelCard.limits.people': 'Es nicht allein entscheiden lassen, wo eine falsche Antwort jemandem schadet.',
	'modelCard.training': 'Training',
	'modelCard.training.start':
		'Begann mit den Gewichten von {file} (SHA-256 `{hash}`) in {filled, plural, one {# Schicht} other {# Schichten}}{fresh, plural, =0 {} other {; diese begannen mit zufälligen Gewichten: {layers}}}.',
	'modelCard.training.run': 'Lauf „{name}“, begonnen {started}; {epochs, plural, one {# Epoche} other {# Epochen}} fertig.',
	'modelCard.training.best': 'Die Gewichte sind die nach Epoche {epoch}, der besten.',
	'modelCard.training.seed': 'Startwert: {seed}.',
	'modelCard.training.engine': 'Rechenwerk: {engine}. Layerloom {program} auf {platform}.',
	'modelCard.training.settings': 'Einstellungen:',
	'modelCard.weights': 'Gewichte',
	'modelCard.weights.hash': 'SHA-256 der Werte, 32-Bit-Gleitkommazahlen in der Reihenfolge der Schichten: `{hash}`.',
	'modelCard.proof': 'Nachweis',
	'modelCard.proof.passed':
		'Wieder geöffnet und zu {count} Bildern befragt: Der größte Unterschied zu den Antworten des Netzes ist {difference}, innerhalb von {tolerance}.',
	'modelCard.proof.notPassed':
		'Wieder geöffnet und zu {count} Bildern befragt: Der größte Unterschied zu den Antworten des Netzes ist {difference}, MEHR als {tolerance}. Die Dateien nicht verwenden.',
} as const satisfies Readonly<Record<string, string>>;
