import { Command, CommanderError, InvalidArgumentError, Option, type OutputConfiguration } from 'commander';
import { Problem } from '#main/problem.ts';
import { words } from '#main/words.ts';
import { MAX_SIZE } from '#shared/layers/fields.ts';
import { pictureThemes } from '#shared/picture/palette.ts';
import { message } from '#shared/text/message.ts';
import { engineNameSchema } from '#shared/training/event.ts';
import { openProgram, type Program } from '../program.ts';
import { serveUntilStopped } from '../serve.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { evaluate } from './evaluate.ts';
import { exportRun } from './exportRun.ts';
import { givenPlace } from './givenDocument.ts';
import { importModel } from './importModel.ts';
import { addLanguage, checkLanguage, newLanguage } from './language.ts';
import { type PictureCommand, picture, table } from './picture.ts';
import { predict } from './predict.ts';
import { listRuns } from './runs.ts';
import { speakChosen, takeLanguage } from './spokenLanguage.ts';
import { type ExitCode, Terminal } from './terminal.ts';
import { train } from './train.ts';
import { type TransferOptions, transfer } from './transfer.ts';

interface Process {
	readonly stdout: { write(text: string): unknown };
	readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
	/** What the system asks for, first choice first; English without it. */
	readonly languages?: readonly string[];
}

const LARGEST_SEED = 4_294_967_295;
const LARGEST_PORT = 65_535;

/**
 * The command line: `check`, `train`, `evaluate`, `import`, `predict`, `transfer`, `runs`, `export`, `serve` and `doctor`. Returns 0 when fine, 1 when document or data have
 * errors, 2 for wrong usage.
 */
export async function runCli(
	parameters: readonly string[],
	{ stdout, stderr, languages = [] }: Process,
	program: Program = openProgram(import.meta.url),
): Promise<ExitCode> {
	let exitCode: ExitCode = 0;
	const terminalFor = (isJson = false): Terminal => new Terminal({ out: stdout, err: stderr }, isJson);
	const output = { writeOut: (text: string) => void stdout.write(text), writeErr: (text: string) => void stderr.write(text) };
	const { given, rest } = takeLanguage(parameters);
	try {
		await speakChosen(program.languages, given, program.user.dataFolder, languages);
		const commands = buildCommands(program, output, terminalFor, (code) => {
			exitCode = code;
		});
		await commands.parseAsync(rest, { from: 'user' });
		return exitCode;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
		terminalFor().complain(error instanceof Problem ? error.userMessage : message('cli.problem.unexpected', { detail: detailOf(error) }));
		return 1;
	}
}

function buildCommands(
	program: Program,
	output: OutputConfiguration,
	terminalFor: (isJson?: boolean) => Terminal,
	end: (code: ExitCode) => void,
): Command {
	const root = new Command('layerloom')
		.description(text('cli.about'))
		.version(program.version)
		.exitOverride()
		.option('--language <tag>', text('cli.option.language'))
		// Commands made from here on inherit it.
		.configureOutput(output)
		.showHelpAfterError(text('cli.helpHint'));
	const command = (usage: string, about: string): Command => root.command(usage).description(text(about)).exitOverride();
	const json = (): Option => new Option('--json', text('cli.option.json'));

	command('check', 'cli.check.about')
		.argument('<file>', text('cli.argument.file'))
		.addOption(json())
		.action(async (file: string, options: { json?: true }) =>
			end(await answered(terminalFor(options.json), (terminal) => check(file, program.dataPlaces, terminal))),
		);

	command('diff', 'cli.diff.about')
		.argument('<first>', text('cli.argument.file'))
		.argument('<second>', text('cli.argument.file'))
		.addOption(json())
		.action(async (first: string, second: string, options: { json?: true }) =>
			end(await answered(terminalFor(options.json), (terminal) => diff(first, second, terminal))),
		);

	command('picture', 'cli.picture.about')
		.argument('<file>', text('cli.argument.file'))
		.requiredOption('--out <file>', text('cli.picture.option.out'))
		.addOption(new Option('--theme <name>', text('cli.picture.option.theme')).choices(pictureThemes).default('light'))
		.option('--scale <number>', text('cli.picture.option.scale'), wholeNumber(1, 8), 2)
		.option('--no-title', text('cli.picture.option.noTitle'))
		.option('--overwrite', text('cli.option.overwriteFile'))
		.addOption(json())
		.action(async (file: string, options: PictureCommand & { json?: true }) =>
			end(await answered(terminalFor(options.json), (terminal) => picture(program, file, options, terminal))),
		);

	command('table', 'cli.table.about')
		.argument('<file>', text('cli.argument.file'))
		.requiredOption('--out <file>', text('cli.table.option.out'))
		.option('--overwrite', text('cli.option.overwriteFile'))
		.addOption(json())
		.action(async (file: string, options: { out: string; overwrite?: true; json?: true }) =>
			end(await answered(terminalFor(options.json), (terminal) => table(program, file, options, terminal))),
		);

	command('train', 'cli.train.about')
		.argument('[file]', text('cli.argument.file'))
		.option('--resume <run>', text('cli.option.resume'))
		.option('--data <name|folder>', text('cli.option.data'))
		.option('--epochs <number>', text('cli.option.epochs'), wholeNumber(1, 10_000))
		.option('--seed <number>', text('cli.option.seed'), wholeNumber(0, LARGEST_SEED))
		.addOption(new Option('--engine <name>', text('cli.option.engine')).choices(engineNameSchema.options))
		.option('--out <folder>', text('cli.option.runFolder'))
		.addOption(json())
		.action(async (file: string | undefined, options, self: Command) => {
			const { resume, ...rest } = options;
			if ((file === undefined) === (resume === undefined)) self.error(text('cli.problem.fileOrRun'));
			const job = file === undefined ? { resume: String(resume) } : { file };
			end(await answered(terminalFor(options.json), (terminal) => train(program, job, rest, terminal)));
		});

	command('export', 'cli.export.about')
		.argument('[document|run]', text('cli.argument.documentOrRun'))
		.option('--target <name>', text('cli.option.target'))
		.option('--out <folder>', text('cli.option.exportFolder'))
		.option('--overwrite', text('cli.option.overwrite'))
		.option('--list', text('cli.option.list'))
		.addOption(json())
		.action(async (run: string | undefined, options) =>
			end(await answered(terminalFor(options.json), (terminal) => exportRun(program, run, options, terminal))),
		);

	command('import', 'cli.import.about')
		.argument('<model>', text('cli.argument.model'))
		.requiredOption('--out <file>', text('cli.option.documentFile'))
		.option('--overwrite', text('cli.option.overwriteDocument'))
		.addOption(json())
		.action(async (model: string, options: { out: string; overwrite?: true; json?: true }) =>
			end(await answered(terminalFor(options.json), (terminal) => importModel(program, model, options, terminal))),
		);

	command('predict', 'cli.predict.about')
		.argument('<document|run>', text('cli.argument.documentOrRun'))
		.requiredOption('--input <file>', text('cli.option.input'))
		.requiredOption('--out <file>', text('cli.option.output'))
		.addOption(json())
		.action(async (given: string, options: { input: string; out: string; json?: true }) =>
			end(await answered(terminalFor(options.json), (terminal) => predict(program, given, options, terminal))),
		);

	command('evaluate', 'cli.evaluate.about')
		.argument('<document|run>', text('cli.argument.documentOrRun'))
		.option('--data <name|folder>', text('cli.option.testData'))
		.addOption(json())
		.action(async (given: string, options: { data?: string; json?: true }) =>
			end(await answered(terminalFor(options.json), (terminal) => evaluate(program, given, options, terminal))),
		);

	command('transfer', 'cli.transfer.about')
		.argument('<document|run>', text('cli.argument.trained'))
		.option('--classes <number>', text('cli.option.classes'), wholeNumber(1, MAX_SIZE))
		.option('--fine-tune', text('cli.option.fineTune'))
		.option('--data <name|folder>', text('cli.option.transferData'))
		.requiredOption('--out <file>', text('cli.option.documentFile'))
		.option('--overwrite', text('cli.option.overwriteDocument'))
		.addOption(json())
		.action(async (given: string, options: TransferOptions & { json?: true }, self: Command) => {
			if ((options.classes === undefined) === (options.fineTune === undefined)) self.error(text('cli.transfer.problem.oneOf'));
			end(await answered(terminalFor(options.json), (terminal) => transfer(program, given, options, terminal)));
		});

	command('serve', 'cli.serve.about')
		.argument('[file]', text('cli.argument.openFile'))
		.option('--port <number>', text('cli.option.port'), wholeNumber(0, LARGEST_PORT), 0)
		.option('--no-open', text('cli.option.noOpen'))
		.action(async (file: string | undefined, options: { port: number; open: boolean }) => {
			const terminal = terminalFor();
			await serveUntilStopped(program, {
				port: options.port,
				opensBrowser: options.open,
				...(file === undefined ? {} : { file: givenPlace(file) }),
				say: (id, values) => terminal.say(id, values),
				onBug: (error) => terminal.complain(message('cli.problem.unexpected', { detail: detailOf(error) })),
			});
		});

	command('runs', 'cli.runs.about')
		.addOption(json())
		.action(async (options: { json?: true }) => {
			const training = program.openTraining();
			try {
				end(await listRuns(training, terminalFor(options.json)));
			} finally {
				await training.close();
			}
		});

	const language = command('language', 'cli.language.about');
	language
		.command('new')
		.description(text('cli.language.new.about'))
		.argument('<tag>', text('cli.argument.languageTag'))
		.option('--out <file>', text('cli.option.languageFile'))
		.addOption(json())
		.exitOverride()
		.action(async (tag: string, options: { out?: string; json?: true }) =>
			end(await answered(terminalFor(options.json), (terminal) => newLanguage(tag, options.out, terminal))),
		);
	language
		.command('check')
		.description(text('cli.language.check.about'))
		.argument('<file>', text('cli.argument.languageFile'))
		.addOption(json())
		.exitOverride()
		.action(async (file: string, options: { json?: true }) =>
			end(await answered(terminalFor(options.json), (terminal) => checkLanguage(file, terminal))),
		);
	language
		.command('add')
		.description(text('cli.language.add.about'))
		.argument('<file>', text('cli.argument.languageFile'))
		.addOption(json())
		.exitOverride()
		.action(async (file: string, options: { json?: true }) =>
			end(await answered(terminalFor(options.json), (terminal) => addLanguage(file, program.languages, terminal))),
		);

	command('doctor', 'cli.doctor.about')
		.addOption(json())
		.action(async (options: { json?: true }) => {
			const training = program.openTraining();
			try {
				end(await doctor(training, program.user, program.version, terminalFor(options.json)));
			} finally {
				await training.close();
			}
		});
	return root;
}

/** A refusal is an answer too: in words on stderr, and with `--json` in the same place as any other answer. */
async function answered(terminal: Terminal, command: (terminal: Terminal) => Promise<ExitCode>): Promise<ExitCode> {
	try {
		return await command(terminal);
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		terminal.complain(error.userMessage);
		terminal.answer({ ok: false, reason: words.text(error.userMessage) });
		return 1;
	}
}

function wholeNumber(min: number, max: number): (given: string) => number {
	return (given) => {
		const value = Number(given);
		if (/^\d+$/.test(given) && value >= min && value <= max) return value;
		throw new InvalidArgumentError(text('cli.problem.notANumber', { min, max: String(max) }));
	};
}

function text(id: string, values?: Readonly<Record<string, string | number>>): string {
	return words.text(message(id, values));
}

/** With the place in the code, because this is a bug and somebody will want to report it. */
function detailOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
