/** Who may import whom: the table of docs/architecture.md. A file in no layer is found by scripts/lint/layers.mjs. */

const npm = (...names) => `^node_modules/(${names.join('|')})(/|$)`;
/** Tests, and what only tests use: `testing.ts`, `testing/*.ts`. */
const test = '(\\.test\\.tsx?|/testing(\\.ts|/[^/]+\\.ts))$';

/** In `from`, nothing but `allowed` may be imported. */
function only(name, from, allowed, comment) {
	return { name, severity: 'error', comment, from, to: { pathNot: allowed } };
}

module.exports = {
	forbidden: [
		{
			name: 'no-cycles',
			severity: 'error',
			comment: 'Two modules that need each other are one module, or miss a third.',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{ name: 'resolvable', severity: 'error', comment: 'The import leads nowhere.', from: {}, to: { couldNotResolve: true } },
		only(
			'shared-is-pure',
			{ path: '^shared/', pathNot: test },
			['^shared/', npm('zod'), npm('@orpc/contract'), npm('intl-messageformat')],
			'shared/ imports itself and zod: no Node, no page, no framework.',
		),
		{
			name: 'shared-contract-only-in-ipc',
			severity: 'error',
			comment: 'The contract library belongs to shared/ipc.',
			from: { path: '^shared/', pathNot: '^shared/ipc/' },
			to: { path: npm('@orpc/contract') },
		},
		{
			name: 'shared-wording-only-in-text',
			severity: 'error',
			comment: 'Messages are formatted in shared/text.',
			from: { path: '^shared/', pathNot: ['^shared/text/', test] },
			to: { path: npm('intl-messageformat') },
		},
		{
			name: 'main-knows-no-shell',
			severity: 'error',
			comment: 'main/ serves every shell: it never imports one, nor the page.',
			from: { path: '^main/' },
			to: {
				path: [
					'^(renderer|page|app|e2e|scripts)/',
					npm('electron', 'react', 'react-dom', 'reactflow', '@mantine', 'zustand', 'ws', 'commander'),
				],
			},
		},
		{
			name: 'only-the-engine-computes',
			severity: 'error',
			comment: 'TensorFlow.js is imported in main/engine alone.',
			from: { path: '^main/', pathNot: ['^main/engine/', test] },
			to: { path: npm('@tensorflow') },
		},
		{
			name: 'page-knows-no-machine',
			severity: 'error',
			comment: 'renderer/ runs in a sandbox: shared/ and page libraries only.',
			from: { path: '^renderer/', pathNot: test },
			to: { path: ['^(main|app|e2e|scripts)/', npm('electron', '@tensorflow', 'sharp', 'ws', 'commander', '@orpc/server')] },
		},
		{
			name: 'page-uses-no-node',
			severity: 'error',
			comment: 'renderer/ has no Node.',
			from: { path: '^renderer/', pathNot: test },
			to: { dependencyTypes: ['core'] },
		},
		{
			name: 'page-primitives-stand-alone',
			severity: 'error',
			comment: 'renderer/ui and renderer/theme import nothing above them.',
			from: { path: '^renderer/(ui|theme)/' },
			to: { path: '^renderer/', pathNot: '^renderer/(ui|theme|text)/' },
		},
		only(
			'exported-page-stands-alone',
			{ path: '^page/' },
			['^page/', '^shared/', '^renderer/(pictures|theme)/', npm('@tensorflow')],
			'page/ is the page of an export: TensorFlow.js, shared/, and how the app reads and draws pictures.',
		),
		{
			name: 'shells-know-no-page',
			severity: 'error',
			comment: 'app/ serves the built page, it does not import it.',
			from: { path: '^app/' },
			to: { path: ['^(renderer|e2e|scripts)/', npm('react', 'react-dom', 'reactflow', '@mantine', 'zustand')] },
		},
		only(
			'preload-is-thin',
			{ path: '^app/preload\\.ts$' },
			['^shared/ipc/', npm('electron')],
			'The preload script hands over a port and nothing else.',
		),
		{
			name: 'electron-only-at-the-door',
			severity: 'error',
			comment: 'Electron is imported by the entry and the preload script and handed on, so that unit tests run without it.',
			from: { path: '^(app|main|shared|renderer)/', pathNot: '^app/(electron|preload)\\.ts$' },
			to: { path: ['^electron$', npm('electron')], dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'end-to-end-stays-outside',
			severity: 'error',
			comment: 'End-to-end tests see what a user sees: playwright, their own support, shared types.',
			from: { path: '^e2e/', pathNot: '^e2e/electron/oldPlatform\\.ts$' },
			to: { path: '^(main|renderer|app)/' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(dist|release)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.base.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
			conditionNames: ['import', 'module', 'node', 'default', 'types'],
			mainFields: ['module', 'main', 'types'],
		},
	},
};
