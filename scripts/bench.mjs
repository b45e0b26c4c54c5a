#!/usr/bin/env node
import './setup/checkNode.mjs';

// `npm run bench:NAME`: bundles bench/NAME.ts and runs it. Further arguments go to the benchmark.
const [name = '', ...options] = process.argv.slice(2);
const { setUp } = await import('./setup/setUp.mjs');
await setUp();
// What is measured in a browser is the product's build.
if (name === 'window' || name === 'canvas') {
	const { build, profiles } = await import('./build/build.mjs');
	await build(profiles.product);
}
const { buildSync } = await import('esbuild');
if (name === 'canvas') {
	const { prepareBrowser } = await import('./setup/browser.mjs');
	const browser = await prepareBrowser();
	if (browser.state === 'missing') throw new Error(`${browser.reason}, or name one in LAYERLOOM_CHROMIUM.`);
	process.env.LAYERLOOM_CHROMIUM = browser.path;
}
const { join } = await import('node:path');
const { spawnSync } = await import('node:child_process');
const { projectFolder } = await import('./setup/places.mjs');
const outdir = join(projectFolder, 'dist', 'bench');
/** @param {string} path */
const inProject = (path) => join(projectFolder, path);
buildSync({
	// The engine host and its neighbour lie beside the benchmark, as they lie beside the product's programs.
	entryPoints: {
		[name]: inProject(`bench/${name}.ts`),
		worker: inProject('main/train/host/worker.ts'),
		augment: inProject('main/augment/worker.ts'),
		decode: inProject('main/datasets/decode/worker.ts'),
	},
	outdir,
	outExtension: { '.js': '.mjs' },
	bundle: true,
	platform: 'node',
	format: 'esm',
	packages: 'external',
	logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', join(outdir, `${name}.mjs`), ...options], { stdio: 'inherit' });
process.exitCode = status ?? 1;
