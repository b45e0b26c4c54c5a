#!/usr/bin/env node
import './setup/checkNode.mjs';

// `npm run build`: the page and the programs, into dist/. `--smoke` builds the variant for the old Electron of the smoke test.
const { setUp } = await import('./setup/setUp.mjs');
await setUp();
const { build, profiles } = await import('./build/build.mjs');
await build(process.argv.includes('--smoke') ? profiles.smoke : profiles.product, { force: true });
