import { bestPoint, type Curve, collectLines, epochRange, type Metric } from './curves.ts';
import { epochTicks, fitAxis } from './ticks.ts';

export interface SvgWords {
	readonly title: string;
	readonly metrics: Readonly<Record<Metric, string>>;
	readonly train: string;
	readonly validation: string;
	readonly axis: string;
	readonly best: (epoch: number, value: string) => string;
	readonly value: (metric: Metric, value: number) => string;
}

const CHART = { width: 520, height: 320, left: 56, right: 16, top: 64, bottom: 40 } as const;
/** Printed on paper: dark text on white, the run colours of the light theme. */
const INK = {
	text: '#14171d',
	faint: '#626c7b',
	grid: '#e2e5ea',
	best: '#17734a',
	runs: ['#0b66c3', '#b0530c', '#7a3fc4', '#0a7772', '#b4265d', '#5a770d'],
} as const;

/** The two charts side by side as one picture for a report; text stays text, lines stay lines. */
export function curvesSvg(curves: readonly Curve[], words: SvgWords): string {
	const metrics: readonly Metric[] = ['loss', 'accuracy'];
	const width = CHART.width * metrics.length;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${CHART.height}" viewBox="0 0 ${width} ${CHART.height}" font-family="Inter, Helvetica, Arial, sans-serif" font-size="12">`,
		`<title>${escapeXml(words.title)}</title>`,
		`<rect width="${width}" height="${CHART.height}" fill="#ffffff"/>`,
		...metrics.map((metric, index) => `<g transform="translate(${index * CHART.width} 0)">${drawChart(curves, metric, words)}</g>`),
		'</svg>',
		'',
	].join('\n');
}

function drawChart(curves: readonly Curve[], metric: Metric, words: SvgWords): string {
	const { xs, lines } = collectLines(curves, metric);
	const [firstEpoch, lastEpoch] = epochRange(curves);
	const axis = fitAxis(
		metric,
		lines.flatMap((line) => line.ys.filter((y) => y !== null)),
	);
	const bend = metric === 'loss' ? Math.log10 : (value: number) => value;
	const right = CHART.width - CHART.right;
	const bottom = CHART.height - CHART.bottom;
	const xOf = (epoch: number): number => CHART.left + ((epoch - firstEpoch) / (lastEpoch - firstEpoch)) * (right - CHART.left);
	const yOf = (value: number): number =>
		bottom - ((bend(value) - bend(axis.min)) / (bend(axis.max) - bend(axis.min))) * (bottom - CHART.top);
	const parts: string[] = [text(CHART.left, 20, words.metrics[metric], INK.text, 'start', 600)];
	for (const tick of axis.ticks) {
		parts.push(`<path d="M${CHART.left} ${at(yOf(tick))}H${right}" stroke="${INK.grid}"/>`);
		parts.push(text(CHART.left - 8, yOf(tick) + 4, words.value(metric, tick), INK.faint, 'end'));
	}
	for (const tick of epochTicks(firstEpoch, lastEpoch)) parts.push(text(xOf(tick), bottom + 18, String(tick), INK.faint, 'middle'));
	parts.push(text(right, bottom + 34, words.axis, INK.faint, 'end'));
	for (const line of lines) {
		const points = line.ys.flatMap((y, index) => (y === null ? [] : [`${at(xOf(xs[index] ?? 0))} ${at(yOf(y))}`]));
		if (points.length === 0) continue;
		const dash = line.split === 'validation' ? ' stroke-dasharray="4 3"' : '';
		const color = INK.runs[line.curve.slot] ?? INK.text;
		const opacity = line.curve.isShown ? 1 : 0.45;
		parts.push(
			points.length === 1
				? `<circle cx="${points[0]?.split(' ')[0]}" cy="${points[0]?.split(' ')[1]}" r="3" fill="${color}" opacity="${opacity}"/>`
				: `<path d="M${points.join('L')}" fill="none" stroke="${color}" stroke-width="1.75" stroke-linejoin="round" opacity="${opacity}"${dash}/>`,
		);
	}
	parts.push(drawBest(curves, metric, words, xOf, yOf, bottom), drawLegend(curves, words));
	return parts.join('\n');
}

function drawBest(
	curves: readonly Curve[],
	metric: Metric,
	words: SvgWords,
	xOf: (epoch: number) => number,
	yOf: (value: number) => number,
	bottom: number,
): string {
	const best = bestPoint(curves, metric);
	if (!best) return '';
	const x = xOf(best.x);
	const isLeft = x > CHART.width / 2;
	return [
		`<path d="M${at(x)} ${CHART.top}V${bottom}" stroke="${INK.best}" stroke-dasharray="2 3"/>`,
		`<circle cx="${at(x)}" cy="${at(yOf(best.y))}" r="4" fill="#ffffff" stroke="${INK.best}" stroke-width="2"/>`,
		text(x + (isLeft ? -8 : 8), CHART.top + 4, words.best(best.x, words.value(metric, best.y)), INK.best, isLeft ? 'end' : 'start', 600),
	].join('\n');
}

function drawLegend(curves: readonly Curve[], words: SvgWords): string {
	let x: number = CHART.left;
	const y = 42;
	const parts: string[] = [];
	const entry = (label: string, color: string, dash: string, opacity: number): void => {
		parts.push(`<path d="M${x} ${y - 4}h20" stroke="${color}" stroke-width="2" opacity="${opacity}"${dash}/>`);
		parts.push(text(x + 26, y, label, INK.faint, 'start'));
		// Inter is about half an em wide per letter.
		x += 26 + label.length * 6.4 + 14;
	};
	entry(words.train, INK.text, '', 1);
	if (curves.some((curve) => curve.epochs.some((result) => result.validation)))
		entry(words.validation, INK.text, ' stroke-dasharray="4 3"', 1);
	for (const curve of curves) entry(curve.name, INK.runs[curve.slot] ?? INK.text, '', curve.isShown ? 1 : 0.45);
	return parts.join('\n');
}

function text(x: number, y: number, label: string, color: string, anchor: 'start' | 'middle' | 'end', weight = 400): string {
	return `<text x="${at(x)}" y="${at(y)}" fill="${color}" text-anchor="${anchor}" font-weight="${weight}">${escapeXml(label)}</text>`;
}

function at(value: number): string {
	return String(Math.round(value * 100) / 100);
}

function escapeXml(label: string): string {
	return label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
