#!/usr/bin/env node
import './setup/checkNode.mjs';

// `npm run setup [-- --again]`: prepares everything that `npm start` and `npm test` need, before either is typed.
const { setUp, describe } = await import('./setup/setUp.mjs');
const startedAt = Date.now();
const state = await setUp({
	again: process.argv.includes('--again'),
	electron: true,
	browser: true,
	smoke: process.argv.includes('--tests'),
});
for (const line of describe(state)) process.stderr.write(`${line}\n`);
process.stderr.write(`Ready in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.\n`);
