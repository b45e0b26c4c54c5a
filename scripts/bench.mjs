#!/usr/bin/env node
import './setup/checkNode.mjs';

// `npm run bench:NAME`: bundles bench/NAME.ts and runs it. Further arguments go to the benchmark.
const [name = '', ...options] = process.argv.slice(2);
const { setUp } = await import('./setup/setUp.mjs');
await setUp();
const { buildSync } = await import('esbuild');
const { join } = await import('node:path');
const { spawnSync } = await import('node:child_process');
const { projectFolder } = await import('./setup/places.mjs');
const outfile = join(projectFolder, 'dist', 'bench', `${name}.mjs`);
buildSync({
	entryPoints: [join(projectFolder, 'bench', `${name}.ts`)],
	outfile,
	bundle: true,
	platform: 'node',
	format: 'esm',
	packages: 'external',
	logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...options], { stdio: 'inherit' });
process.exitCode = status ?? 1;
