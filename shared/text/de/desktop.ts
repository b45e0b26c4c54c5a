/** German words: desktop. ICU MessageFormat; ids are the keys. */
export const desktop = {
	'desktop.modelType': 'Modelle aus Keras, TensorFlow.js und ONNX',
	'desktop.documentType': 'Layerloom-Netz',
} as const satisfies Readonly<Record<string, string>>;
