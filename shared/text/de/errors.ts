/** German words: errors. ICU MessageFormat; ids are the keys. */
export const errors = {
	'load.problem.empty': 'Die Datei ist leer. Eine andere öffnen, oder eine Sicherungskopie.',
	'load.problem.tooLarge':
		'Die Datei hat {megabytes, number} Millionen Zeichen, und Dokumente haben höchstens {most, number} Millionen. Es ist wahrscheinlich kein Layerloom-Dokument.',
	'load.problem.notJson':
		'Die Datei lässt sich nicht lesen: Zeile {line, number}, Spalte {column, number} ist kein JSON. Falls sie von Hand bearbeitet wurde, dort nachsehen; sonst eine Sicherungskopie öffnen.',
	'load.problem.truncated':
		'Die Datei endet mittendrin, in Zeile {line, number}: Der Rest wurde nicht gespeichert oder nicht kopiert. Eine Sicherungskopie öffnen, oder die automatische Kopie, die Layerloom von offenen Dokumenten aufbewahrt.',
	'load.problem.notLayerloom': 'Das ist kein Layerloom-Dokument. Eine Datei wählen, deren Name auf .loom.json endet.',
	'load.problem.noVersion': 'Das Dokument sagt nicht, welche Version es geschrieben hat. Seine „version“ sollte eine ganze Zahl ab 1 sein.',
	'load.problem.newer':
		'Das Dokument stammt von einer neueren Version von Layerloom (Form {version, number}; diese kennt {known, number}). Layerloom aktualisieren, um es zu öffnen.',
	'load.problem.tooMany':
		'Das Dokument hat {count, number} {part, select, nodes {Schichten} other {Verbindungen}}, und höchstens {most, number} lassen sich öffnen.',
	'load.problem.tooDeep': 'Das Dokument hat Teile in Teilen, mehr als {most, number} Ebenen tief. Layerloom hat es nicht geschrieben.',
	'load.problem.schema':
		'Das Dokument lässt sich nicht lesen: {place} {state, select, missing {fehlt} other {sollte {expected, select, number {eine Zahl} int {eine ganze Zahl} string {ein Text} array {eine Liste} object {eine Gruppe von Werten} boolean {true oder false} other {ein anderer Wert}} sein, ist aber {found}}}.',
	'load.place.document': 'das Ganze',
	'load.place.item': '{number, selectordinal, other {#.}}',
	'load.place.inside': '{outer} → {inner}',
	'load.repair.setting': '{setting} lag außerhalb der Grenzen und hat wieder den üblichen Wert.',
	'load.repair.nodeId': 'Eine andere Schicht hatte schon die Kennung „{id}“; diese hat eine eigene bekommen.',
	'load.repair.name': 'Eine andere Schicht hatte schon diesen Namen; diese heißt jetzt {name}.',
	'load.repair.position': 'Die Schicht stand zu weit weg und wurde zurückgeholt.',
	'load.repair.config': '{field} hat wieder den ersten Wert. {reason}',
	'load.repair.groupId': 'Eine andere Gruppe hatte schon die Kennung „{id}“; diese hat eine eigene bekommen.',
	'load.repair.group': 'Die umgebende Gruppe gibt es nicht, oder sie enthält sich selbst; sie steht jetzt für sich.',
	'load.repair.noteId': 'Eine andere Notiz hatte schon die Kennung „{id}“; diese hat eine eigene bekommen.',
	'load.repair.edgeEnd': 'Die Verbindung führte zu einer Schicht, die es nicht gibt, und wurde weggelassen.',
	'load.repair.edgePort': 'Die Verbindung führte zu einem Anschluss, den die Schicht nicht hat, und wurde weggelassen.',
	'load.repair.edgeTwice': 'Die Verbindung war doppelt da; eine ist geblieben.',
	'load.repair.edgeTaken': 'Der Anschluss nimmt eine Verbindung und hatte schon eine; diese wurde weggelassen.',
	'load.repair.edgeLoop': 'Die Verbindung schloss eine Schleife und wurde weggelassen.',
} as const satisfies Readonly<Record<string, string>>;
