/** English words: exporting. ICU MessageFormat; ids are the keys. */
export const exporting = {
	'exporting.webPage.title': 'Ready web page',
	'exporting.webPage.summary': 'one HTML file for anyone: picture, camera or drawing, offline',
	'exporting.webPage.description':
		'One HTML file that works offline: drop a picture, use the camera or draw, and see what the network answers. Send it to anyone.',
	'exporting.webPage.usage':
		'Open `index.html` in a browser, by double-click or from any web server. It holds the whole network and asks nothing of any server. Pictures are prepared as in the app; the camera works where the browser lets a file use it.',
	'exporting.webPage.notPictures':
		'A page shows answers about pictures of one or three channels, one number per class. This network takes {channels, plural, one {# channel} other {# channels}} and gives {output} numbers. Choose another format.',
	'exporting.webPage.tooLarge':
		'The weights take {megabytes, number} MB, more than the {most, number} MB that one page should hold. Choose the TensorFlow.js layers model, which a page loads in parts.',
	'exporting.tfjs.title': 'TensorFlow.js layers model',
	'exporting.tfjs.summary': 'for a page or Node program of your own',
	'exporting.tfjs.description':
		'Runs in every browser and in Node.js: model.json with the layers, and the weights beside it. Can be trained further with TensorFlow.js.',
	'exporting.tfjs.usage':
		'Serve this folder with your page and load it with TensorFlow.js:\n\n```js\nconst model = await tf.loadLayersModel("model.json");\nconst answer = model.predict(images); // one row of probabilities per image\n```',
	'exporting.keras.title': 'Keras 3 model (.keras)',
	'exporting.keras.summary': 'Keras 3 on TensorFlow, PyTorch or JAX',
	'exporting.keras.description':
		'One file with layers and weights, opened by Keras 3 on TensorFlow, PyTorch or JAX, and by viewers such as Netron. Can be trained further.',
	'exporting.keras.usage':
		'Open it in Python with Keras 3:\n\n```python\nimport keras\n\nmodel = keras.saving.load_model("model.keras")\nanswer = model.predict(images)  # one row of probabilities per image\n```',
	'exporting.h5.title': 'Keras HDF5 model (.h5)',
	'exporting.h5.summary': 'for tools that do not read .keras yet',
	'exporting.h5.description':
		'The form that Keras used before .keras: one HDF5 file, for tools that do not read the newer form yet. Can be trained further.',
	'exporting.h5.usage':
		'Open it in Python with Keras:\n\n```python\nimport keras\n\nmodel = keras.models.load_model("model.h5", compile=False)\nanswer = model.predict(images)  # one row of probabilities per image\n```',
	'exporting.savedModel.title': 'TensorFlow SavedModel',
	'exporting.savedModel.summary': 'TensorFlow Serving, TensorFlow in any language',
	'exporting.savedModel.description':
		'TensorFlow’s own folder: the graph and a checkpoint with the weights, for TensorFlow Serving, TensorFlow in any language and its converters. Answers only; is not trained further.',
	'exporting.savedModel.usage':
		'Open the folder in Python with TensorFlow and call its signature:\n\n```python\nimport tensorflow as tf\n\nmodel = tf.saved_model.load(".")\nanswer = model.signatures["serving_default"](images=images)["outputs"]  # one row of probabilities per image\n```\n\nAs a layer of a Keras model: `keras.layers.TFSMLayer(".", call_endpoint="serving_default")`. TensorFlow Serving wants the folder under a number: `models/NAME/1/`.',
	'exporting.pytorch.title': 'PyTorch program',
	'exporting.pytorch.summary': 'a readable model.py with its weights',
	'exporting.pytorch.description':
		'The network as Python that a person would write: model.py with one class, the weights as safetensors, and a program that says what is in a picture.',
	'exporting.pytorch.usage':
		'Install what `requirements.txt` names and ask about a picture:\n\n```sh\npip install -r requirements.txt\npython predict.py picture.png\n```\n\nIn a program of your own, `predict.load_model()` gives the network. Calling it gives the values before the last activation, which losses are computed from; its `predict` gives probabilities. PyTorch has the channels before rows and columns; the weights are already in that order.',
	'exporting.onnx.title': 'ONNX model (.onnx)',
	'exporting.onnx.summary': 'ONNX Runtime: many languages, phones, devices',
	'exporting.onnx.description':
		'One file that ONNX Runtime runs in many languages, on phones and in browsers, and that other tools convert. Channels first, any batch.',
	'exporting.onnx.usage':
		"Run it with ONNX Runtime, here in Python:\n\n```python\nimport onnxruntime\n\nsession = onnxruntime.InferenceSession(\"model.onnx\")\nname = session.get_inputs()[0].name\nanswer = session.run(None, '{'name: images'}')[0]  # one row of probabilities per image\n```",
	'exporting.kerasScript.title': 'Keras script',
	'exporting.kerasScript.summary': 'readable Python that trains it again',
	'exporting.kerasScript.description':
		'Python that builds the network with Keras, layer by layer, and trains it again with the settings of the run; with its samples, and with the weights from here.',
	'exporting.kerasScript.usage':
		'Install what `requirements.txt` names and one of TensorFlow, PyTorch or JAX, then train:\n\n```sh\npip install -r requirements.txt\npython train.py\n```\n\nWhere it is not TensorFlow, say so with `KERAS_BACKEND=torch`. `--data FOLDER` names the folder of pictures where the samples are not in `data.npz`; `--weights weights.safetensors` tests the weights that were trained in the app instead of training.\n\nNot exactly as in the app: the random numbers are others, so a run ends near, not at, the same accuracy. Changes of training pictures at random are not carried over; `train.py` says so where the document has some.',
	'exporting.trainingKit.title': 'Distributed training kit',
	'exporting.trainingKit.summary': 'several processors, graphics cards or machines',
	'exporting.trainingKit.description':
		'A project that trains the same network with the same settings on several processors, graphics cards or machines: PyTorch with torchrun, or Ray. The network, its data and checkpoints that can be resumed.',
	'exporting.trainingKit.usage':
		'Install what `requirements.txt` names, then train on one processor, on several, or on the machines of a Ray cluster:\n\n```sh\npip install -r requirements.txt\npython train.py\ntorchrun --nproc_per_node=2 train.py\npython ray_train.py --processes 2\n```\n\n`train.py --resume` goes on from the last checkpoint, `--output` names the folder for checkpoints and `metrics.jsonl`, and `--data` the folder of pictures where the samples are not in `data.npz`. Training begins anew with the seed and settings of `settings.json`; `weights.safetensors` holds the weights that were trained in the app.\n\nNot exactly as in the app: the random numbers are PyTorch’s, PyTorch’s `epsilon` stands outside the root of its optimizers and its running variance is the unbiased one. Changes of training pictures at random are not carried over; where the document has some, `settings.json` lists them under `augmentationNotCarried`.',
	'exporting.stage.reading': 'Reading the weights',
	'exporting.stage.writing': 'Writing the model',
	'exporting.stage.proving': 'Opening it again and comparing answers',
	'exporting.stage.finishing': 'Writing class names and the proof',
	'exporting.problem.unknownTarget': 'There is no format called “{target}”. Known formats: {known}.',
	'exporting.problem.exists': '{folder} holds an earlier export. Replace it, or choose another folder.',
	'exporting.problem.notEmpty':
		'{folder} holds other files, which an export never replaces. Choose an empty folder, or type the name of a new one inside it.',
	'exporting.problem.isFile': '{folder} is a file. Choose a folder.',
	'exporting.problem.notWritable': 'This account may not write to {folder}. Choose another folder.',
	'exporting.problem.folderGone':
		'The place of {folder} disappeared while the export was written. Nothing was left behind. Choose another folder.',
	'exporting.problem.diskFull': 'The disk of {folder} is full. Nothing was left behind. Free some space, or choose another disk.',
	'exporting.problem.needsTensorFlow':
		'A SavedModel is proved by TensorFlow’s own library, and this program computes without it here. Nothing was written. Choose Keras or ONNX, or the native engine where it can be had.',
	'exporting.problem.noStockLayer':
		'“{node}” cannot be written as {target} with the same answers: the format has no such layer. Replace it by layers that every tool has, or choose another format.',
	'exporting.readme.about':
		'{target}, written by Layerloom. The network has {weights, number} weights and tells {classes, plural, one {# class} other {# classes}} apart.',
	'exporting.readme.filesTitle': 'Files',
	'exporting.readme.classes': 'names of the classes, in the order of the answer.',
	'exporting.readme.labels': 'the same names, one a line, as many tools for phones and small boards read them.',
	'exporting.readme.card': 'what the network was trained on, how well it does, and where it should not be relied on.',
	'exporting.readme.preprocessing': 'how a picture becomes the network’s input.',
	'exporting.readme.parity': 'pictures, the answers before the export, and the largest difference after it.',
	'exporting.readme.useTitle': 'Use',
	'exporting.readme.input':
		'The input is a batch of pictures, {height} rows × {width} columns × {channels, plural, one {# channel} other {# channels}}, channels last, each 8-bit value divided by 255.',
	'exporting.readme.inputChannelsFirst':
		'The input is a batch of pictures, {channels, plural, one {# channel} other {# channels}} × {height} rows × {width} columns, channels first, each 8-bit value divided by 255.',
	'exporting.readme.proofTitle': 'Proof',
	'exporting.readme.passed':
		'The files were opened again by an independent reader and asked about {count} pictures: the largest difference from the network’s own answers is {difference}, within {tolerance}.',
	'exporting.readme.weightsPassed':
		'`weights.safetensors` was opened again, every name and size compared with the drawn network, and the network asked about {count} pictures with what was read: the largest difference from its own answers is {difference}, within {tolerance}. The Python programs were not run, which needs Python; with `parity.json` you can compare their answers.',
	'exporting.readme.notPassed':
		'The files were opened again by an independent reader and asked about {count} pictures: the largest difference from the network’s own answers is {difference}, MORE than {tolerance}. Do not use them.',
	'exporting.readme.partsAt': 'The values part at the layer “{layer}”: up to it they are the same.',

	// The window: export dialog.
	'exporting.title': 'Export {run}',
	'exporting.format': 'What do you want to do with it?',
	'exporting.purpose.browser': 'Run it in a browser',
	'exporting.purpose.python': 'Use it in Python',
	'exporting.purpose.tools': 'Run it with other tools',
	'exporting.purpose.training': 'Train it further elsewhere',
	'exporting.refused': 'cannot be written exactly',
	'exporting.refused.show': 'Show “{node}”',
	'exporting.proof.answers': 'Proof: the files are opened again by another reader and asked about 16 pictures, before you get them.',
	'exporting.proof.weights':
		'Proof: the weights are read again from the file and asked about 16 pictures in the app. The Python programs are not run: that needs Python.',
	'exporting.format.files': 'Writes {files}',
	'exporting.folder': 'Folder',
	'exporting.folder.help': 'A new folder is made for the files. What is there already is never replaced without asking.',
	'exporting.folder.choose': 'Choose…',
	'exporting.folder.empty': 'Type or choose the folder to write to.',
	'exporting.start': 'Export',
	'exporting.stop': 'Stop',
	'exporting.close': 'Close',
	'exporting.again': 'Export again',
	'exporting.progress': 'Progress of the export',
	'exporting.replace.question': '{folder} holds an earlier export. Replace it?',
	'exporting.replace.confirm': 'Replace it',
	'exporting.replace.keep': 'Keep it',
	'exporting.done.proof': 'Loaded back and compared on {inputs, plural, one {# image} other {# images}}: largest difference {difference}.',
	'exporting.done.weightsProof':
		'The weights were read again and compared on {inputs, plural, one {# image} other {# images}}: largest difference {difference}. The Python programs were not run, as this needs Python.',
	'exporting.done.proofBad':
		'Loaded back and compared on {inputs, plural, one {# image} other {# images}}: the answers differ by up to {difference}, more than {tolerance}. Do not use these files; please report this.',
	'exporting.done.partsAt': 'The values part at the layer “{layer}”: up to it they are the same.',
	'exporting.done.files': 'Files written',
	'exporting.done.reveal': 'Show in folder',
	'exporting.done.notShown': 'There is no file manager to show the folder; it is at {folder}.',
	'exporting.problem.title': 'Nothing was written',
	'exporting.none.title': 'Train first',
	'exporting.none.text': 'Only a network with trained weights can be exported. Press Train; even a stopped run can be exported.',
} as const satisfies Readonly<Record<string, string>>;
