/**
 * Run in a process of its own, because a native library that does not fit this machine may end the process: loads the
 * native engine and compares one gradient with its known value. Prints one line of JSON.
 */
const util = require('node:util');
// The engine's package still asks for two helpers that Node has dropped.
if (!util.isNullOrUndefined) util.isNullOrUndefined = (value) => value === null || value === undefined;
if (!util.isArray) util.isArray = Array.isArray;
process.env.TF_CPP_MIN_LOG_LEVEL = '3';

try {
	const tf = require(String(process.argv[2]));
	const image = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
	const kernel = tf.tensor4d([1, 0, 0, 1], [2, 2, 1, 1]);
	const gradient = tf.grad((/** @type {unknown} */ filter) => tf.sum(tf.square(tf.conv2d(image, filter, 1, 'valid'))))(kernel);
	const values = Array.from(gradient.dataSync());
	// 2·Σ out·in for each place of the filter, where out is 6, 8, 12, 14.
	const expected = [280, 360, 520, 600];
	const isRight = values.length === 4 && values.every((value, index) => Math.abs(value - (expected[index] ?? 0)) < 1e-3);
	const library = tf.backend().binding?.TF_Version ?? 'unknown';
	if (isRight) console.log(JSON.stringify({ ok: true, library }));
	else console.log(JSON.stringify({ ok: false, reason: `it computes a gradient as ${values} instead of ${expected}` }));
} catch (error) {
	console.log(JSON.stringify({ ok: false, reason: String(error instanceof Error ? error.message : error).split('\n')[0] }));
}
