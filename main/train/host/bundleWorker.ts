import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Bundles the host's entry, or another program, with the augmentation and decoding workers beside it, from its sources for tests, the way the product's build does, and returns the file. */
export async function bundleWorker(entry = 'main/train/host/worker.ts'): Promise<string> {
	const { dependencies } = JSON.parse(await readFile(path.join(project, 'package.json'), 'utf8')) as { dependencies: object };
	// Inside node_modules, so that the packages left out of the bundle are found from there.
	const folder = await mkdtemp(path.join(project, 'node_modules', '.layerloom-worker-'));
	await build({
		absWorkingDir: project,
		entryPoints: { worker: entry, augment: 'main/augment/worker.ts', decode: 'main/datasets/decode/worker.ts' },
		outdir: folder,
		outExtension: { '.js': '.mjs' },
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		external: Object.keys(dependencies),
		banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
		logLevel: 'warning',
	});
	return path.join(folder, 'worker.mjs');
}
