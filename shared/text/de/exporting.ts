/** German words: exporting. ICU MessageFormat; ids are the keys. */
export const exporting = {
	'exporting.webPage.title': 'Fertige Webseite',
	'exporting.webPage.summary': 'eine HTML-Datei für alle: Bild, Kamera oder Zeichnung, ohne Internet',
	'exporting.webPage.description':
		'Eine HTML-Datei, die ohne Internet arbeitet: ein Bild ablegen, die Kamera benutzen oder zeichnen und sehen, was das Netz antwortet. Lässt sich an alle weitergeben.',
	'exporting.webPage.usage':
		'`index.html` in einem Browser öffnen, per Doppelklick oder von einem beliebigen Webserver. Sie enthält das ganze Netz und fragt keinen Server. Bilder werden vorbereitet wie in der App; die Kamera geht, wo der Browser sie einer Datei erlaubt.',
	'exporting.webPage.notPictures':
		'Eine Seite zeigt Antworten zu Bildern mit einem oder drei Kanälen, eine Zahl je Klasse. Dieses Netz nimmt {channels, plural, one {# Kanal} other {# Kanäle}} und gibt {output} Zahlen. Ein anderes Format wählen.',
	'exporting.webPage.tooLarge':
		'Die Gewichte belegen {megabytes, number} MB, mehr als die {most, number} MB, die eine Seite enthalten sollte. Das TensorFlow.js-Schichtmodell wählen, das eine Seite in Teilen lädt.',
	'exporting.tfjs.title': 'TensorFlow.js-Schichtmodell',
	'exporting.tfjs.summary': 'für eine eigene Seite oder ein Node-Programm',
	'exporting.tfjs.description':
		'Läuft in jedem Browser und in Node.js: model.json mit den Schichten und daneben die Gewichte. Lässt sich mit TensorFlow.js weitertrainieren.',
	'exporting.tfjs.usage':
		'Diesen Ordner mit der Seite ausliefern und mit TensorFlow.js laden:\n\n```js\nconst model = await tf.loadLayersModel("model.json");\nconst answer = model.predict(images); // eine Zeile Wahrscheinlichkeiten je Bild\n```',
	'exporting.keras.title': 'Keras-3-Modell (.keras)',
	'exporting.keras.summary': 'Keras 3 auf TensorFlow, PyTorch oder JAX',
	'exporting.keras.description':
		'Eine Datei mit Schichten und Gewichten, geöffnet von Keras 3 auf TensorFlow, PyTorch oder JAX und von Betrachtern wie Netron. Lässt sich weitertrainieren.',
	'exporting.keras.usage':
		'In Python mit Keras 3 öffnen:\n\n```python\nimport keras\n\nmodel = keras.saving.load_model("model.keras")\nanswer = model.predict(images)  # eine Zeile Wahrscheinlichkeiten je Bild\n```',
	'exporting.h5.title': 'Keras-HDF5-Modell (.h5)',
	'exporting.h5.summary': 'für Werkzeuge, die .keras noch nicht lesen',
	'exporting.h5.description':
		'Die Form, die Keras vor .keras benutzte: eine HDF5-Datei, für Werkzeuge, die die neuere Form noch nicht lesen. Lässt sich weitertrainieren.',
	'exporting.h5.usage':
		'In Python mit Keras öffnen:\n\n```python\nimport keras\n\nmodel = keras.models.load_model("model.h5", compile=False)\nanswer = model.predict(images)  # eine Zeile Wahrscheinlichkeiten je Bild\n```',
	'exporting.savedModel.title': 'TensorFlow SavedModel',
	'exporting.savedModel.summary': 'TensorFlow Serving, TensorFlow in jeder Sprache',
	'exporting.savedModel.description':
		'Der Ordner von TensorFlow selbst: der Graph und ein Sicherungspunkt mit den Gewichten, für TensorFlow Serving, TensorFlow in jeder Sprache und seine Umwandler. Antwortet nur; wird nicht weitertrainiert.',
	'exporting.savedModel.usage':
		'Den Ordner in Python mit TensorFlow öffnen und seine Signatur aufrufen:\n\n```python\nimport tensorflow as tf\n\nmodel = tf.saved_model.load(".")\nanswer = model.signatures["serving_default"](images=images)["outputs"]  # eine Zeile Wahrscheinlichkeiten je Bild\n```\n\nAls Schicht eines Keras-Modells: `keras.layers.TFSMLayer(".", call_endpoint="serving_default")`. TensorFlow Serving möchte den Ordner unter einer Zahl: `models/NAME/1/`.',
	'exporting.pytorch.title': 'PyTorch-Programm',
	'exporting.pytorch.summary': 'eine lesbare model.py mit ihren Gewichten',
	'exporting.pytorch.description':
		'Das Netz als Python, wie ein Mensch es schreiben würde: model.py mit einer Klasse, die Gewichte als safetensors, und ein Programm, das sagt, was auf einem Bild ist.',
	'exporting.pytorch.usage':
		'Installieren, was `requirements.txt` nennt, und nach einem Bild fragen:\n\n```sh\npip install -r requirements.txt\npython predict.py bild.png\n```\n\nIn einem eigenen Programm gibt `predict.load_model()` das Netz. Ein Aufruf gibt die Werte vor der letzten Aktivierung, aus denen Verluste berechnet werden; sein `predict` gibt Wahrscheinlichkeiten. PyTorch hat die Kanäle vor Zeilen und Spalten; die Gewichte stehen schon in dieser Reihenfolge.',
	'exporting.onnx.title': 'ONNX-Modell (.onnx)',
	'exporting.onnx.summary': 'ONNX Runtime: viele Sprachen, Telefone, Geräte',
	'exporting.onnx.description':
		'Eine Datei, die ONNX Runtime in vielen Sprachen, auf Telefonen und in Browsern ausführt und die andere Werkzeuge umwandeln. Kanäle zuerst, beliebige Stapelgröße.',
	'exporting.onnx.usage':
		"Mit ONNX Runtime ausführen, hier in Python:\n\n```python\nimport onnxruntime\n\nsession = onnxruntime.InferenceSession(\"model.onnx\")\nname = session.get_inputs()[0].name\nanswer = session.run(None, '{'name: images'}')[0]  # eine Zeile Wahrscheinlichkeiten je Bild\n```",
	'exporting.kerasScript.title': 'Keras-Skript',
	'exporting.kerasScript.summary': 'lesbares Python, das es noch einmal trainiert',
	'exporting.kerasScript.description':
		'Python, das das Netz mit Keras Schicht für Schicht aufbaut und mit den Einstellungen des Laufs noch einmal trainiert; mit den Beispielen und mit den Gewichten von hier.',
	'exporting.kerasScript.usage':
		'Installieren, was `requirements.txt` nennt, und eines von TensorFlow, PyTorch oder JAX, dann trainieren:\n\n```sh\npip install -r requirements.txt\npython train.py\n```\n\nWenn es nicht TensorFlow ist, das mit `KERAS_BACKEND=torch` sagen. `--data ORDNER` nennt den Bilderordner, falls die Beispiele nicht in `data.npz` sind; `--weights weights.safetensors` testet die in der App trainierten Gewichte, statt zu trainieren.\n\nNicht genau wie in der App: Die Zufallszahlen sind andere, ein Lauf endet also nahe bei derselben Genauigkeit, nicht genau dort. Zufällige Veränderungen der Trainingsbilder werden nicht übernommen; `train.py` sagt es, wenn das Dokument welche hat.',
	'exporting.trainingKit.title': 'Paket für verteiltes Training',
	'exporting.trainingKit.summary': 'mehrere Prozessoren, Grafikkarten oder Rechner',
	'exporting.trainingKit.description':
		'Ein Projekt, das dasselbe Netz mit denselben Einstellungen auf mehreren Prozessoren, Grafikkarten oder Rechnern trainiert: PyTorch mit torchrun, oder Ray. Das Netz, seine Daten und Sicherungspunkte, die sich fortsetzen lassen.',
	'exporting.trainingKit.usage':
		'Installieren, was `requirements.txt` nennt, dann auf einem Prozessor, auf mehreren oder auf den Rechnern eines Ray-Verbunds trainieren:\n\n```sh\npip install -r requirements.txt\npython train.py\ntorchrun --nproc_per_node=2 train.py\npython ray_train.py --processes 2\n```\n\n`train.py --resume` macht am letzten Sicherungspunkt weiter, `--output` nennt den Ordner für Sicherungspunkte und `metrics.jsonl`, und `--data` den Bilderordner, falls die Beispiele nicht in `data.npz` sind. Das Training beginnt neu mit Startwert und Einstellungen aus `settings.json`; `weights.safetensors` enthält die in der App trainierten Gewichte.\n\nNicht genau wie in der App: Die Zufallszahlen sind die von PyTorch, dessen `epsilon` in den Optimierern außerhalb der Wurzel steht und dessen laufende Varianz die erwartungstreue ist. Zufällige Veränderungen der Trainingsbilder werden nicht übernommen; wenn das Dokument welche hat, zählt `settings.json` sie unter `augmentationNotCarried` auf.',
	'exporting.stage.reading': 'Die Gewichte werden gelesen',
	'exporting.stage.writing': 'Das Modell wird geschrieben',
	'exporting.stage.proving': 'Es wird wieder geöffnet, und Antworten werden verglichen',
	'exporting.stage.finishing': 'Klassennamen und Nachweis werden geschrieben',
	'exporting.problem.unknownTarget': 'Es gibt kein Format namens „{target}“. Bekannte Formate: {known}.',
	'exporting.problem.exists': '{folder} enthält einen früheren Export. Ersetzen oder einen anderen Ordner wählen.',
	'exporting.problem.notEmpty':
		'{folder} enthält andere Dateien, die ein Export nie ersetzt. Einen leeren Ordner wählen oder den Namen eines neuen darin eintippen.',
	'exporting.problem.isFile': '{folder} ist eine Datei. Einen Ordner wählen.',
	'exporting.problem.notWritable': 'Dieses Konto darf nicht nach {folder} schreiben. Einen anderen Ordner wählen.',
	'exporting.problem.folderGone':
		'Der Ort von {folder} verschwand, während der Export geschrieben wurde. Es ist nichts zurückgeblieben. Einen anderen Ordner wählen.',
	'exporting.problem.diskFull':
		'Die Platte von {folder} ist voll. Es ist nichts zurückgeblieben. Platz schaffen oder eine andere Platte wählen.',
	'exporting.problem.needsTensorFlow':
		'Ein SavedModel wird von der TensorFlow-Bibliothek selbst nachgewiesen, und dieses Programm rechnet hier ohne sie. Es wurde nichts geschrieben. Keras oder ONNX wählen, oder das native Rechenwerk, wo es zu haben ist.',
	'exporting.problem.noStockLayer':
		'„{node}“ lässt sich als {target} nicht mit denselben Antworten schreiben: Das Format hat keine solche Schicht. Durch Schichten ersetzen, die jedes Werkzeug hat, oder ein anderes Format wählen.',
	'exporting.readme.about':
		'{target}, geschrieben von Layerloom. Das Netz hat {weights, number} Gewichte und unterscheidet {classes, plural, one {# Klasse} other {# Klassen}}.',
	'exporting.readme.filesTitle': 'Dateien',
	'exporting.readme.classes': 'Namen der Klassen, in der Reihenfolge der Antwort.',
	'exporting.readme.labels': 'dieselben Namen, einer je Zeile, wie viele Werkzeuge für Telefone und kleine Platinen sie lesen.',
	'exporting.readme.card': 'womit das Netz trainiert wurde, wie gut es ist und wo man sich nicht darauf verlassen sollte.',
	'exporting.readme.preprocessing': 'wie aus einem Bild die Eingabe des Netzes wird.',
	'exporting.readme.parity': 'Bilder, die Antworten vor dem Export und der größte Unterschied danach.',
	'exporting.readme.useTitle': 'Verwendung',
	'exporting.readme.input':
		'Die Eingabe ist ein Stapel von Bildern, {height} Zeilen × {width} Spalten × {channels, plural, one {# Kanal} other {# Kanäle}}, Kanäle zuletzt, jeder 8-Bit-Wert geteilt durch 255.',
	'exporting.readme.inputChannelsFirst':
		'Die Eingabe ist ein Stapel von Bildern, {channels, plural, one {# Kanal} other {# Kanäle}} × {height} Zeilen × {width} Spalten, Kanäle zuerst, jeder 8-Bit-Wert geteilt durch 255.',
	'exporting.readme.proofTitle': 'Nachweis',
	'exporting.readme.passed':
		'Die Dateien wurden von einem unabhängigen Leser wieder geöffnet und zu {count} Bildern befragt: Der größte Unterschied zu den Antworten des Netzes ist {difference}, innerhalb von {tolerance}.',
	'exporting.readme.weightsPassed':
		'`weights.safetensors` wurde wieder geöffnet, jeder Name und jede Größe mit dem gezeichneten Netz verglichen, und das Netz mit dem Gelesenen zu {count} Bildern befragt: Der größte Unterschied zu seinen eigenen Antworten ist {difference}, innerhalb von {tolerance}. Die Python-Programme wurden nicht ausgeführt, denn das braucht Python; mit `parity.json` lassen sich ihre Antworten vergleichen.',
	'exporting.readme.notPassed':
		'Die Dateien wurden von einem unabhängigen Leser wieder geöffnet und zu {count} Bildern befragt: Der größte Unterschied zu den Antworten des Netzes ist {difference}, MEHR als {tolerance}. Nicht verwenden.',
	'exporting.readme.partsAt': 'Die Werte trennen sich bei der Schicht „{layer}“: Bis dahin sind sie gleich.',
	'exporting.title': '{run} exportieren',
	'exporting.format': 'Was soll damit geschehen?',
	'exporting.purpose.browser': 'In einem Browser ausführen',
	'exporting.purpose.python': 'In Python verwenden',
	'exporting.purpose.tools': 'Mit anderen Werkzeugen ausführen',
	'exporting.purpose.training': 'Anderswo weitertrainieren',
	'exporting.refused': 'nicht genau darstellbar',
	'exporting.refused.show': '„{node}“ zeigen',
	'exporting.proof.answers':
		'Nachweis: Die Dateien werden von einem anderen Leser wieder geöffnet und zu 16 Bildern befragt, bevor sie übergeben werden.',
	'exporting.proof.weights':
		'Nachweis: Die Gewichte werden aus der Datei wieder gelesen und in der App zu 16 Bildern befragt. Die Python-Programme werden nicht ausgeführt: Das braucht Python.',
	'exporting.format.files': 'Schreibt {files}',
	'exporting.folder': 'Ordner',
	'exporting.folder.help': 'Für die Dateien wird ein neuer Ordner angelegt. Was schon da ist, wird nie ungefragt ersetzt.',
	'exporting.folder.choose': 'Wählen…',
	'exporting.folder.empty': 'Den Ordner eintippen oder wählen, in den geschrieben wird.',
	'exporting.start': 'Exportieren',
	'exporting.stop': 'Anhalten',
	'exporting.close': 'Schließen',
	'exporting.again': 'Noch einmal exportieren',
	'exporting.progress': 'Fortschritt des Exports',
	'exporting.replace.question': '{folder} enthält einen früheren Export. Ersetzen?',
	'exporting.replace.confirm': 'Ersetzen',
	'exporting.replace.keep': 'Behalten',
	'exporting.done.proof':
		'Wieder geladen und an {inputs, plural, one {# Bild} other {# Bildern}} verglichen: größter Unterschied {difference}.',
	'exporting.done.weightsProof':
		'Die Gewichte wurden wieder gelesen und an {inputs, plural, one {# Bild} other {# Bildern}} verglichen: größter Unterschied {difference}. Die Python-Programme wurden nicht ausgeführt, denn das braucht Python.',
	'exporting.done.proofBad':
		'Wieder geladen und an {inputs, plural, one {# Bild} other {# Bildern}} verglichen: Die Antworten weichen um bis zu {difference} ab, mehr als {tolerance}. Diese Dateien nicht verwenden; bitte melden.',
	'exporting.done.partsAt': 'Die Werte trennen sich bei der Schicht „{layer}“: Bis dahin sind sie gleich.',
	'exporting.done.files': 'Geschriebene Dateien',
	'exporting.done.reveal': 'Im Ordner zeigen',
	'exporting.done.notShown': 'Es gibt keinen Dateimanager, der den Ordner zeigen könnte; er liegt unter {folder}.',
	'exporting.problem.title': 'Es wurde nichts geschrieben',
	'exporting.none.title': 'Erst trainieren',
	'exporting.none.text':
		'Nur ein Netz mit trainierten Gewichten lässt sich exportieren. Trainieren drücken; auch ein angehaltener Lauf lässt sich exportieren.',
} as const satisfies Readonly<Record<string, string>>;
