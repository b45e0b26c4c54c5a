import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['{shared,main,renderer,page,app,scripts,e2e,bench}/**/*.test.{ts,tsx,mjs}'],
		exclude: ['**/node_modules/**', 'dist/**', 'release/**'],
		environment: 'node',
		// Native and WebAssembly engines take all cores themselves.
		maxWorkers: 2,
		testTimeout: 30_000,
		env: { TF_CPP_MIN_LOG_LEVEL: '3' },
	},
});
