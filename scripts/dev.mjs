#!/usr/bin/env node
import './setup/checkNode.mjs';

// `npm run dev`: the page from Vite with hot replacement, talking to a web host of the built programs.
const { setUp } = await import('./setup/setUp.mjs');
await setUp();
const { startDevelopment } = await import('./build/develop.mjs');
await startDevelopment();
