import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lenet5 } from '#shared/templates/lenet.ts';
import { networkBuilder } from '#shared/templates/networkBuilder.ts';
import { vgg11 } from '#shared/templates/plain.ts';
import { trainedModel } from '../testModel.ts';
import { cardHtml } from './cardHtml.ts';
import { webPageExporter } from './webPage.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-page-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const readPage = async () => ({ script: 'void 0;', style: 'body{margin:0}' });

describe('the page of a network', () => {
	it('lets nothing run but its own script, and loads nothing', async () => {
		await webPageExporter.write({ ...trainedModel(lenet5.build()), readPage }, folder);
		const html = await readFile(join(folder, 'index.html'), 'utf8');
		const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.split('; ');
		expect(policy).toEqual([
			"default-src 'none'",
			expect.stringMatching(/^script-src 'sha256-[\w+/]{43}=' 'wasm-unsafe-eval'$/),
			expect.stringMatching(/^style-src 'sha256-[\w+/]{43}='$/),
			'img-src blob: data:',
			"base-uri 'none'",
			"form-action 'none'",
		]);
		expect(html).not.toMatch(/(?:src|href)="/);
	});

	it('keeps names of the document and of classes text', async () => {
		const document = { ...lenet5.build(), name: '</title><img src=x onerror=alert(1)>' };
		const classes = Array.from({ length: 10 }, () => '</script><script>alert(1)</script>');
		await webPageExporter.write({ ...trainedModel(document), classes, readPage }, folder);
		const html = await readFile(join(folder, 'index.html'), 'utf8');
		expect(html.match(/<script[ >]/g)).toHaveLength(3);
		expect(html).not.toContain('<img');
		expect(cardHtml('| <b>a</b> |\n|---|\n| [x](javascript:alert(1)) |')).toMatch(/&lt;b&gt;a&lt;\/b&gt;(?!.*href)/s);
	});

	it('is refused for what is no picture, and for weights that no page should hold', () => {
		const net = networkBuilder({ id: 'a', name: 'a', dataset: null });
		net.layer('input', { height: 4, width: 4, channels: 4 });
		net.layer('flatten');
		net.layer('output', { units: 2 });
		expect(webPageExporter.findObstacle(trainedModel(net.build()))).toMatchObject({
			id: 'exporting.webPage.notPictures',
			values: { channels: 4 },
		});
		expect(webPageExporter.findObstacle(trainedModel(vgg11.build()))?.id).toBe('exporting.webPage.tooLarge');
		expect(webPageExporter.findObstacle(trainedModel(lenet5.build()))).toBeNull();
	});
});
