import { createHash } from 'node:crypto';
import { type MessageValue, message } from '#shared/text/message.ts';
import { words } from '../../words.ts';

/** What a page is made of. Texts are plain; `card` is HTML. */
export interface PageParts {
	readonly title: string;
	readonly about: Readonly<Record<string, MessageValue>>;
	readonly size: { readonly height: number; readonly width: number; readonly channels: number };
	readonly card: string;
	/** JSON, for `page/`. */
	readonly content: string;
	/** 32-bit floats, base64. */
	readonly weights: string;
	readonly script: string;
	readonly style: string;
}

/**
 * One HTML file that asks nothing of any server. Its content policy lets only its own script and style run, by their hashes, and
 * lets it load nothing.
 */
export function pageHtml(parts: PageParts): string {
	const { title, about, size, card, content, weights, script, style } = parts;
	const t = (id: string, values: Readonly<Record<string, MessageValue>> = {}) => escapeHtml(words.text(message(`webPage.${id}`, values)));
	const tab = (name: string, isFirst: boolean) =>
		`<button type="button" role="tab" id="tab-${name}" data-tab="${name}" aria-controls="panel-${name}" aria-selected="${isFirst}" tabindex="${isFirst ? 0 : -1}">${t(`tab.${name}`)}</button>`;
	const panel = (name: string, isFirst: boolean, inner: string) =>
		`<div role="tabpanel" id="panel-${name}" aria-labelledby="tab-${name}"${isFirst ? '' : ' hidden'}>${inner}</div>`;
	return `<!doctype html>
<html lang="en" data-mantine-color-scheme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<div><h1>${escapeHtml(title)}</h1><p>${t('about', about)}</p></div>
<button type="button" id="theme" aria-pressed="false">${t('theme')}</button>
</header>
<main>
<noscript><p class="note">${t('noScript')}</p></noscript>
<div class="panels">
<section class="panel" aria-labelledby="source-title">
<h2 id="source-title">${t('source')}</h2>
<div role="tablist" aria-labelledby="source-title">${tab('picture', true)}${tab('camera', false)}${tab('draw', false)}</div>
${panel(
	'picture',
	true,
	`<div id="drop"><p class="ask">${t('drop')}</p><div><input type="file" id="file" accept="image/*"><label class="button" for="file">${t('choose')}</label></div></div>`,
)}
${panel('camera', false, `<video id="video" muted playsinline aria-label="${t('video')}"></video><button type="button" id="camera">${t('word.cameraOn')}</button>`)}
${panel('draw', false, `<canvas id="pad" width="376" height="376" role="img" aria-label="${t('pad')}"></canvas><button type="button" id="clear">${t('clear')}</button><p class="note">${t('drawNote', { channels: String(size.channels) })}</p>`)}
<p id="status" role="status"></p>
<p class="note">${t('resized', { ...size, channels: String(size.channels) })}</p>
</section>
<section class="panel" aria-labelledby="answer-title">
<h2 id="answer-title">${t('answer')}</h2>
<div class="seen"><canvas id="seen" role="img" aria-label="${t('seen', size)}" hidden></canvas><p>${t('seen', size)}</p></div>
<ol id="answer" aria-label="${t('answerList')}"><li><span>${t('waiting')}</span></li></ol>
<p class="note" id="more"></p>
<p id="said" role="status"></p>
</section>
</div>
<details class="panel card"><summary>${t('card')}</summary>${card}</details>
</main>
<footer>${t('offline')}</footer>
<script type="application/json" id="content">${content.replaceAll('<', '\\u003c')}</script>
<script type="application/octet-stream;base64" id="weights">${weights}</script>
<script>${script}</script>
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function policy(script: string, style: string): string {
	const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
	return [
		"default-src 'none'",
		// The second is for WebAssembly, not for JavaScript made of text.
		`script-src ${hash(script)} 'wasm-unsafe-eval'`,
		`style-src ${hash(style)}`,
		'img-src blob: data:',
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
}
