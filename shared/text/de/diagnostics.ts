/** German words: diagnostics. ICU MessageFormat; ids are the keys. */
export const diagnostics = {
	'diagnostic.badConfig.title': '{field}: ein anderer Wert ist nötig',
	'diagnostic.badConfig.text': '{field} von {node}. {reason}',
	'diagnostic.unknownKind.title': 'Unbekannte Art von Schicht',
	'diagnostic.unknownKind.text':
		'{isNoted, select, yes {{note}} other {Diese Version kennt die Art „{kind}“ nicht. Die Schicht bleibt, wie sie ist, lässt sich aber nicht trainieren. Das Dokument mit einer neueren Version öffnen oder die Schicht löschen.}}',
	'diagnostic.noInput.title': 'Keine Eingabe',
	'diagnostic.noInput.text': 'Ein Netz braucht eine Eingabe, an der die Bilder hereinkommen.',
	'diagnostic.noOutput.title': 'Keine Ausgabe',
	'diagnostic.noOutput.text': 'Ein Netz braucht eine Ausgabe, an der seine Antwort mit der richtigen verglichen wird.',
	'diagnostic.severalInputs.title': 'Eine zweite Eingabe',
	'diagnostic.severalInputs.text': 'Die Bilder kommen bei {first} herein. {node} bräuchte eigene Daten: löschen.',
	'diagnostic.severalOutputs.title': 'Eine zweite Ausgabe',
	'diagnostic.severalOutputs.text': 'Die Antwort wird von {first} genommen, und die Aufgabe hat nur eine Antwort. {node} löschen.',
	'diagnostic.cycle.title': 'Eine Schleife',
	'diagnostic.cycle.text':
		'Jede von diesen wartet auf die vor ihr: {path}. Daten fließen von der Eingabe zur Ausgabe, also muss eine Verbindung getrennt werden.',
	'diagnostic.missingInput.title': '{has, plural, =0 {Nichts kommt herein} other {Eine weitere Verbindung ist nötig}}',
	'diagnostic.missingInput.text':
		'{needs, plural, one {{node} hat keine Verbindung am Eingang.} other {{node} verknüpft mindestens {needs, number} Verbindungen, hat aber {has, plural, =0 {keine} other {#}}.}} Eine von einer früheren Schicht ziehen.',
	'diagnostic.tooManyWires.title': 'Zu viele Verbindungen',
	'diagnostic.tooManyWires.text': '{node} nimmt hier eine Verbindung, die von {used}. Die von {from} trägt nichts.',
	'diagnostic.unknownPort.title': 'Eine Verbindung ohne Anschluss',
	'diagnostic.unknownPort.text': 'Die Verbindung von {from} endet an einem Anschluss „{port}“, den {node} nicht hat.',
	'diagnostic.duplicateName.title': 'Der Name ist vergeben',
	'diagnostic.duplicateName.text':
		'Eine andere Schicht heißt schon „{node}“. Exportierte Modelle brauchen für jede Schicht einen eigenen Namen.',
	'diagnostic.repeatEntries.title': 'Braucht einen einzigen Weg hinein',
	'diagnostic.repeatEntries.text':
		'{group} ist {repeat, number}-mal da, und jede Kopie nimmt, was die vor ihr gibt. Aber Verbindungen von {count, number} Schichten führen hinein: {names}. Sie vor der Gruppe zusammenführen oder nur eine Kopie behalten.',
	'diagnostic.repeatExits.title': 'Braucht einen einzigen Weg hinaus',
	'diagnostic.repeatExits.text':
		'{group} ist {repeat, number}-mal da, und jede Kopie speist die nächste. Aber {count, number} Schichten führen hinaus: {names}. Sie in der Gruppe zusammenführen oder nur eine Kopie behalten.',
	'diagnostic.repeatEndpoint.title': 'Lässt sich nicht wiederholen',
	'diagnostic.repeatEndpoint.text':
		'{group} ist {repeat, number}-mal da, aber {names} kann in einem Netz nur einmal vorkommen. Aus der Gruppe nehmen oder nur eine Kopie behalten.',
	'diagnostic.repeatTooLong.title': 'Zu viele Kopien',
	'diagnostic.repeatTooLong.text':
		'Mit {repeat, number} Kopien von {group} hätte das Netz {count, number} Schichten. Höchstens {most, number} werden ausgeschrieben.',
	'diagnostic.repeatSize.title': 'Die Kopien passen nicht aneinander',
	'diagnostic.repeatSize.text':
		'{group} nimmt {entry} und gibt {exit}. Jede der {repeat, number} Kopien speist die nächste, also muss herauskommen, was hineingeht.',
	'diagnostic.mutedSize.title': 'Stumm, und vermisst',
	'diagnostic.mutedSize.text':
		'{node} ist stumm, deshalb geht {input} weiter statt {output}. Daran scheitert {next}: Schichten stumm schalten, die die Größe erhalten, oder {node} wieder einschalten.',
	'diagnostic.mutedEndpoint.title': 'Lässt sich nicht stumm schalten',
	'diagnostic.mutedEndpoint.text': '{node} ist stumm geschaltet, aber ohne sie geht das Netz nicht: Sie arbeitet trotzdem.',
	'diagnostic.unconnected.title': 'Nicht verbunden',
	'diagnostic.unconnected.text': '{node} ist nicht verbunden und bleibt beim Training weg.',
	'diagnostic.deadEnd.title': 'Führt nirgendwohin',
	'diagnostic.deadEnd.text': 'Nichts nimmt, was {node} gibt: Die Schicht bleibt beim Training weg. Weiterverbinden oder löschen.',
	'diagnostic.noTrainableWeights.title': 'Nichts zu lernen',
	'diagnostic.noTrainableWeights.text':
		'{weights, plural, =0 {Keine Schicht auf dem Weg hat Gewichte, das Training könnte also nichts ändern. Eine Faltung oder eine voll verbundene Schicht hinzufügen.} other {Alle # Gewichte sind eingefroren, das Training könnte also nichts ändern.}}',
	'diagnostic.softmaxTwice.title': 'Zweimal Softmax',
	'diagnostic.softmaxTwice.text':
		'{sink} macht mit Softmax Wahrscheinlichkeiten, und {node} tut das schon davor. Ein zweites Softmax drückt sie zusammen: Auch eine sichere Antwort sähe unsicher aus, und das Lernen wird langsamer.',
	'diagnostic.softmaxHidden.title': 'Softmax mitten im Netz',
	'diagnostic.softmaxHidden.text':
		'Softmax lässt die Werte um die Summe 1 wetteifern, wie es eine Antwort braucht. Mitten im Netz hält es zurück, was {node} gefunden hat. Dort relu verwenden.',
	'diagnostic.hiddenSigmoid.title': 'Sigmoid mitten im Netz',
	'diagnostic.hiddenSigmoid.text':
		'Sigmoid ist höchstens 1⁄4 steil; bei {node} schrumpft die zurückfließende Korrektur also auf ein Viertel oder weniger, und nach einigen Schichten ist nichts mehr übrig. Mitten im Netz relu verwenden.',
	'diagnostic.dropoutBeforeNormalization.title': 'Dropout direkt davor',
	'diagnostic.dropoutBeforeNormalization.text':
		'{dropout} lässt die Werte beim Training stärker schwanken als danach, und {node} lernt diese Streuung. Wenn das Netz antwortet, ist sie falsch. Den Dropout hinter die Normalisierung setzen.',
	'diagnostic.biasBeforeNormalization.title': 'Der Bias wirkt nicht',
	'diagnostic.biasBeforeNormalization.text':
		'{norm} zieht von jedem Kanal den Mittelwert ab, und damit auch den Bias von {node}: {count, plural, one {# Gewicht} other {# Gewichte}} ohne Wirkung.',
	'diagnostic.fieldTooSmall.title': 'Sieht zu wenig',
	'diagnostic.fieldTooSmall.text':
		'Jeder Wert, über den {node} mittelt, hat {seen} Pixel von {input} gesehen, weniger als das halbe Bild. Größere Dinge werden nur in Teilen gesehen: davor Schichten, Schrittweiten oder Pooling hinzufügen.',
	'diagnostic.fieldTooLarge.title': 'Sieht mehr, als da ist',
	'diagnostic.fieldTooLarge.text':
		'Jeder Wert, über den {node} mittelt, betrachtet {seen} Pixel, mehr als das doppelte Bild von {input}. Vieles davon ist Auffüllung: Weniger Schichten leisten vielleicht dasselbe.',
	'diagnostic.deepWithoutShortcuts.title': 'Tief ohne Abkürzungen',
	'diagnostic.deepWithoutShortcuts.text':
		'{count, number} Schichten mit Gewichten folgen bis {node} aufeinander. Ab etwa {most, number} verliert sich die zurückfließende Korrektur, und tiefere Netze lernen schlechter. Mit „Addieren“ Abkürzungen um Schichtpaare herumführen.',
	'diagnostic.memoryOverBudget.title': 'Mehr Speicher, als da ist',
	'diagnostic.memoryOverBudget.text':
		'Training mit {batchSize, plural, one {# Bild} other {# Bildern}} auf einmal braucht etwa {megabytes, number} MB, und {budgetMegabytes, number} MB sind erlaubt. {node} braucht am meisten: {nodeMegabytes, number} MB{nodeWeights, plural, =0 {} other {, mit # Gewichten}}.',
	'fix.resetField.label': '{field} zurücksetzen',
	'fix.reconnect.label': '{names} wieder verbinden',
	'fix.reconnect.detail': '{count, plural, one {Ist schon auf der Arbeitsfläche.} other {Sind schon auf der Arbeitsfläche.}} {cost}',
	'fix.cost':
		'{product, select, none {{size}} other {{product} = {values, plural, one {# Wert} other {# Werte}}}}{formula, select, none { gelangen zu {node}.} other {, also hat {node} {formula} = {weights, number} Gewichte.}}',
	'fix.connectAfter.label': 'Hinter {from} anschließen',
	'fix.deleteNode.label': '{node} löschen',
	'fix.addInput.label': 'Eingabe hinzufügen',
	'fix.addOutput.label': '{isWired, select, yes {Ausgabe hinter {from} hinzufügen} other {Ausgabe hinzufügen}}',
	'fix.cutLoop.label': '{count, plural, one {Verbindung von {from} zu {to} trennen} other {# Verbindungen trennen}}',
	'fix.removeWire.label': 'Verbindung von {from} entfernen',
	'fix.rename.label': 'In {name} umbenennen',
	'fix.unfreezeAll.label': 'Lernen lassen',
	'fix.useRelu.label': 'relu verwenden',
	'fix.useLinearHere.label': 'In {node} linear verwenden',
	'fix.swapDropout.label': '{dropout} hinter {node} setzen',
	'fix.singleCopy.label': 'Nur eine Kopie behalten',
	'fix.fewerCopies.label': '{repeat, plural, one {Einmal} other {#-mal}} wiederholen',
	'fix.fitCopies.label': '{field} von {node} auf {value} setzen',
	'fix.fitCopies.detail': '{group} gibt wieder {entry}, sodass Kopien zusammenpassen.',
	'fix.keepSizes.label': 'Größe in {group} erhalten',
	'fix.keepSizes.detail': 'Auffüllung same und Schrittweite 1: {group} gibt wieder {entry}.',
	'fix.unmute.label': '{node} einschalten',
	'fix.muteNode.label': '{node} stumm schalten',
	'fix.dropBias.label': 'Bias weglassen',
	'fix.smallerBatch.label': 'Mit {batchSize, plural, one {# Bild} other {# Bildern}} auf einmal trainieren',
	'table.name': 'Schicht',
	'table.kind': 'Art',
	'table.output': 'Ausgabe',
	'table.weights': 'Gewichte',
	'table.multiplyAdds': 'Rechenschritte',
	'table.receptiveField': 'Rezeptives Feld',
	'table.total': 'Summe',
	'connect.refused.missingNode': 'Schicht ist weg',
	'connect.refused.itself': 'Dieselbe Schicht',
	'connect.refused.noOutput': 'Gibt nichts weiter',
	'connect.refused.noInput': 'Nimmt keine Verbindung',
	'connect.refused.noSuchPort': 'Kein solcher Anschluss',
	'connect.refused.wiredAlready': 'Schon verbunden',
	'connect.refused.oneWire': 'Nimmt nur eine Verbindung',
	'connect.refused.loop': 'Ergäbe eine Schleife',
} as const satisfies Readonly<Record<string, string>>;
