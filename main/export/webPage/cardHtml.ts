import { Marked } from 'marked';
import { escapeHtml } from './html.ts';

/** A model card as HTML. Its words are our own, escaped names and numbers; HTML and links of a name stay text. */
const marked = new Marked({
	gfm: true,
	renderer: {
		html: ({ text }) => escapeHtml(text),
		link: ({ text }) => escapeHtml(text),
		image: ({ text }) => escapeHtml(text),
	},
});

export function cardHtml(markdown: string): string {
	const html = marked.parse(markdown, { async: false });
	return html.replaceAll('<table>', '<div class="scroll" tabindex="0"><table>').replaceAll('</table>', '</table></div>');
}
