#!/usr/bin/env node
import './setup/checkNode.mjs';

// `npm run golden -- FILE…`: compares tables of single layers, as other frameworks judge them, with our own answers.
// Exit code 1 where any case differs, 2 where a file cannot be read.
const { readFileSync } = await import('node:fs');
const { basename, join } = await import('node:path');
const { pathToFileURL } = await import('node:url');
const { setUp } = await import('./setup/setUp.mjs');
const { projectFolder } = await import('./setup/places.mjs');

/** @param {string} reason @returns {never} */
function stop(reason) {
	console.error(reason);
	process.exit(2);
}

const paths = process.argv.slice(2);
if (paths.length === 0) stop('Name at least one table: npm run golden -- FILE…');
const files = paths.map((path) => {
	try {
		return { name: basename(path), text: readFileSync(path, 'utf8') };
	} catch (error) {
		return stop(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
	}
});
await setUp();
const { buildSync } = await import('esbuild');
const outfile = join(projectFolder, 'dist', 'golden', 'goldenReport.mjs');
buildSync({
	entryPoints: [join(projectFolder, 'shared', 'golden', 'goldenReport.ts')],
	outfile,
	bundle: true,
	platform: 'node',
	format: 'esm',
	logLevel: 'warning',
});
const { goldenReport } = await import(pathToFileURL(outfile).href);
const report = goldenReport(files);
if (!report.ok) stop(report.problem);
for (const line of report.value.lines) console.log(line);
process.exitCode = report.value.differs ? 1 : 0;
