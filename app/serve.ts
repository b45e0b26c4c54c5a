import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, Problem } from '#main/problem.ts';
import { createServices } from '#main/services.ts';
import { message } from '#shared/text/message.ts';
import { openBrowser, revealInFileManager } from './openBrowser.ts';
import type { Program } from './program.ts';
import { createRouter } from './router.ts';
import { startWebHost } from './web/webHost.ts';

export interface ServeOptions {
	/** 0 takes a free one. */
	readonly port: number;
	readonly opensBrowser: boolean;
	/** What to open in the page: a document's full path, or `template:NAME`. */
	readonly file?: string;
	readonly say: (id: string, values?: Readonly<Record<string, string | number>>) => void;
	readonly onBug: (error: unknown) => void;
}

export interface Serving {
	readonly link: string;
	close(): Promise<void>;
}

/** The app in the browser: services, page and link. Throws a `Problem` when the port is taken. */
export async function serve(program: Program, { port, opensBrowser, file, say, onBug }: ServeOptions): Promise<Serving> {
	const training = program.openTraining({ givesWay: true });
	// While the browser starts and the page loads.
	training.startEngine();
	const services = createServices({
		version: program.version,
		shell: 'web',
		...program.user,
		assetsFolder: program.product.assetsFolder,
		exportedPageFolder: program.product.exportedPageFolder,
		training,
		dialogs: null,
		reveal: async (path) => {
			const about = await stat(path).catch(() => null);
			return about === null ? false : revealInFileManager(about.isDirectory() ? path : dirname(path));
		},
	});
	const host = await startWebHost({ router: createRouter(services.requests, onBug), pageFolder: program.product.pageFolder, port }).catch(
		async (error: unknown) => {
			await services.close();
			if (codeOf(error) === 'EADDRINUSE') throw new Problem(message('cli.web.portTaken', { port: String(port) }), { cause: error });
			if (codeOf(error) === 'EACCES') throw new Problem(message('cli.web.portRefused', { port: String(port) }), { cause: error });
			throw error;
		},
	);
	if (file !== undefined) services.requestDocument(file);
	say('cli.web.ready', { link: host.link });
	if (opensBrowser && !(await openBrowser(host.link))) say('cli.web.openYourself');
	say('cli.web.howToStop');
	return {
		link: host.link,
		async close() {
			await host.close();
			await services.close();
		},
	};
}

/** Serves until the program is told to end; a second request ends it at once. */
export async function serveUntilStopped(program: Program, options: ServeOptions): Promise<void> {
	const serving = await serve(program, options);
	await new Promise<void>((done) => {
		let isEnding = false;
		const end = (): void => {
			if (isEnding) process.exit(1);
			isEnding = true;
			options.say('cli.web.stopping');
			serving.close().then(done, (error: unknown) => {
				options.onBug(error);
				done();
			});
		};
		process.on('SIGINT', end);
		process.on('SIGTERM', end);
	});
}
