import { resolve } from 'node:path';

/** Documents named on a command line: a double-clicked file arrives there on Windows and Linux. */
export function findDocuments(parameters: readonly string[], folder: string): readonly string[] {
	return parameters.filter((parameter) => !parameter.startsWith('-') && /\.json$/i.test(parameter)).map((path) => resolve(folder, path));
}
