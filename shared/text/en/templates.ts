/** English words: networks to start from. ICU MessageFormat; ids are the keys. */
export const templates = {
	'template.lenet-5.title': 'LeNet-5',
	'template.lenet-5.summary': 'The network that read cheques: two convolutions, three dense layers, digits in minutes.',
	'template.one-conv.title': 'One convolution',
	'template.one-conv.summary': 'Filter, detect, condense: the smallest network with all three steps.',
	'template.perceptron.title': 'Perceptron',
	'template.perceptron.summary': 'Dense layers alone, to see what convolution is good for.',
	'template.mini-vgg.title': 'Mini VGG',
	'template.mini-vgg.summary': 'Pairs of 3 × 3 convolutions and dropout, for small colour pictures.',
	'template.mini-resnet.title': 'Mini ResNet',
	'template.mini-resnet.summary': 'Three residual blocks with shortcuts and batch normalization.',
} as const satisfies Readonly<Record<string, string>>;
