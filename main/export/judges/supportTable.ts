import { layerDefinition } from '#shared/layers/catalogue.ts';
import { words } from '../../words.ts';
import type { Exporter } from '../exporter.ts';

/** What became of one case in one format: `null` is exact, else the reason it was refused, for people. */
export interface SupportResult {
	readonly kind: string;
	readonly name: string;
	readonly target: string;
	readonly refusal: string | null;
}

/** The page that says which layers each format takes: every kind by every format, and each refusal with its reason. */
export function supportPage(exporters: readonly Exporter[], results: readonly SupportResult[]): string {
	const judged = exporters.filter(({ sameLayersAs }) => sameLayersAs === undefined);
	const kinds = [...new Set(results.map(({ kind }) => kind))];
	const rows = kinds.map((kind) => {
		const title = layerDefinition(kind)?.text.title ?? kind;
		return `| ${title} | ${judged.map(({ name }) => cellOf(results.filter((result) => result.kind === kind && result.target === name))).join(' | ')} |`;
	});
	const refusals = judged.flatMap(({ name }) => {
		const refused = results.filter(({ target, refusal }) => target === name && refusal !== null);
		const [first] = refused;
		if (!first) return [];
		return [`### \`${name}\``, refused.map((result) => `- ${result.name}`).join('\n'), `What is said, of the first: ${first.refusal}`];
	});
	return `${[
		'# Which layers each export takes',
		'Written by `npm run docs` from the exports themselves: every kind of layer with its usual settings, and with each of the settings that formats tell apart, is written, opened again and compared with the network’s own answers (within 0.00001).',
		'- **exact**: the file gives the same answers, with all settings.\n- **some**: exact but for the settings listed below, which are refused.\n- **–**: refused.',
		'What cannot be written exactly is refused before anything is written, with the name of the layer.',
		[`| Layer | ${judged.map(({ name }) => `\`${name}\``).join(' | ')} |`, `|---|${judged.map(() => '---').join('|')}|`, ...rows].join(
			'\n',
		),
		exporters
			.map(({ name, title, sameLayersAs }) => {
				const same = sameLayersAs === undefined ? '' : `, which takes the layers of \`${sameLayersAs}\``;
				return `- \`${name}\`: ${words.text(title)}${same}`;
			})
			.join('\n'),
		'## What is refused',
		...refusals,
	].join('\n\n')}\n`;
}

function cellOf(results: readonly SupportResult[]): string {
	const exact = results.filter(({ refusal }) => refusal === null).length;
	if (exact === results.length) return 'exact';
	return exact === 0 ? '–' : 'some';
}
