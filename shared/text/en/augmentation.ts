/** English words: augmentation. ICU MessageFormat; ids are the keys. Each transformation brings its own words. */
export const augmentation = {
	'augmentation.title': 'Augmentation',
	'augmentation.count': '{count, plural, =0 {off} other {# on}}',
	'augmentation.intro':
		'Training images changed at random, anew in each epoch: the network meets more variety than there are images and memorizes less. Images for validation and for the test stay as they are.',
	'augmentation.preview.title': 'What the network will see',
	'augmentation.preview.original': 'Original',
	'augmentation.preview.epoch': 'Epoch {number, number}',
	'augmentation.preview.column': 'Epoch',
	'augmentation.preview.others': 'Show others',
	'augmentation.preview.off': 'Every epoch shows the same images until something is switched on.',
	'augmentation.preview.mixup': 'Blended among the images shown here; in training, among those of each batch.',
	'augmentation.preview.sample': '{label}, image {number, number}',
	'augmentation.preview.changed': '{label}, image {number, number}, in epoch {epoch, number}',
	'augmentation.strength': '{label}: strength',
	'augmentation.degrees': '{value, number}°',
	'augmentation.plain': 'α = {value, number}',
	'augmentation.locked': 'locked while training',
	'edit.augmentation.on': 'Switch on {name}',
	'edit.augmentation.off': 'Switch off {name}',
	'edit.augmentation.strength': 'Change the strength of {name}',
} as const satisfies Readonly<Record<string, string>>;
