import { runCli } from './cli/cli.ts';

// What `npm start` opens where there is no Electron: the command line's `serve`, with whatever parameters follow.
process.exitCode = await runCli(['serve', ...process.argv.slice(2)], process);
