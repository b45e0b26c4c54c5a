/**
 * A real framework that opens what exports write, in one process for all cases. `program` is a Python file beside this one; it
 * needs `packages` and prints JSON lines by `judging.py`.
 * @typedef {{ module: string, requirement: string }} PythonPackage
 * @typedef {{ name: string, targets: readonly string[], packages: readonly PythonPackage[], program: string }} Judge
 */

const numpy = { module: 'numpy', requirement: 'numpy==2.4.6' };
const keras = { module: 'keras', requirement: 'keras==3.15.1' };
const h5py = { module: 'h5py', requirement: 'h5py==3.14.0' };
const safetensors = { module: 'safetensors', requirement: 'safetensors==0.8.0' };
const torch = { module: 'torch', requirement: 'torch==2.13.0' };

/** @type {readonly Judge[]} */
export const judges = [
	{
		name: 'Keras',
		targets: ['keras', 'h5'],
		packages: [numpy, torch, keras, h5py],
		program: 'judgeKeras.py',
	},
	{
		name: 'TensorFlow',
		targets: ['saved-model'],
		packages: [numpy, { module: 'tensorflow', requirement: 'tensorflow-cpu==2.21.0' }, keras],
		program: 'judgeSavedModel.py',
	},
	{
		name: 'ONNX Runtime',
		targets: ['onnx'],
		packages: [numpy, { module: 'onnx', requirement: 'onnx==1.23.2' }, { module: 'onnxruntime', requirement: 'onnxruntime==1.32.0' }],
		program: 'judgeOnnx.py',
	},
	{
		name: 'Keras, running scripts',
		targets: ['keras-script'],
		packages: [numpy, torch, keras, h5py, safetensors],
		program: 'judgeKerasScript.py',
	},
	{
		name: 'PyTorch',
		targets: ['pytorch'],
		packages: [numpy, torch, safetensors],
		program: 'judgePytorch.py',
	},
];
