import { systemLanguages } from '#main/languages/languages.ts';
import { runCli } from './cli.ts';
import { outliveReader } from './closedPipe.ts';

outliveReader(process.stdout);
outliveReader(process.stderr);
process.exitCode = await runCli(process.argv.slice(2), {
	stdout: process.stdout,
	stderr: process.stderr,
	languages: systemLanguages(),
});
