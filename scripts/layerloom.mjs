#!/usr/bin/env node
import './setup/checkNode.mjs';

// The command line of a clone: prepares and builds what is missing (talking on stderr), then runs the command.
const { setUp } = await import('./setup/setUp.mjs');
await setUp();
const { build, profiles } = await import('./build/build.mjs');
await build(profiles.product);
const { join } = await import('node:path');
const { pathToFileURL } = await import('node:url');
const { projectFolder } = await import('./setup/places.mjs');
await import(pathToFileURL(join(projectFolder, profiles.product.folder, 'app', 'cli.mjs')).href);
