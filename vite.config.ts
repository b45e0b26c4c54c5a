import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page. Relative addresses, because it is served from `app://` as well; no inlined parts, so that the content policy stays strict. */
export default defineConfig({
	root: 'renderer',
	base: './',
	plugins: [react()],
	build: {
		outDir: '../dist/renderer',
		emptyOutDir: true,
		sourcemap: true,
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 3000,
		reportCompressedSize: false,
	},
	server: { host: '127.0.0.1', strictPort: false },
});
