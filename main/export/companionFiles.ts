import { message } from '#shared/text/message.ts';
import { words } from '../words.ts';
import type { Exporter, ExportModel } from './exporter.ts';
import { type ModelOrigin, modelCard } from './modelCard.ts';
import type { ProofSample } from './proof.ts';
import { plainText } from './python/plainText.ts';

/** The proof that an export gives the same numbers; kept beside it, so that anyone can repeat it. */
export interface Parity {
	readonly samples: readonly ProofSample[];
	/** The network's answers before the export, one list per sample. */
	readonly expected: readonly (readonly number[])[];
	readonly largestDifference: number;
	readonly tolerance: number;
	readonly passed: boolean;
	/** The layer, by its name in the document, after which the values are others; `null` where they are not, or none can be named. */
	readonly partsAt: string | null;
}

/** Marks a folder as an export of ours, which another export may replace. */
export const PARITY_FILE = 'parity.json';

/** The files that every export holds besides the model. */
export const companionNames = ['classes.json', 'labels.txt', 'preprocessing.json', PARITY_FILE, 'MODEL_CARD.md', 'README.md'] as const;

export interface TextFile {
	readonly name: (typeof companionNames)[number];
	readonly text: string;
}

/** What every export holds besides the model: class names, how to prepare a picture, the proof, a model card and a README. */
export function companionFiles(
	exporter: Exporter,
	model: ExportModel,
	modelFiles: readonly string[],
	parity: Parity,
	origin: ModelOrigin,
): readonly TextFile[] {
	return [
		{ name: 'classes.json', text: json(model.classes) },
		{ name: 'labels.txt', text: model.classes.map((name) => `${plainText(name)}\n`).join('') },
		{
			name: 'preprocessing.json',
			text: json(preprocessingOf(model.plan, exporter)),
		},
		{ name: PARITY_FILE, text: json(parityJson(exporter, modelFiles, parity)) },
		{ name: 'MODEL_CARD.md', text: modelCard(exporter, model, parity, origin) },
		{ name: 'README.md', text: readme(exporter, model, modelFiles, parity) },
	];
}

/** How a picture becomes the network's input. Names stay as they are: programs of earlier exports read them. */
export function preprocessingOf({ inputShape }: ExportModel['plan'], { takesChannelsFirst }: Pick<Exporter, 'takesChannelsFirst'>) {
	const [height, width, channels] = inputShape;
	return {
		formatVersion: 1,
		height,
		width,
		channels,
		dataType: 'float32',
		range: [0, 1],
		order: takesChannelsFirst ? 'NCHW' : 'NHWC',
		channelOrder: channels === 1 ? 'grey' : 'RGB',
		scale: 1 / 255,
		offset: 0,
		resize: 'stretch',
	};
}

function parityJson(
	exporter: Exporter,
	modelFiles: readonly string[],
	{ samples, expected, largestDifference, tolerance, passed, partsAt }: Parity,
) {
	return {
		generatedBy: 'Layerloom',
		target: exporter.name,
		files: modelFiles,
		passed,
		partsAt,
		// JSON has no infinity, which stands for answers that are no numbers.
		largestDifference: Number.isFinite(largestDifference) ? largestDifference : null,
		tolerance,
		inputs: samples.map(({ index, label, picture }, number) => ({
			testSample: index,
			label,
			pixels: Buffer.from(picture.data.buffer, picture.data.byteOffset, picture.data.byteLength).toString('base64'),
			expected: expected[number],
		})),
	};
}

function readme(exporter: Exporter, { plan, classes }: ExportModel, modelFiles: readonly string[], parity: Parity): string {
	const text = (id: string, values = {}) => words.text(message(id, values));
	const [height, width, channels] = plan.inputShape;
	return `${[
		`# ${plan.document.name}`,
		text('exporting.readme.about', { target: exporter.title, weights: plan.weightCount, classes: classes.length }),
		`## ${text('exporting.readme.filesTitle')}`,
		[
			...modelFiles.map((name) => `- \`${name}\``),
			`- \`classes.json\`: ${text('exporting.readme.classes')}`,
			`- \`labels.txt\`: ${text('exporting.readme.labels')}`,
			`- \`preprocessing.json\`: ${text('exporting.readme.preprocessing')}`,
			`- \`parity.json\`: ${text('exporting.readme.parity')}`,
			`- \`MODEL_CARD.md\`: ${text('exporting.readme.card')}`,
		].join('\n'),
		`## ${text('exporting.readme.useTitle')}`,
		words.text(exporter.usage),
		text(exporter.takesChannelsFirst ? 'exporting.readme.inputChannelsFirst' : 'exporting.readme.input', {
			height: height ?? 0,
			width: width ?? 0,
			channels: channels ?? 0,
		}),
		`## ${text('exporting.readme.proofTitle')}`,
		text(proofSentence(exporter, parity), {
			count: parity.samples.length,
			difference: Number.isFinite(parity.largestDifference) ? String(parity.largestDifference) : '∞',
			tolerance: String(parity.tolerance),
		}),
		...(parity.partsAt === null ? [] : [text('exporting.readme.partsAt', { layer: parity.partsAt })]),
	].join('\n\n')}\n`;
}

function proofSentence({ provesWeightsAlone }: Exporter, { passed }: Parity): string {
	if (!passed) return 'exporting.readme.notPassed';
	return provesWeightsAlone ? 'exporting.readme.weightsPassed' : 'exporting.readme.passed';
}

function json(value: unknown): string {
	return `${JSON.stringify(value, null, '\t')}\n`;
}
