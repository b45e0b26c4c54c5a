/** English words: networks of other tools. ICU MessageFormat; ids are the keys. */
export const importing = {
	'importing.title': 'Import a model',
	'importing.stage.receiving': 'Taking the file in',
	'importing.stage.reading': 'Reading layers and weights',
	'importing.stage.keeping': 'Keeping the weights',
	'importing.progress': 'Import',
	'importing.cancel': 'Cancel',
	'importing.close': 'Close',
	'importing.open': 'Open as a new network',
	'importing.refused': 'This file was not opened',
	'importing.another': 'Choose another file…',
	'importing.summary.layers': '{layers, plural, one {# layer} other {# layers}}',
	'importing.summary.weights': '{weights, plural, one {# weight} other {# weights}}',
	'importing.summary.size': '{size} in memory',
	'importing.summary.whole': 'Every layer has its counterpart here, so that the network answers as it did.',
	'importing.summary.placeholders':
		'{count, plural, one {One layer has} other {# layers have}} no counterpart. {count, plural, one {A card stands in its place and says} other {Cards stand in their places and say}} what was there; the network answers and trains once {count, plural, one {it is} other {they are}} replaced or deleted.',
	'importing.summary.notes': 'What is different here',
	'importing.summary.next':
		'Names are kept, layers stand in rows. Training starts from the weights; to use them as they are, try, test or export them right away.',
	'importing.drop.title': 'Drop to import',
	'importing.drop.text': '.keras · .h5 · .onnx · model.json with its .bin files · .zip',
	'importing.opened': 'Imported {name}: {layers, plural, one {# layer} other {# layers}}.',
	'importing.keras.title': 'Keras model',
	'importing.h5.title': 'Keras model (HDF5)',

	'importing.tfjs.title': 'TensorFlow.js layers model',
	'importing.onnx.title': 'ONNX model',
	'importing.note.channelsLast':
		'“{layer}” takes its channels first in the file. Here they come last: rows, columns, channels. The weights are turned with them.',
	'importing.note.augmentation':
		'“{layer}” ({className}) changes pictures during training alone and was left out: choose augmentation in the training settings.',
	'importing.note.trainingOnly': '“{layer}” ({className}) works during training alone and was left out.',
	'importing.note.shared': '“{layer}” shares the weights of another layer. Here it has a copy, which training changes by itself.',
	'importing.note.flattened': 'The network answers with {shape}. Here its numbers stand in one row.',
	'importing.note.fresh': 'The file has no weights for these layers, which start afresh: {layers}.',

	'importing.placeholder.unknown':
		'Was a layer of the class {className}, which has no counterpart here. Code in a file is never run. Put layers that do the same in its place, or delete it to let the wires close the gap.',
	'importing.placeholder.settings':
		'Was a layer of the class {className} with settings that have no counterpart here. Put layers that do the same in its place, or delete it to let the wires close the gap.',

	'importing.placeholder.onnx':
		'Was the operator {operator}, which has no counterpart here. Put layers that do the same in its place, or delete it to let the wires close the gap.',
	'importing.placeholder.onnxSettings':
		'Was the operator {operator} with settings that have no counterpart here. Put layers that do the same in its place, or delete it to let the wires close the gap.',

	'importing.problem.uploadGone': '{name} did not come through whole. Drop it again.',
	'importing.problem.noModelInZip': '{name} holds no model.json. Put model.json and its .bin files into the zip, or import a model file.',
	'importing.problem.graphModel':
		'This is a TensorFlow.js graph model, of which the layers are gone. Save the model as a layers model: model.save(…), or tensorflowjs_converter with --output_format=tfjs_layers_model.',
	'importing.problem.ownDocument': 'This is a Layerloom document. Open it; nothing has to be imported.',
	'importing.problem.external':
		'The model keeps weights in a file beside it, {file}, which is not there, too short, or named with a folder. Put it beside the model, or save the model as a single file.',
	'importing.problem.unknownFormat': '{name} is in no format that can be read. Known endings: {known}.',
	'importing.problem.tooLarge': '{name} is too large: it has {size}, and at most {limit} are read.',
	'importing.problem.tooManyValues': 'The file declares more than {limit, number} weights. Larger networks are not read.',
	'importing.problem.tooManyLayers': 'The file has more than {limit, number} layers. Larger networks are not read.',
	'importing.problem.tooDeep': 'The file has models inside models, more than {limit} deep. Write it out flat and save it again.',
	'importing.problem.damaged': '{name} is damaged, cut short, or not what its ending says. Save the model again and import the new file.',
	'importing.problem.weightsAlone':
		'{name} holds weights without the network that they belong to. Save the whole model: model.save("name.keras").',
	'importing.problem.ownClass':
		'The model is of the class {className}, which is written in Python and not described in the file. Build it with Sequential or the functional API and save it again.',
	'importing.problem.severalEnds':
		'The network has {inputs, plural, one {# input} other {# inputs}} and {outputs, plural, one {# output} other {# outputs}}. Networks with one of each are read.',
	'importing.problem.noLayers': 'The file describes a network without layers.',
	'importing.problem.loop': 'The layer “{layer}” is fed by a layer that is not in the file.',
	'importing.problem.inputSize':
		'The input “{layer}” has the size {shape}. Save the model with a fixed size: height, width and channels, or one row of numbers.',
	'importing.problem.weightSize': 'The weights of “{layer}” have the size {found}; its settings need {expected}.',
};
