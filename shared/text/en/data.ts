/** English words: data. ICU MessageFormat; ids are the keys. */
export const data = {
	'data.bundled.digits.title': 'Digits',
	'data.bundled.digits.credit':
		'10,000 handwritten digits of the MNIST test set, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges (CC BY-SA 3.0).',
	'data.bundled.cifar-small.title': 'CIFAR small',
	'data.bundled.cifar-small.credit': '5,000 photographs of CIFAR-10, by Alex Krizhevsky (2009), stored as JPEG.',
	'data.bundled.missing':
		'The bundled pictures are not where they belong: {path} is gone. Install Layerloom again, or check out the project again.',
	'data.bundled.damaged': 'The bundled pictures “{name}” are damaged. Install Layerloom again, or check out the project again.',
	'data.folder.missing': 'The folder {path} is not there any more. Plug the drive in, put the folder back, or choose another one.',
	'data.folder.notAFolder': '{path} is a file. Choose the folder that holds one folder of pictures per class.',
	'data.folder.noAccess': 'This account may not read {path}. Change the folder’s permissions, or choose another one.',
	'data.folder.noClasses':
		'{path} holds no sub-folders. Make one folder per class inside it, such as cat and dog, and put the pictures of each class there.',
	'data.folder.tooFewClasses':
		'Only {count, plural, =0 {no sub-folder} one {one sub-folder} other {# sub-folders}} of {path} {count, plural, one {holds} other {hold}} readable pictures. A network needs at least two classes to tell apart: one folder each.',
	'data.folder.noTestImages': 'No picture of {path} can be kept for testing: every class has one picture only. Add more pictures.',
	'data.folder.tooManyFiles': '{path} holds more than {limit, number} files. Choose a smaller folder.',
	'data.folder.tooLarge':
		'{count, number} pictures of {size} need {needed} of memory, and {available} may be used. Choose a smaller size or fewer pictures.',
	'data.folder.diskTooSmall':
		'{count, number} pictures of {size} take {needed} on the disk once decoded, because they do not fit into memory, and {available} are free in {folder}. Free some space, or choose a smaller size.',
	'data.folder.cacheLost':
		'The decoded pictures in {path} cannot be read any more: they were deleted, or the disk is gone. Train again: they are decoded anew.',
	'data.folder.sizeNeeded': 'The pictures of {path} differ in size. Choose one size for all of them: every picture is scaled to it.',
	'data.folder.vanished': '{path} disappeared while it was being read. Plug the drive in or put the folder back, then try again.',
	'data.folder.problem.empty': 'No pictures in this folder.',
	'data.folder.problem.truncated': 'The file ends too early.',
	'data.folder.problem.emptyFile': 'The file is empty.',
	'data.folder.problem.fileTooLarge': 'The file has {size}; at most {limit} are read.',
	'data.folder.problem.tooManyPixels': '{width, number} × {height, number} pixels are too many.',
	'data.folder.problem.resized': '{from} scaled to {to}.',
	'data.folder.problem.notAnImage': 'Not a picture (JPEG, PNG, WebP, BMP or GIF).',
	'data.folder.problem.unreadable': 'The picture cannot be decoded: {reason}',

	// The window: panel of the images.
	'datasets.title': 'Images',
	'datasets.choice.label': 'Images to learn from',
	'datasets.choice.summary': '{classes, plural, one {# class} other {# classes}} · {size} · {count, number} images',
	'datasets.choice.summaryOpen': '{classes, plural, one {# class} other {# classes}} · sizes differ · {count, number} images',
	'datasets.choice.folder': 'Own folder',
	'datasets.choice.folder.help': 'One sub-folder per class, its name is the class',
	'datasets.choice.folder.other': 'Choose another folder…',
	'datasets.choice.locked': 'locked while training',
	'datasets.loading': 'Reading the images…',
	'datasets.problem.title': 'These images cannot be used',
	'datasets.none.title': 'No images chosen',
	'datasets.none.text': 'Choose what the network should learn to tell apart. The bundled images work offline.',
	'datasets.facts.title': 'What is in it',
	'datasets.facts.train': 'To learn from',
	'datasets.facts.test': 'Kept for the final test',
	'datasets.facts.classes': 'Classes',
	'datasets.facts.size': 'Image size',
	'datasets.facts.sizeOpen': 'scaled to the input layer',
	'datasets.samples.title': 'Some of them',
	'datasets.samples.label': 'Samples of “{label}”',
	'datasets.samples.picture': '{label}, image {number, number}',
	'datasets.samples.more': 'Show all {count, number} classes',
	'datasets.issues.title': 'Left out or changed',
	'datasets.issues.total': '{count, plural, one {# file} other {# files}}',
	'datasets.issues.unreadable':
		'{count, plural, one {# picture cannot be read and is left out} other {# pictures cannot be read and are left out}}',
	'datasets.issues.resized': '{count, plural, one {# picture is scaled} other {# pictures are scaled}} to the same size',
	'datasets.issues.notAnImage':
		'{count, plural, one {# file is no picture and is left out} other {# files are no pictures and are left out}}',
	'datasets.issues.emptyClass':
		'{count, plural, one {# folder has no pictures and is no class} other {# folders have no pictures and are no classes}}',
	'datasets.issues.more': 'and {count, number} more',
	'datasets.credit.title': 'Where they come from',
	'edit.dataset': 'Choose images',
	'data.picture.wrongSize':
		'The picture has {received, number} values where its size asks for {expected, number}. Draw or choose it again.',
} as const satisfies Readonly<Record<string, string>>;
