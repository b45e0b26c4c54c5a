/** English words: the desktop window's own, which the page does not show. ICU MessageFormat; ids are the keys. */
export const desktop = {
	'desktop.modelType': 'Models of Keras, TensorFlow.js and ONNX',
	'desktop.documentType': 'Layerloom network',
} as const satisfies Readonly<Record<string, string>>;
