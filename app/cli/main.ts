import { runCli } from './cli.ts';
import { outliveReader } from './closedPipe.ts';

outliveReader(process.stdout);
outliveReader(process.stderr);
process.exitCode = await runCli(process.argv.slice(2), process);
