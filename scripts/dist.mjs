#!/usr/bin/env node
import './setup/checkNode.mjs';

// `npm run dist`: installers for this system; `npm run dist:dir`: the unpacked app alone, from an Electron that is on this machine.
const { setUp } = await import('./setup/setUp.mjs');
const isUnpacked = process.argv.includes('--dir');
const prepared = await setUp({ electron: true, smoke: isUnpacked });
const { packageApp } = await import('./build/package.mjs');
console.log(await packageApp(prepared, isUnpacked));
