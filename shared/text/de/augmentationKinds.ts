/** German words: augmentationKinds. ICU MessageFormat; ids are the keys. */
export const augmentationKinds = {
	'augmentation.flip.label': 'Spiegeln',
	'augmentation.flip.help':
		'Spiegelt diesen Anteil der Bilder von links nach rechts. Eine Katze, die andersherum schaut, ist immer noch eine Katze.',
	'augmentation.flip.caution':
		'Schadet, wo links und rechts etwas bedeuten: Eine gespiegelte 2 ist keine Ziffer, ein gespiegeltes b ist ein d.',
	'augmentation.shift.label': 'Verschieben',
	'augmentation.shift.help': 'Verschiebt das Bild um bis zu diesen Anteil seiner Seite, damit es gleich ist, wo im Bild ein Ding steht.',
	'augmentation.shift.caution': 'Zu weit, und das Ding wandert aus dem Bild.',
	'augmentation.rotate.label': 'Drehen',
	'augmentation.rotate.help': 'Dreht das Bild um bis zu diesen Winkel in beide Richtungen, für schief gehaltene Kameras.',
	'augmentation.rotate.caution': 'Schadet, wo ein gedrehtes Ding ein anderes ist: Eine 6 auf dem Kopf ist eine 9.',
	'augmentation.zoom.label': 'Zoom',
	'augmentation.zoom.help': 'Vergrößert oder verkleinert das Bild um bis zu diesen Anteil, für Dinge, die näher oder weiter weg sind.',
	'augmentation.zoom.caution': 'Schadet, wo die Größe die Klassen unterscheidet, etwa bei Münzen.',
	'augmentation.crop.label': 'Zuschneiden',
	'augmentation.crop.help':
		'Schneidet zufällig bis zu diesen Anteil jeder Seite ab und vergrößert den Rest. Das Netz lernt, sich nach Teilen zu richten.',
	'augmentation.crop.caution': 'Zu viel, und abgeschnitten wird, was das Bild benennt.',
	'augmentation.brightness.label': 'Helligkeit',
	'augmentation.brightness.help': 'Macht das ganze Bild um bis zu diesen Anteil der Spanne von Schwarz bis Weiß heller oder dunkler.',
	'augmentation.brightness.caution': 'Schadet, wo die Helligkeit selbst die Klassen unterscheidet, etwa Tag und Nacht.',
	'augmentation.contrast.label': 'Kontrast',
	'augmentation.contrast.help':
		'Zieht Hell und Dunkel um bis zu diesen Anteil auseinander oder zusammen, wie Nebel und andere Kameras es tun.',
	'augmentation.contrast.caution': 'Zu viel, und Bilder werden grau oder verlieren ihre Abstufungen.',
	'augmentation.noise.label': 'Rauschen',
	'augmentation.noise.help': 'Legt Körnung über jedes Pixel, wie eine Kamera im Dunkeln, damit kein einzelnes Pixel entscheidet.',
	'augmentation.noise.caution': 'Zu viel verdeckt feine Einzelheiten, in denen sich die Klassen unterscheiden.',
	'augmentation.cutout.label': 'Verdecken',
	'augmentation.cutout.help':
		'Verdeckt ein Quadrat mit diesem Anteil der Seite. Das Netz lernt, ein Ding an mehr als einem Zeichen zu erkennen.',
	'augmentation.cutout.caution': 'Zu groß für kleine Dinge: Eine verdeckte Ziffer kann niemand lesen.',
	'augmentation.mixup.label': 'Mischen (Mixup)',
	'augmentation.mixup.help':
		'Mischt jedes Bild mit einem anderen und fragt nach beiden Antworten gemäß ihren Anteilen. Je größer α, desto gleichmäßiger die Mischung. Das hält das Netz davon ab, sich zu sicher zu sein.',
	'augmentation.mixup.caution':
		'Die Genauigkeit im Training sieht schlechter aus, als sie ist, weil Mischungen schwer sind; kurze Läufe gewinnen vielleicht nichts davon.',
} as const satisfies Readonly<Record<string, string>>;
