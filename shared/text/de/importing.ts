/** German words: importing. ICU MessageFormat; ids are the keys. */
export const importing = {
	'importing.title': 'Modell importieren',
	'importing.stage.receiving': 'Die Datei wird entgegengenommen',
	'importing.stage.reading': 'Schichten und Gewichte werden gelesen',
	'importing.stage.keeping': 'Die Gewichte werden aufbewahrt',
	'importing.progress': 'Import',
	'importing.cancel': 'Abbrechen',
	'importing.close': 'Schließen',
	'importing.open': 'Als neues Netz öffnen',
	'importing.refused': 'Diese Datei wurde nicht geöffnet',
	'importing.another': 'Andere Datei wählen…',
	'importing.summary.layers': '{layers, plural, one {# Schicht} other {# Schichten}}',
	'importing.summary.weights': '{weights, plural, one {# Gewicht} other {# Gewichte}}',
	'importing.summary.size': '{size} im Speicher',
	'importing.summary.whole': 'Jede Schicht hat hier ihre Entsprechung, das Netz antwortet also wie zuvor.',
	'importing.summary.placeholders':
		'{count, plural, one {Eine Schicht hat} other {# Schichten haben}} keine Entsprechung. {count, plural, one {Eine Kachel steht an ihrer Stelle und sagt} other {Kacheln stehen an ihrer Stelle und sagen}}, was dort war; das Netz antwortet und trainiert, sobald {count, plural, one {sie ersetzt oder gelöscht ist} other {sie ersetzt oder gelöscht sind}}.',
	'importing.summary.notes': 'Was hier anders ist',
	'importing.summary.next':
		'Namen bleiben, Schichten stehen in Reihen. Das Training beginnt mit den Gewichten; um sie zu verwenden, wie sie sind, gleich ausprobieren, testen oder exportieren.',
	'importing.drop.title': 'Zum Importieren ablegen',
	'importing.drop.text': '.keras · .h5 · .onnx · model.json mit ihren .bin-Dateien · .zip',
	'importing.opened': '{name} importiert: {layers, plural, one {# Schicht} other {# Schichten}}.',
	'importing.keras.title': 'Keras-Modell',
	'importing.h5.title': 'Keras-Modell (HDF5)',
	'importing.tfjs.title': 'TensorFlow.js-Schichtmodell',
	'importing.onnx.title': 'ONNX-Modell',
	'importing.note.channelsLast':
		'„{layer}“ nimmt in der Datei die Kanäle zuerst. Hier kommen sie zuletzt: Zeilen, Spalten, Kanäle. Die Gewichte werden mitgedreht.',
	'importing.note.augmentation':
		'„{layer}“ ({className}) verändert Bilder nur beim Training und wurde weggelassen: in den Trainingseinstellungen Datenvermehrung wählen.',
	'importing.note.trainingOnly': '„{layer}“ ({className}) wirkt nur beim Training und wurde weggelassen.',
	'importing.note.shared': '„{layer}“ teilt die Gewichte einer anderen Schicht. Hier hat sie eine Kopie, die das Training für sich ändert.',
	'importing.note.flattened': 'Das Netz antwortet mit {shape}. Hier stehen seine Zahlen in einer Reihe.',
	'importing.note.fresh': 'Die Datei hat keine Gewichte für diese Schichten; sie beginnen von vorn: {layers}.',
	'importing.placeholder.unknown':
		'War eine Schicht der Klasse {className}, die hier keine Entsprechung hat. Code in einer Datei wird nie ausgeführt. Schichten, die dasselbe tun, an ihre Stelle setzen, oder sie löschen, damit die Verbindungen die Lücke schließen.',
	'importing.placeholder.settings':
		'War eine Schicht der Klasse {className} mit Einstellungen, die hier keine Entsprechung haben. Schichten, die dasselbe tun, an ihre Stelle setzen, oder sie löschen, damit die Verbindungen die Lücke schließen.',
	'importing.placeholder.onnx':
		'War der Operator {operator}, der hier keine Entsprechung hat. Schichten, die dasselbe tun, an seine Stelle setzen, oder ihn löschen, damit die Verbindungen die Lücke schließen.',
	'importing.placeholder.onnxSettings':
		'War der Operator {operator} mit Einstellungen, die hier keine Entsprechung haben. Schichten, die dasselbe tun, an seine Stelle setzen, oder ihn löschen, damit die Verbindungen die Lücke schließen.',
	'importing.problem.uploadGone': '{name} kam nicht vollständig an. Noch einmal ablegen.',
	'importing.problem.noModelInZip':
		'{name} enthält keine model.json. model.json und ihre .bin-Dateien in das Zip legen, oder eine Modelldatei importieren.',
	'importing.problem.graphModel':
		'Das ist ein TensorFlow.js-Graphmodell, dessen Schichten verloren sind. Das Modell als Schichtmodell speichern: model.save(…), oder tensorflowjs_converter mit --output_format=tfjs_layers_model.',
	'importing.problem.ownDocument': 'Das ist ein Layerloom-Dokument. Öffnen genügt; es muss nichts importiert werden.',
	'importing.problem.external':
		'Das Modell hält Gewichte in einer Datei daneben, {file}, die fehlt, zu kurz oder mit einem Ordner benannt ist. Sie neben das Modell legen, oder das Modell als einzelne Datei speichern.',
	'importing.problem.unknownFormat': '{name} hat kein lesbares Format. Bekannte Endungen: {known}.',
	'importing.problem.tooLarge': '{name} ist zu groß: {size}, und höchstens {limit} werden gelesen.',
	'importing.problem.tooManyValues': 'Die Datei kündigt mehr als {limit, number} Gewichte an. Größere Netze werden nicht gelesen.',
	'importing.problem.tooManyLayers': 'Die Datei hat mehr als {limit, number} Schichten. Größere Netze werden nicht gelesen.',
	'importing.problem.tooDeep': 'Die Datei hat Modelle in Modellen, mehr als {limit} Ebenen tief. Sie flach ausschreiben und neu speichern.',
	'importing.problem.damaged':
		'{name} ist beschädigt, abgeschnitten oder nicht, was die Endung sagt. Das Modell neu speichern und die neue Datei importieren.',
	'importing.problem.weightsAlone':
		'{name} enthält Gewichte ohne das Netz, zu dem sie gehören. Das ganze Modell speichern: model.save("name.keras").',
	'importing.problem.ownClass':
		'Das Modell ist von der Klasse {className}, die in Python geschrieben und in der Datei nicht beschrieben ist. Es mit Sequential oder der funktionalen Schnittstelle bauen und neu speichern.',
	'importing.problem.severalEnds':
		'Das Netz hat {inputs, plural, one {# Eingabe} other {# Eingaben}} und {outputs, plural, one {# Ausgabe} other {# Ausgaben}}. Gelesen werden Netze mit je einer.',
	'importing.problem.noLayers': 'Die Datei beschreibt ein Netz ohne Schichten.',
	'importing.problem.loop': 'Die Schicht „{layer}“ wird von einer Schicht gespeist, die nicht in der Datei ist.',
	'importing.problem.inputSize':
		'Die Eingabe „{layer}“ hat die Größe {shape}. Das Modell mit fester Größe speichern: Höhe, Breite und Kanäle, oder eine Reihe von Zahlen.',
	'importing.problem.weightSize': 'Die Gewichte von „{layer}“ haben die Größe {found}; ihre Einstellungen brauchen {expected}.',
} as const satisfies Readonly<Record<string, string>>;
