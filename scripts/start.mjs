#!/usr/bin/env node
import './setup/checkNode.mjs';

// `npm start`: prepares and builds what is missing, then opens the app: in Electron where there is one and a display, else in the browser.
const { setUp } = await import('./setup/setUp.mjs');
const again = process.argv.includes('--again');
const wantsBrowser = process.argv.includes('--web');
const { electron } = await setUp({ again, electron: !wantsBrowser });
const { build, profiles } = await import('./build/build.mjs');
await build(profiles.product);
const { openApp } = await import('./setup/openApp.mjs');
const passedOn = process.argv.slice(2).filter((parameter) => parameter !== '--again' && parameter !== '--web');
process.exitCode = await openApp(electron, passedOn);
