import { renameSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeDataset, loadTrainingData, readSamples } from './datasets.ts';
import type { PictureFile } from './folderListing.ts';
import { splitFiles } from './folderSplit.ts';
import { pixelBudget } from './memoryBudget.ts';
import { pixelsOf } from './testing.ts';
import type { DataOptions } from './trainingData.ts';

let base = '';
let root = '';
let options: DataOptions;

beforeEach(async () => {
	base = await mkdtemp(join(tmpdir(), 'layerloom-folder-'));
	root = join(base, 'pets');
	await mkdir(root);
	options = { assetsFolder: base, cacheFolder: join(base, 'cache') };
});
afterEach(() => rm(base, { recursive: true, force: true }));

const folder = (size: { height: number; width: number; channels: 1 | 3 } | null = null) => ({ kind: 'folder', path: root, size }) as const;

/** One colour all over, so that the expected pixels are known. */
async function paint(name: string, colour: string, width = 8, height = 6): Promise<string> {
	const path = join(root, name);
	await mkdir(dirname(path), { recursive: true });
	const image = sharp({ create: { width, height, channels: 3, background: colour } });
	if (name.endsWith('.png')) await image.png().toFile(path);
	else if (name.endsWith('.webp')) await image.webp({ lossless: true }).toFile(path);
	else if (name.endsWith('.gif')) await image.gif().toFile(path);
	else await image.jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toFile(path);
	return path;
}

async function paintPets(each = 10): Promise<void> {
	for (let index = 0; index < each; index++) {
		await paint(`cat/img${index}.png`, '#ff0000');
		await paint(`dog/img${index}.jpg`, '#0000ff');
	}
}

describe('a folder with one sub-folder per class', () => {
	it('keeps a fifth of each class for testing, the same fifth every time', async () => {
		await paintPets(10);
		const described = await describeDataset(folder(), options);
		expect(described).toMatchObject({
			title: 'pets',
			shape: [6, 8, 3],
			classes: ['cat', 'dog'],
			counts: { train: 16, test: 4 },
			problemCount: 0,
		});
		const data = await loadTrainingData(folder(), options);
		const again = await loadTrainingData(folder(), { ...options, cacheFolder: null });
		expect(data.test.names).toEqual(again.test.names);
		expect(data.fingerprint).toBe(again.fingerprint);
		expect([...data.test.labels].sort()).toEqual([0, 0, 1, 1]);
		expect(data.train.names?.some((name) => data.test.names?.includes(name))).toBe(false);
	});

	it('decodes red and blue as red and blue, whatever the format', async () => {
		await paint('a/1.png', '#ff0000');
		await paint('a/2.webp', '#ff0000');
		await paint('b/1.jpg', '#0000ff');
		await paint('b/2.gif', '#0000ff');
		await writeFile(join(root, 'a', '3.bmp'), bmp24(8, 6, [255, 0, 0]));
		await paint('b/3.jpg', '#0000ff');
		const data = await loadTrainingData(folder(), options);
		for (const set of [data.train, data.test]) {
			const pixels = await pixelsOf(set, 144);
			for (let index = 0; index < set.count; index++) {
				const pixel = [...pixels.subarray(index * 144, index * 144 + 3)];
				const expected = set.labels[index] === 0 ? [255, 0, 0] : [0, 0, 255];
				for (const [channel, value] of pixel.entries()) expect(Math.abs(value - (expected[channel] ?? 0))).toBeLessThanOrEqual(2);
			}
		}
	});

	it('reads grey pictures as one channel, and turns colour to grey by the BT.601 weights', async () => {
		await paintPets(3);
		const data = await loadTrainingData(folder({ height: 6, width: 8, channels: 1 }), options);
		expect(data.shape).toEqual([6, 8, 1]);
		// 0.299 · 255 = 76 and 0.114 · 255 = 29
		const pixels = await pixelsOf(data.train, 48);
		for (let index = 0; index < data.train.count; index++) {
			expect(Math.abs((pixels[index * 48] ?? 0) - (data.train.labels[index] === 0 ? 76 : 29))).toBeLessThanOrEqual(1);
		}
	});

	it('sorts classes as people do: 2 before 10', async () => {
		for (const name of ['10', '2', '1']) for (const file of ['a.png', 'b.png']) await paint(`${name}/${file}`, '#123456');
		expect((await describeDataset(folder(), options)).classes).toEqual(['1', '2', '10']);
	});

	it('takes train and test from folders of that name', async () => {
		for (const name of ['cat', 'dog']) {
			for (const file of ['1', '2', '3']) await paint(`train/${name}/${file}.png`, '#112233');
			await paint(`test/${name}/9.png`, '#112233');
		}
		const data = await loadTrainingData(folder(), options);
		expect(data.classes).toEqual(['cat', 'dog']);
		expect([data.train.count, data.test.count]).toEqual([6, 2]);
		expect(data.test.names).toEqual(['test/cat/9.png', 'test/dog/9.png']);
	});

	it('scales to the chosen size, and to the input layer where none is chosen', async () => {
		await paintPets(2);
		expect((await loadTrainingData(folder({ height: 4, width: 4, channels: 3 }), options)).train.pixels.heldBytes).toBe(2 * 48);
		expect((await loadTrainingData(folder(), { ...options, size: [5, 3, 1] })).shape).toEqual([5, 3, 1]);
	});

	it('asks for a size where the pictures differ', async () => {
		for (const [index, name] of ['cat/1.png', 'cat/2.png', 'dog/1.png', 'dog/2.png'].entries())
			await paint(name, '#112233', 10 + index, 10);
		expect((await describeDataset(folder(), options)).shape).toBeNull();
		await expect(loadTrainingData(folder(), options)).rejects.toMatchObject({ userMessage: { id: 'data.folder.sizeNeeded' } });
	});
});

it('dividing a folder looks at each file a few times, however many classes there are', () => {
	const [classes, each] = [300, 4];
	let looks = 0;
	const files = Array.from({ length: classes * each }, (_, index): PictureFile => {
		const about = { name: `${index}.png`, path: `/${index}.png`, split: null, bytes: 1, modifiedMs: 0 };
		return Object.defineProperty(about, 'label', {
			get: () => {
				looks++;
				return index % classes;
			},
		}) as PictureFile;
	});
	const { train, test } = splitFiles(files, classes);
	expect([train.length, test.length]).toEqual([classes * 3, classes]);
	expect(looks).toBeLessThanOrEqual(files.length * 3);
});

describe('a folder with pictures that cannot be used', () => {
	it('lists each by name, leaves it out, and trains on the rest', async () => {
		await paintPets(10);
		await writeFile(join(root, 'cat', 'empty.png'), '');
		await writeFile(join(root, 'cat', 'text.jpg'), 'this is no picture');
		await writeFile(join(root, 'dog', 'notes.txt'), 'remember the milk');
		await writeFile(join(root, 'cat', '.hidden.png'), 'x');
		await writeFile(join(root, 'dog', 'Thumbs.db'), 'x');
		const half = await paint('dog/half.jpg', '#00ff00', 200, 200);
		await truncate(half, 600);
		const png = await paint('dog/half.png', '#00ff00', 50, 50);
		await truncate(png, 80);
		await mkdir(join(root, 'fish'));
		const described = await describeDataset(folder(), options);
		const byName = new Map(described.problems.map((problem) => [problem.file, problem]));
		expect([...byName.keys()].sort()).toEqual(['cat/empty.png', 'cat/text.jpg', 'dog/half.jpg', 'dog/half.png', 'dog/notes.txt', 'fish']);
		expect(byName.get('dog/half.jpg')).toMatchObject({ kind: 'unreadable', detail: 'The file ends too early.' });
		expect(byName.get('dog/notes.txt')?.kind).toBe('notAnImage');
		expect(byName.get('fish')?.kind).toBe('emptyClass');
		const data = await loadTrainingData(folder(), options);
		expect(data.train.count + data.test.count).toBe(20);
		expect(data.problemCount).toBe(6);
	});

	it('leaves out a picture whose damage only decoding shows, then knows it without decoding', async () => {
		await paintPets(10);
		const path = await paint('cat/broken.png', '#123456', 8, 6);
		const bytes = await readFile(path);
		bytes.fill(0x55, bytes.indexOf('IDAT') + 4, bytes.indexOf('IEND') - 8);
		await writeFile(path, bytes);
		const data = await loadTrainingData(folder(), options);
		expect(data.train.count + data.test.count).toBe(20);
		expect(data.problems.map((problem) => problem.file)).toEqual(['cat/broken.png']);
		const described = await describeDataset(folder(), options);
		expect(described.counts.train + described.counts.test).toBe(20);
		expect(described.problems.map((problem) => problem.file)).toEqual(['cat/broken.png']);
	});

	it('scales odd ones to the size of the rest and says so', async () => {
		await paintPets(10);
		await paint('cat/odd.png', '#ff0000', 20, 30);
		const data = await loadTrainingData(folder(), options);
		expect(data.shape).toEqual([6, 8, 3]);
		expect(data.problems).toEqual([{ file: 'cat/odd.png', kind: 'resized', detail: expect.stringContaining('20') }]);
	});

	it('refuses a picture that claims more pixels than fit in memory', async () => {
		await paintPets(3);
		const bytes = Buffer.from(bmp24(8, 6, [1, 2, 3]));
		bytes.writeInt32LE(60_000, 18);
		bytes.writeInt32LE(60_000, 22);
		await writeFile(join(root, 'cat', 'huge.bmp'), bytes);
		const described = await describeDataset(folder(), options);
		expect(described.problems).toEqual([{ file: 'cat/huge.bmp', kind: 'unreadable', detail: '60,000 × 60,000 pixels are too many.' }]);
	});

	it('leaves out a file of more than 2 GB, which is no picture that anybody took', async () => {
		await paintPets(5);
		const path = await paint('cat/endless.jpg', '#123456');
		// Holes take no room on the disk.
		await truncate(path, 2_300_000_000);
		const described = await describeDataset(folder(), options);
		expect(described.problems).toEqual([
			{ file: 'cat/endless.jpg', kind: 'unreadable', detail: 'The file has 2.3 GB; at most 1 GB are read.' },
		]);
		expect((await loadTrainingData(folder(), options)).train.count).toBe(8);
	});

	it('reads each folder once where links lead in a circle', async () => {
		await paintPets(5);
		await symlink(root, join(root, 'cat', 'loop'));
		await symlink(join(root, 'nowhere'), join(root, 'cat', 'dangling.png'));
		const described = await describeDataset(folder(), options);
		expect(described.counts).toEqual({ train: 8, test: 2 });
		expect(described.problems.map((problem) => problem.file)).toEqual(['cat/dangling.png']);
	});

	it('needs at least two classes with pictures', async () => {
		await paint('cat/1.png', '#112233');
		await paint('cat/2.png', '#112233');
		await mkdir(join(root, 'dog'));
		await expect(describeDataset(folder(), options)).rejects.toMatchObject({
			userMessage: { id: 'data.folder.tooFewClasses', values: { count: 1 } },
		});
	});

	it('says when there are no class folders, when it is a file, and when it is gone', async () => {
		await expect(describeDataset(folder(), options)).rejects.toMatchObject({ userMessage: { id: 'data.folder.noClasses' } });
		await rm(root, { recursive: true });
		await expect(describeDataset(folder(), options)).rejects.toMatchObject({
			userMessage: { id: 'data.folder.missing', values: { path: root } },
		});
		await writeFile(root, 'x');
		await expect(describeDataset(folder(), options)).rejects.toMatchObject({ userMessage: { id: 'data.folder.notAFolder' } });
	});

	it('says so when the folder disappears in the middle of decoding', async () => {
		await paintPets(40);
		await describeDataset(folder(), options);
		let isMoved = false;
		const onProgress = (): void => {
			if (!isMoved) renameSync(root, `${root}-gone`);
			isMoved = true;
		};
		const loading = loadTrainingData(folder(), { ...options, cacheFolder: null, onProgress });
		await expect(loading).rejects.toMatchObject({ userMessage: { values: { path: root } } });
	});

	it('ends with the reason of the signal', async () => {
		await paintPets(2);
		await expect(loadTrainingData(folder(), { ...options, signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
	});
});

describe('decoded pictures', () => {
	it('are decoded anew when an empty class changes the numbers of the others', async () => {
		await paintPets(4);
		expect([...new Set((await loadTrainingData(folder(), options)).train.labels)]).toEqual([0, 1]);
		await mkdir(join(root, 'ant'));
		expect([...new Set((await loadTrainingData(folder(), options)).train.labels)]).toEqual([1, 2]);
	});

	it('are kept, used again, and dropped when a file changes', async () => {
		await paintPets(4);
		const first = await loadTrainingData(folder(), options);
		const entries = await readdir(join(base, 'cache'));
		expect(entries).toHaveLength(1);
		expect((await loadTrainingData(folder(), options)).fingerprint).toBe(first.fingerprint);
		await paint('cat/img0.png', '#00ff00');
		await utimes(join(root, 'cat', 'img0.png'), 1, 1);
		expect((await loadTrainingData(folder(), options)).fingerprint).not.toBe(first.fingerprint);
	});

	it('are decoded anew when the kept ones are damaged', async () => {
		await paintPets(4);
		const first = await loadTrainingData(folder(), options);
		const [entry] = await readdir(join(base, 'cache'));
		await truncate(join(base, 'cache', String(entry), 'pixels.bin'), 10);
		await appendFile(join(base, 'cache', String(entry), 'index.json'), '{');
		expect((await loadTrainingData(folder(), options)).fingerprint).toBe(first.fingerprint);
	});
});

describe('a folder larger than the memory that its pictures may take', () => {
	const small = { pixelBudget: 100 };

	it('is read from the disk, and is the same data', async () => {
		await paintPets(12);
		await writeFile(join(root, 'cat', 'img3b.png'), 'no picture');
		const held = await loadTrainingData(folder(), { ...options, cacheFolder: join(base, 'other') });
		for (const _time of ['decoded', 'found again']) {
			const streamed = await loadTrainingData(folder(), { ...options, ...small });
			expect(streamed.train.pixels.heldBytes + streamed.test.pixels.heldBytes).toBe(0);
			expect(streamed.fingerprint).toBe(held.fingerprint);
			expect(streamed.problems).toEqual(held.problems);
			for (const set of ['train', 'test'] as const) {
				expect(await pixelsOf(streamed[set], 144)).toEqual(await pixelsOf(held[set], 144));
				expect(streamed[set].labels).toEqual(held[set].labels);
			}
		}
		expect(held.train.pixels.heldBytes).toBe(held.train.count * 144);
	});

	it('is read in any order', async () => {
		for (const file of Array.from({ length: 8 }, (_, index) => index)) {
			await paint(`cat/${file}.png`, `rgb(${file * 10}, 0, 0)`);
			await paint(`dog/${file}.png`, `rgb(0, ${file * 10}, 0)`);
		}
		const held = await loadTrainingData(folder(), options);
		const streamed = await loadTrainingData(folder(), { ...options, ...small });
		const places = Int32Array.of(7, 3, 4, 5, 0, 0, 9);
		const [expected, received] = [new Uint8Array(7 * 144), new Uint8Array(7 * 144)];
		await held.train.pixels.read(places, expected);
		await streamed.train.pixels.read(places, received);
		expect(received).toEqual(expected);
	});

	it('ends with words when the decoded pictures are deleted or cut short while they are in use', async () => {
		await paintPets(10);
		const { train } = await loadTrainingData(folder(), { ...options, ...small });
		const [entry] = await readdir(join(base, 'cache'));
		const file = join(base, 'cache', String(entry), 'pixels.bin');
		await truncate(file, 200);
		const lost = { userMessage: { id: 'data.folder.cacheLost' } };
		await expect(train.pixels.read(Int32Array.of(5), new Uint8Array(144))).rejects.toMatchObject(lost);
		await rm(join(base, 'cache'), { recursive: true });
		await expect(train.pixels.read(Int32Array.of(0), new Uint8Array(144))).rejects.toMatchObject(lost);
	});

	it('says so when the folder disappears in the middle of decoding, and leaves nothing behind', async () => {
		await paintPets(40);
		let isMoved = false;
		const onProgress = (): void => {
			if (!isMoved) renameSync(root, `${root}-gone`);
			isMoved = true;
		};
		const loading = loadTrainingData(folder(), { ...options, ...small, onProgress });
		await expect(loading).rejects.toMatchObject({ userMessage: { values: { path: root } } });
		expect(await readdir(join(base, 'cache'))).toEqual([]);
	});

	it('needs a place for the decoded pictures', async () => {
		await paintPets(2);
		await expect(loadTrainingData(folder(), { ...options, ...small, cacheFolder: null })).rejects.toMatchObject({
			userMessage: { id: 'data.folder.tooLarge' },
		});
	});
});

describe('the memory that pictures may take', () => {
	it('is half of what is free, or as many megabytes as are set', () => {
		expect(pixelBudget({}, 3_000_000_000)).toBe(1_500_000_000);
		expect(pixelBudget({}, 64_000_000_000)).toBe(2 ** 31 - 1);
		expect(pixelBudget({ LAYERLOOM_DATA_MEMORY: '250' }, 3_000_000_000)).toBe(250_000_000);
		expect(pixelBudget({ LAYERLOOM_DATA_MEMORY: 'much' }, 3_000_000_000)).toBe(1_500_000_000);
	});
});

describe('samples for looking at', () => {
	it('come with file name, class and pixels, of every class in turn', async () => {
		await paintPets(10);
		const { total, samples } = await readSamples(folder(), 'train', 0, 4, options);
		expect(total).toBe(16);
		expect(samples.map((sample) => sample.label)).toEqual([0, 1, 0, 1]);
		expect(samples[0]?.name).toMatch(/^cat\/img\d\.png$/);
		expect([...(samples[0]?.picture.data.subarray(0, 3) ?? [])]).toEqual([255, 0, 0]);
	});
});

function bmp24(width: number, height: number, [red, green, blue]: [number, number, number]): Uint8Array {
	const rowBytes = Math.ceil((width * 3) / 4) * 4;
	const bytes = Buffer.alloc(54 + rowBytes * height);
	bytes.write('BM', 0, 'latin1');
	bytes.writeUInt32LE(bytes.length, 2);
	bytes.writeUInt32LE(54, 10);
	bytes.writeUInt32LE(40, 14);
	bytes.writeInt32LE(width, 18);
	bytes.writeInt32LE(height, 22);
	bytes.writeUInt16LE(1, 26);
	bytes.writeUInt16LE(24, 28);
	for (let row = 0; row < height; row++) {
		for (let column = 0; column < width; column++) bytes.set([blue, green, red], 54 + row * rowBytes + column * 3);
	}
	return bytes;
}
