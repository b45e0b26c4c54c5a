/** German words: documents. ICU MessageFormat; ids are the keys. */
export const documents = {
	'documents.problem.missing':
		'{name} ist nicht mehr in {folder}. Die Datei wurde verschoben, umbenannt oder gelöscht, oder ihr Laufwerk ist nicht angeschlossen.',
	'documents.problem.isFolder': '{path} ist ein Ordner. Eine Datei wählen, deren Name auf .loom.json endet.',
	'documents.problem.notReadable': 'Dieses Konto darf {path} nicht lesen. Die Rechte der Datei ändern oder eine Kopie öffnen.',
	'documents.problem.readFault': '{path} lässt sich nicht lesen: {reason}. Noch einmal versuchen; wenn es so bleibt, das Laufwerk prüfen.',
	'documents.problem.notLoaded': '{name} wurde nicht geöffnet. {reason}',
	'documents.problem.tooLarge': '{name} hat {size}, und Dokumente haben höchstens {limit}. Es ist wahrscheinlich kein Layerloom-Dokument.',
	'documents.problem.diskFull':
		'Die Platte von {folder} ist voll, deshalb wurde {name} nicht gespeichert. Die Datei auf der Platte ist unverändert, und die Änderungen sind noch hier. Platz schaffen oder auf einer anderen Platte speichern.',
	'documents.problem.notWritable':
		'{folder} ist für dieses Konto schreibgeschützt, deshalb wurde {name} nicht gespeichert. Die Änderungen sind noch hier. In einem anderen Ordner speichern.',
	'documents.problem.folderGone':
		'Den Ordner {folder} gibt es nicht mehr, deshalb wurde {name} nicht gespeichert. Die Änderungen sind noch hier. Den Ordner zurücklegen oder in einem anderen speichern.',
	'documents.problem.badName': 'Eine Datei kann hier nicht {name} heißen. Einen kürzeren Namen ohne / \\ : * ? " < > | wählen.',
	'documents.problem.writeFault':
		'{name} wurde nicht in {folder} gespeichert: {reason}. Die Änderungen sind noch hier. Noch einmal versuchen oder in einem anderen Ordner speichern.',
	'documents.problem.exists': '{name} gibt es in {folder} schon. Ersetzen oder einen anderen Namen wählen.',
	'documents.problem.changedElsewhere':
		'{name} wurde um {time} von einem anderen Programm geändert, nachdem es hier geöffnet wurde. Durch die Fassung auf der Arbeitsfläche ersetzen, oder unter anderem Namen speichern, um beide zu behalten.',
	'documents.problem.listFault': 'Der Ordner {path} lässt sich nicht auflisten: {reason}.',
	'documents.problem.noWeights': '{name} hat noch keine Gewichte. Trainieren oder einen Lauf angeben.',
	'documents.problem.weightsMissing':
		'Die Gewichte von {name} fehlen: {file} wurde daneben erwartet. Die Datei zurücklegen oder das Modell neu importieren.',
	'documents.problem.noBackbone': 'Es gibt kein trainiertes Netz namens {name}. Es gibt: {known}.',
	'documents.problem.weightsGone':
		'Die Gewichte, mit denen das Training beginnt, gibt es nicht mehr: {file}. Das Dokument dort öffnen, wo sie daneben liegen, das Modell neu importieren oder mit zufälligen Gewichten beginnen.',
	'documents.problem.weightsTaken': '{file} gibt es schon, mit anderen Gewichten. Unter anderem Namen speichern.',
	'documents.problem.weightsDamaged': '{file} ist beschädigt oder abgeschnitten. Das Modell neu importieren.',
	'documents.problem.weightsOther': '{file} ist nicht die Datei, mit der {name} gespeichert wurde. Das Modell neu importieren.',
} as const satisfies Readonly<Record<string, string>>;
