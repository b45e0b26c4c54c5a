import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fingerprint } from '../setup/fingerprint.mjs';
import { projectFolder } from '../setup/places.mjs';
import { readJson, writeJson } from '../setup/remember.mjs';
import { inSeconds, say } from '../setup/say.mjs';

export { profiles } from './profiles.mjs';

const sources = ['app', 'main', 'page', 'renderer', 'shared', 'vite.config.ts', 'package.json', 'package-lock.json', 'scripts/build'];

/**
 * Builds the page (Vite) and the programs (esbuild) of a profile, unless the last build was made from the same sources.
 * @param {import('./profiles.mjs').Profile} profile
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<boolean>} whether there was something to build
 */
export async function build(profile, { force = false } = {}) {
	const folder = join(projectFolder, profile.folder);
	const stampFile = join(folder, 'build.json');
	const stamp = fingerprint(projectFolder, [...sources, ...(profile.first ? ['e2e/electron'] : [])]);
	if (!force && readJson(stampFile)?.sources === stamp) return false;
	const startedAt = Date.now();
	say(
		`Building the ${profile.name === 'product' ? 'app' : 'app for the smoke test'}, because ${existsSync(stampFile) ? 'its sources changed' : 'there is no build yet'}.`,
	);
	rmSync(stampFile, { force: true });
	await buildPrograms(profile, join(folder, 'app'));
	await buildExportedPage(join(folder, 'app', 'page'));
	await buildPage(profile, join(folder, 'renderer'));
	writeJson(stampFile, { profile: profile.name, sources: stamp });
	say(`  built in ${inSeconds(Date.now() - startedAt)}`);
	return true;
}

const commonBanner = "const importMetaUrl = require('url').pathToFileURL(__filename).href;";
/** Bundled packages of the old kind ask for Node's modules with `require`. */
const moduleBanner =
	"import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);";

/** @param {import('./profiles.mjs').Profile} profile @param {string} folder */
async function buildPrograms(profile, folder) {
	const esbuild = await import('esbuild');
	const { dependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
	rmSync(folder, { recursive: true, force: true });
	for (const { entry, output, format, target, isSandboxed = false } of profile.programs) {
		const isCommon = format === 'cjs';
		await esbuild.build({
			absWorkingDir: projectFolder,
			entryPoints: [entry],
			outfile: join(folder, output),
			bundle: true,
			platform: 'node',
			format,
			target,
			sourcemap: true,
			// The maps name the sources; their text would double the size.
			sourcesContent: false,
			external: ['electron', ...Object.keys(dependencies)],
			mainFields: ['module', 'main'],
			conditions: ['module'],
			define: isCommon ? { 'import.meta.url': 'importMetaUrl' } : {},
			banner: isSandboxed ? {} : { js: isCommon ? commonBanner : moduleBanner },
			plugins: [replaceModules(profile)],
			inject: profile.first && !isSandboxed ? [profile.first.program] : [],
			logLevel: 'warning',
		});
	}
}

/**
 * Puts one module in the place of another, by their paths in the project, and gives modules that a runtime lacks.
 * @param {import('./profiles.mjs').Profile} profile
 * @returns {import('esbuild').Plugin}
 */
function replaceModules({ replaced, missing }) {
	return {
		name: 'replace-modules',
		setup({ onLoad, onResolve }) {
			onLoad({ filter: /\.ts$/ }, ({ path }) => {
				const substitute = replaced[relative(projectFolder, path).replaceAll('\\', '/')];
				if (substitute === undefined) return null;
				const file = join(projectFolder, substitute);
				return { contents: readFileSync(file, 'utf8'), loader: 'ts', resolveDir: dirname(file) };
			});
			onResolve({ filter: /^(?:node:)?\w+\/promises$/ }, ({ path }) => {
				const substitute = missing[path.replace('node:', '')];
				return substitute === undefined ? null : { path: join(projectFolder, substitute) };
			});
		},
	};
}

/** Script and style of the page that an export writes, for any browser of the last years. @param {string} folder */
async function buildExportedPage(folder) {
	const esbuild = await import('esbuild');
	const options = JSON.parse(readFileSync(join(projectFolder, 'page', 'esbuild.json'), 'utf8'));
	await esbuild.build({ ...options, absWorkingDir: projectFolder, outdir: folder });
}

/** @param {import('./profiles.mjs').Profile} profile @param {string} folder */
async function buildPage(profile, folder) {
	const vite = await import('vite');
	const { first, pageTarget } = profile;
	await vite.build({
		root: join(projectFolder, 'renderer'),
		configFile: join(projectFolder, 'vite.config.ts'),
		logLevel: 'warn',
		plugins: first ? [importFirst(join(projectFolder, first.page))] : [],
		build: { outDir: folder, ...(pageTarget ? { target: pageTarget, cssTarget: pageTarget } : {}) },
	});
}

/** @param {string} file @returns {import('vite').Plugin} */
function importFirst(file) {
	return {
		name: 'import-first',
		transform: (code, id) => (id.endsWith('/renderer/main.tsx') ? { code: `import ${JSON.stringify(file)};\n${code}`, map: null } : null),
	};
}
