/** English words: the model card written beside an export. ICU MessageFormat; ids are the keys. */
export const modelCard = {
	'modelCard.title': 'Model card: {name}',
	'modelCard.about':
		'A convolutional network with {weights, number} weights, wired and trained in Layerloom, written as {target}. It takes one picture of {height} × {width} × {channels} and tells {classes, plural, one {# class} other {# classes}} apart.',
	'modelCard.data': 'Data',
	'modelCard.data.bundled': 'Trained on the data that comes with Layerloom, “{name}”.',
	'modelCard.data.folder': 'Trained on a folder of pictures, one sub-folder per class: “{name}”.',
	'modelCard.data.none': 'The weights came from elsewhere. What they were trained on is not known here.',
	'modelCard.data.fingerprint': 'SHA-256 of the samples (size, classes, labels and pixels): `{hash}`.',
	'modelCard.data.held':
		'{share} of the training images of each class were held back to watch the training; the seed chose them. Test images were never trained on.',
	'modelCard.data.gone': 'The pictures could not be read when this card was written, so images per class are not listed.',
	'modelCard.data.counted': 'Counted when this card was written:',
	'modelCard.class': 'Class',
	'modelCard.train': 'Training',
	'modelCard.validation': 'Validation',
	'modelCard.test': 'Test',
	'modelCard.all': 'all',
	'modelCard.metrics': 'How well it does',
	'modelCard.metrics.none': 'The network was not tested. Nothing is known of how well it does on pictures that it has not seen.',
	'modelCard.metrics.test': 'On {count, number} test images: accuracy {accuracy}, loss {loss}.',
	'modelCard.metrics.recall': 'Found of the class',
	'modelCard.metrics.precision': 'Right when it says so',
	'modelCard.metrics.confusion': 'Most often mistaken:',
	'modelCard.metrics.confused': '“{truth}” taken for “{answer}”: {count, plural, one {# image} other {# images}}, {share} of the class',
	'modelCard.metrics.noConfusion': 'No test image was answered wrongly.',
	'modelCard.limits': 'Limits',
	'modelCard.limits.classes':
		'It knows its classes alone: whatever the picture shows, the answer is one of them. A high probability does not mean that the picture shows any.',
	'modelCard.limits.data':
		'It was tested on pictures of the same origin as those it learned from. On others (another camera, light, background or way of drawing) expect it to do worse, and test it there first.',
	'modelCard.limits.resize': 'Pictures of other sizes are stretched to {height} × {width}; details smaller than a pixel there are lost.',
	'modelCard.limits.few': 'Few training images: {classes}. Fewer than {least} images say little about a class.',
	'modelCard.limits.uneven':
		'The largest class has {times} times as many training images as the smallest, which makes the network favour it.',
	'modelCard.limits.weak': 'Found in less than half of its test images: {classes}.',
	'modelCard.limits.early': 'The training ended before it was done.',
	'modelCard.limits.people': 'Do not let it decide alone where a wrong answer harms somebody.',
	'modelCard.training': 'Training',
	'modelCard.training.start':
		'Began with the weights of {file} (SHA-256 `{hash}`) in {filled, plural, one {# layer} other {# layers}}{fresh, plural, =0 {} other {; these began with random weights: {layers}}}.',
	'modelCard.training.run': 'Run “{name}”, started {started}; {epochs, plural, one {# epoch} other {# epochs}} done.',
	'modelCard.training.best': 'The weights are those after epoch {epoch}, the best.',
	'modelCard.training.seed': 'Seed: {seed}.',
	'modelCard.training.engine': 'Engine: {engine}. Layerloom {program} on {platform}.',
	'modelCard.training.settings': 'Settings:',
	'modelCard.weights': 'Weights',
	'modelCard.weights.hash': 'SHA-256 of the values, 32-bit floats in the order of the layers: `{hash}`.',
	'modelCard.proof': 'Proof',
	'modelCard.proof.passed':
		'Opened again and asked about {count} pictures: the largest difference from the network’s own answers is {difference}, within {tolerance}.',
	'modelCard.proof.notPassed':
		'Opened again and asked about {count} pictures: the largest difference from the network’s own answers is {difference}, MORE than {tolerance}. Do not use the files.',
} as const satisfies Readonly<Record<string, string>>;
