import { expect, it } from 'vitest';
import { findFilesOutsideLayers } from './layers.mjs';

it('a source file in no layer is named', () => {
	expect(findFilesOutsideLayers(['utils/helper.ts', 'shared/result.ts', 'vite.config.ts', 'README.md', 'stray.mjs'])).toEqual([
		expect.stringMatching(/^utils\/helper\.ts: in no layer/),
		expect.stringMatching(/^stray\.mjs: in no layer/),
	]);
});
