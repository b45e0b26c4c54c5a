#!/usr/bin/env node
// The rules of this project that no tool knows; each is a tested function in lint/.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findKindComparisons } from './lint/kindComparisons.mjs';
import { findFilesOutsideLayers } from './lint/layers.mjs';
import { projectFolder } from './setup/places.mjs';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: projectFolder, encoding: 'utf8' })
	.split('\n')
	.filter((file) => file !== '' && existsSync(join(projectFolder, file)));
const layersFolder = join(projectFolder, 'shared', 'layers');
const kinds = new Set(
	readdirSync(layersFolder, { withFileTypes: true })
		.filter((entry) => existsSync(join(layersFolder, entry.name, `${entry.name}.ts`)))
		.map((entry) => entry.name),
);
const checked = files.filter(
	(file) => /^(?:shared|main|renderer|app)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/^shared\/layers\/[^/]+\//.test(file),
);
const problems = [
	...findFilesOutsideLayers(files),
	...checked.flatMap((file) => findKindComparisons(file, readFileSync(join(projectFolder, file), 'utf8'), kinds)),
];
for (const problem of problems) console.error(problem);
console.log(`${files.length} files, ${kinds.size} layer kinds: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
