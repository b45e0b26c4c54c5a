#!/usr/bin/env node
/**
 * Makes `assets/datasets/` from original files: `node scripts/pack-datasets.mjs FOLDER`, where FOLDER holds
 * `mnist-t10k/` (IDX, gzipped) and `cifar10-small/` (JPEG, one folder per class under train/ and test/).
 * A packed dataset is a folder of `dataset.json` (what it is), `labels.bin` (a byte per sample, training samples first)
 * and `images.br` (Brotli: raw 8-bit pixels, or for JPEG the byte length of each file as uint16 LE, then the files).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = process.argv[2];
if (!source) {
	console.error('Usage: node scripts/pack-datasets.mjs FOLDER');
	process.exit(2);
}

/** @param {string} name @param {object} about @param {Buffer} labels @param {Buffer} images */
function write(name, about, labels, images) {
	const folder = join(root, 'assets/datasets', name);
	mkdirSync(folder, { recursive: true });
	const packed = brotliCompressSync(images, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_SIZE_HINT]: images.length,
		},
	});
	const sha256 = createHash('sha256').update(labels).update(images).digest('hex');
	writeFileSync(join(folder, 'dataset.json'), `${JSON.stringify({ ...about, imageBytes: images.length, sha256 }, null, '\t')}\n`);
	writeFileSync(join(folder, 'labels.bin'), labels);
	writeFileSync(join(folder, 'images.br'), packed);
	console.log(`${name}: ${labels.length} samples, ${packed.length + labels.length} bytes`);
}

/** @param {string} folder */
function packDigits(folder) {
	const images = gunzipSync(readFileSync(join(folder, 't10k-images-idx3-ubyte.gz')));
	const labels = gunzipSync(readFileSync(join(folder, 't10k-labels-idx1-ubyte.gz')));
	if (images.readUInt32BE(0) !== 0x803 || labels.readUInt32BE(0) !== 0x801) throw new Error(`${folder} holds no IDX images and labels.`);
	const count = images.readUInt32BE(4);
	if (count !== 10_000 || labels.readUInt32BE(4) !== count) throw new Error(`Expected 10,000 digits, found ${count}.`);
	const classes = Array.from({ length: 10 }, (_, digit) => String(digit));
	write('digits', { encoding: 'raw', shape: [28, 28, 1], classes, train: 8000, test: 2000 }, labels.subarray(8), images.subarray(16));
}

/** @param {string} folder */
function packCifar(folder) {
	const classes = readdirSync(join(folder, 'train')).sort();
	/** @type {{ label: number, bytes: Buffer }[]} */
	const samples = [];
	const counts = { train: 0, test: 0 };
	for (const split of /** @type {const} */ (['train', 'test'])) {
		const files = classes.map((name) => readdirSync(join(folder, split, name)).sort());
		// The classes take turns, so that the first pictures shown are of every class.
		for (let turn = 0; files.some((list) => turn < list.length); turn++) {
			for (const [label, list] of files.entries()) {
				const file = list[turn];
				if (file === undefined) continue;
				samples.push({ label, bytes: readFileSync(join(folder, split, String(classes[label]), file)) });
				counts[split]++;
			}
		}
	}
	const lengths = Buffer.alloc(samples.length * 2);
	for (const [index, sample] of samples.entries()) lengths.writeUInt16LE(sample.bytes.length, index * 2);
	const labels = Buffer.from(samples.map((sample) => sample.label));
	write(
		'cifar-small',
		{ encoding: 'jpeg', shape: [32, 32, 3], classes, ...counts },
		labels,
		Buffer.concat([lengths, ...samples.map((sample) => sample.bytes)]),
	);
}

packDigits(join(source, 'mnist-t10k'));
packCifar(join(source, 'cifar10-small'));
