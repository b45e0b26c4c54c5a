/** German words: augmentation. ICU MessageFormat; ids are the keys. */
export const augmentation = {
	'augmentation.title': 'Datenvermehrung',
	'augmentation.count': '{count, plural, =0 {aus} other {# an}}',
	'augmentation.intro':
		'Trainingsbilder, in jeder Epoche neu und zufällig verändert: Das Netz begegnet mehr Vielfalt, als Bilder da sind, und lernt weniger auswendig. Bilder für Validierung und Test bleiben, wie sie sind.',
	'augmentation.preview.title': 'Was das Netz sehen wird',
	'augmentation.preview.original': 'Original',
	'augmentation.preview.epoch': 'Epoche {number, number}',
	'augmentation.preview.column': 'Epoche',
	'augmentation.preview.others': 'Andere zeigen',
	'augmentation.preview.off': 'Jede Epoche zeigt dieselben Bilder, bis etwas eingeschaltet wird.',
	'augmentation.preview.mixup': 'Gemischt unter den hier gezeigten Bildern; beim Training unter denen jedes Stapels.',
	'augmentation.preview.sample': '{label}, Bild {number, number}',
	'augmentation.preview.changed': '{label}, Bild {number, number}, in Epoche {epoch, number}',
	'augmentation.strength': '{label}: Stärke',
	'augmentation.degrees': '{value, number}°',
	'augmentation.plain': 'α = {value, number}',
	'augmentation.locked': 'gesperrt während des Trainings',
	'edit.augmentation.on': '{name} einschalten',
	'edit.augmentation.off': '{name} ausschalten',
	'edit.augmentation.strength': 'Stärke von {name} ändern',
} as const satisfies Readonly<Record<string, string>>;
