#!/usr/bin/env node
import './setup/checkNode.mjs';

// `npm test`: everything; `npm run check` (--quick): what needs no browser; `--only NAME,NAME`: some steps; `--with NAME,NAME`: extra
// steps besides.
const { mkdirSync, rmSync } = await import('node:fs');
const { join } = await import('node:path');
const { setUp } = await import('./setup/setUp.mjs');
const { modulesFolder } = await import('./setup/places.mjs');
const { inSeconds } = await import('./setup/say.mjs');

/** @param {string} option */
const namesAfter = (option) => (process.argv.includes(option) ? (process.argv[process.argv.indexOf(option) + 1] ?? '').split(',') : null);
const only = namesAfter('--only');
const extra = namesAfter('--with') ?? [];
const isQuick = process.argv.includes('--quick');
/** @param {string} name */
const isWanted = (name) => only?.includes(name) ?? true;
const prepared = await setUp({ browser: !isQuick && isWanted('e2e'), smoke: !isQuick && isWanted('electron') });

const { steps } = await import('./test/steps.mjs');
const unknown = [...(only ?? []), ...extra].filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
	console.error(`There is no step ${unknown.join(', ')}. The steps are ${steps.map(({ name }) => name).join(', ')}.`);
	process.exit(2);
}

const folder = join(modulesFolder, '.layerloom', 'reports');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const skipped = [];
for (const step of steps) {
	if (only ? !isWanted(step.name) : (isQuick && !step.isQuick) || (step.isExtra && !extra.includes(step.name))) continue;
	const startedAt = Date.now();
	process.stdout.write(`${step.title} … `);
	const result = await step
		.run({ folder, prepared })
		.catch((error) => ({ passed: 0, failed: 1, skipped: [], output: String(error.stack ?? error), notes: [] }));
	const counts = [
		`${result.passed} passed`,
		result.failed && `${result.failed} failed`,
		result.skipped.length && `${result.skipped.length} skipped`,
	];
	console.log(`${counts.filter(Boolean).join(', ')} (${inSeconds(Date.now() - startedAt)})`);
	for (const note of result.notes ?? []) console.log(`  ${note}`);
	if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
	total.passed += result.passed;
	total.failed += result.failed;
	total.skipped += result.skipped.length;
	skipped.push(...result.skipped);
}
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
