import { spawn } from 'node:child_process';

/** Opens a link in the person's browser; false where there is none to ask. The link is passed as one argument, never to a shell. */
export function openBrowser(link: string): Promise<boolean> {
	const [program, ...parameters] = commandFor(process.platform);
	if (program === undefined) return Promise.resolve(false);
	return new Promise((resolve) => {
		const child = spawn(program, [...parameters, link], { stdio: 'ignore', detached: true });
		child.once('error', () => resolve(false));
		child.once('spawn', () => {
			child.unref();
			resolve(true);
		});
	});
}

/** Shows a file or folder in the system's file manager. */
export function revealInFileManager(path: string): Promise<boolean> {
	return openBrowser(path);
}

function commandFor(platform: NodeJS.Platform): readonly string[] {
	if (platform === 'darwin') return ['open'];
	if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
	// Without a display there is nothing to open in; asking would only print an error.
	return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : [];
}
