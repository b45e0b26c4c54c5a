/**
 * @typedef {{
 *   name: string, folder: string, pageTarget: string[] | null,
 *   programs: readonly Program[], replaced: Readonly<Record<string, string>>,
 *   missing: Readonly<Record<string, string>>, first: { program: string, page: string } | null
 * }} Profile
 *   `replaced` swaps whole modules at build time, so that nothing of a test is in the product; `missing` stands for modules
 *   that an old Node lacks; `first` runs before everything else
 * @typedef {{ entry: string, output: string, format: 'cjs' | 'esm', target: string, isSandboxed?: boolean }} Program
 *   a sandboxed program has no Node around it
 */

const node = 'node20';

/** @type {Readonly<Record<'product' | 'smoke', Profile>>} */
export const profiles = {
	product: {
		name: 'product',
		folder: 'dist',
		pageTarget: null,
		programs: [
			{ entry: 'app/electron.ts', output: 'electron.cjs', format: 'cjs', target: 'node22' },
			{ entry: 'app/preload.ts', output: 'preload.cjs', format: 'cjs', target: 'node22', isSandboxed: true },
			{ entry: 'app/web.ts', output: 'web.mjs', format: 'esm', target: node },
			{ entry: 'app/cli/main.ts', output: 'cli.mjs', format: 'esm', target: node },
			{ entry: 'main/train/host/worker.ts', output: 'worker.mjs', format: 'esm', target: node },
			{ entry: 'main/augment/worker.ts', output: 'augment.mjs', format: 'esm', target: node },
			{ entry: 'main/datasets/decode/worker.ts', output: 'decode.mjs', format: 'esm', target: node },
		],
		replaced: {},
		missing: {},
		first: null,
	},
	smoke: {
		name: 'smoke',
		folder: 'dist/smoke',
		pageTarget: ['chrome83'],
		programs: [
			{ entry: 'app/electron.ts', output: 'electron.cjs', format: 'cjs', target: 'node12.14' },
			{ entry: 'app/preload.ts', output: 'preload.cjs', format: 'cjs', target: 'node12.14', isSandboxed: true },
			{ entry: 'main/train/host/worker.ts', output: 'worker.js', format: 'cjs', target: 'node12.14' },
			{ entry: 'main/augment/worker.ts', output: 'augment.js', format: 'cjs', target: 'node12.14' },
			{ entry: 'main/datasets/decode/worker.ts', output: 'decode.js', format: 'cjs', target: 'node12.14' },
		],
		replaced: { 'app/electron/platform.ts': 'e2e/electron/oldPlatform.ts' },
		missing: {
			'fs/promises': 'e2e/electron/oldPromises.ts',
			'timers/promises': 'e2e/electron/oldPromises.ts',
			'stream/promises': 'e2e/electron/oldPromises.ts',
		},
		first: { program: 'e2e/electron/oldNode.ts', page: 'e2e/electron/oldRuntime.ts' },
	},
};
