import { basename } from 'node:path';
import { escapeMarkdown } from '#shared/plan/tableText.ts';
import { isMapShape } from '#shared/tensor/shape.ts';
import { type MessageValue, message } from '#shared/text/message.ts';
import { savedTraining } from '#shared/training/config.ts';
import type { Evaluation, RunSummary } from '#shared/training/event.ts';
import { describeDataset, readLabels } from '../datasets/datasets.ts';
import type { DataOptions } from '../datasets/trainingData.ts';
import { Problem } from '../problem.ts';
import type { RunDetails } from '../services/training.ts';
import { countLabels, splitSamples } from '../train/sampleOrder.ts';
import { encodeWeights } from '../train/weightsFile.ts';
import { words } from '../words.ts';
import type { Parity } from './companionFiles.ts';
import type { Exporter, ExportModel } from './exporter.ts';
import { plainText } from './python/plainText.ts';

/** Samples by class and split; `title` is the dataset's own name. */
export interface SampleCounts {
	readonly title: string;
	readonly credit: string | null;
	readonly train: readonly number[];
	readonly validation: readonly number[];
	readonly test: readonly number[];
}

/** Where a trained network comes from. `counts` is `null` where the data cannot be read any more. */
export interface ModelOrigin {
	readonly run: RunSummary;
	readonly details: RunDetails;
	readonly counts: SampleCounts | null;
}

/** Below this many training images a class is named among the limits. */
const FEW_IMAGES = 50;
/** From this ratio of the largest to the smallest class on, the difference is named among the limits. */
const UNEVEN = 3;
const LISTED_CONFUSIONS = 5;

/** Counts the samples as the run divided them. `null` where the data has gone since, or is of other classes. */
export async function countSamples(
	{ plan, classes }: ExportModel,
	places: Pick<DataOptions, 'assetsFolder' | 'cacheFolder'>,
	signal?: AbortSignal,
): Promise<SampleCounts | null> {
	const { dataset, training } = plan.document;
	if (dataset === null) return null;
	const options: DataOptions = { ...places, size: isMapShape(plan.inputShape) ? plan.inputShape : null, ...(signal && { signal }) };
	try {
		const described = await describeDataset(dataset, options);
		if (described.classes.length !== classes.length) return null;
		const { train, test } = await readLabels(dataset, options);
		const split = splitSamples(train, training.validationShare, plan.seed);
		return {
			title: described.title,
			credit: described.credit,
			train: countLabels(train, split.train, classes.length),
			validation: countLabels(train, split.validation, classes.length),
			test: countLabels(
				test,
				Int32Array.from(test, (_, index) => index),
				classes.length,
			),
		};
	} catch (error) {
		if (error instanceof Problem) return null;
		throw error;
	}
}

/** `MODEL_CARD.md`: what a stranger must know before relying on the network, after Mitchell et al., Model Cards for Model Reporting (2019). Without the proof where it is yet to come. */
export function modelCard(exporter: Exporter, model: ExportModel, parity: Parity | null, origin: ModelOrigin): string {
	const { plan, classes } = model;
	const [height = 0, width = 0, channels = 0] = plan.inputShape;
	const section = (id: string, parts: readonly string[]) => [`## ${text(id)}`, ...parts];
	return `${[
		`# ${text('modelCard.title', { name: inline(plan.document.name) })}`,
		text('modelCard.about', { weights: plan.weightCount, target: exporter.title, height, width, channels, classes: classes.length }),
		...section('modelCard.data', dataSection(model, origin)),
		...section('modelCard.metrics', metricsSection(origin.run.evaluation)),
		...section('modelCard.limits', [bullets(limits(model, origin))]),
		...section('modelCard.training', trainingSection(model, origin)),
		...section('modelCard.weights', [text('modelCard.weights.hash', { hash: encodeWeights(model.weights).sha256 })]),
		...(parity === null ? [] : section('modelCard.proof', [proofOf(parity)])),
	].join('\n\n')}\n`;
}

function proofOf(parity: Parity): string {
	return text(parity.passed ? 'modelCard.proof.passed' : 'modelCard.proof.notPassed', {
		count: parity.samples.length,
		difference: Number.isFinite(parity.largestDifference) ? String(Number(parity.largestDifference.toPrecision(2))) : '∞',
		tolerance: String(parity.tolerance),
	});
}

function dataSection({ plan, classes }: ExportModel, { details, counts }: ModelOrigin): readonly string[] {
	const { reference, fingerprint } = details.dataset;
	if (reference === null) return [text('modelCard.data.none')];
	const title = counts?.title ?? (reference.kind === 'bundled' ? reference.name : basename(reference.path));
	const { validationShare } = plan.document.training;
	return [
		text(`modelCard.data.${reference.kind}`, { name: inline(title) }),
		...(counts?.credit ? [counts.credit] : []),
		...(fingerprint === null ? [] : [text('modelCard.data.fingerprint', { hash: fingerprint })]),
		...(validationShare > 0 ? [text('modelCard.data.held', { share: words.percent(validationShare, 0) })] : []),
		...(counts === null ? [text('modelCard.data.gone')] : [text('modelCard.data.counted'), countTable(classes, counts)]),
	];
}

function countTable(classes: readonly string[], { train, validation, test }: SampleCounts): string {
	const row = (name: string, values: readonly number[]) => [name, ...values.map(String)];
	return table(
		['modelCard.class', 'modelCard.train', 'modelCard.validation', 'modelCard.test'],
		[
			...classes.map((name, label) => row(inline(name), [train[label] ?? 0, validation[label] ?? 0, test[label] ?? 0])),
			row(text('modelCard.all'), [sum(train), sum(validation), sum(test)]),
		],
	);
}

function metricsSection(evaluation: Evaluation | null): readonly string[] {
	if (evaluation === null) return [text('modelCard.metrics.none')];
	const { accuracy, loss, confusion, classes } = evaluation;
	const share = (part: number, whole: number) => (whole === 0 ? '–' : words.percent(part / whole));
	const rows = classes.map((name, label) => {
		const right = confusion[label]?.[label] ?? 0;
		const answered = sum(confusion.map((row) => row[label] ?? 0));
		return [inline(name), share(right, sum(confusion[label] ?? [])), share(right, answered)];
	});
	const confused = mostConfused(evaluation).map(({ truth, answer, count }) =>
		text('modelCard.metrics.confused', {
			truth: inline(classes[truth] ?? ''),
			answer: inline(classes[answer] ?? ''),
			count,
			share: share(count, sum(confusion[truth] ?? [])),
		}),
	);
	return [
		text('modelCard.metrics.test', { count: sum(confusion.flat()), accuracy: words.percent(accuracy), loss: loss.toPrecision(4) }),
		table(['modelCard.class', 'modelCard.metrics.recall', 'modelCard.metrics.precision'], rows),
		...(confused.length === 0 ? [text('modelCard.metrics.noConfusion')] : [text('modelCard.metrics.confusion'), bullets(confused)]),
	];
}

function mostConfused({ confusion }: Evaluation) {
	return confusion
		.flatMap((row, truth) => row.map((count, answer) => ({ truth, answer, count })))
		.filter(({ truth, answer, count }) => truth !== answer && count > 0)
		.sort((a, b) => b.count - a.count)
		.slice(0, LISTED_CONFUSIONS);
}

function limits({ plan, classes }: ExportModel, { run, counts }: ModelOrigin): readonly string[] {
	const [height = 0, width = 0] = plan.inputShape;
	const named = (labels: readonly number[]) => labels.map((label) => `“${inline(classes[label] ?? '')}”`).join(', ');
	const train = counts?.train ?? [];
	const few = labelsWhere(train, (count) => count < FEW_IMAGES);
	const ratio = train.length > 0 ? Math.max(...train) / Math.max(1, Math.min(...train)) : 1;
	const confusion = run.evaluation?.confusion ?? [];
	const weak = labelsWhere(
		confusion.map((row, label) => (sum(row) === 0 ? 1 : (row[label] ?? 0) / sum(row))),
		(recall) => recall < 0.5,
	);
	return [
		text('modelCard.limits.classes'),
		text('modelCard.limits.data'),
		text('modelCard.limits.resize', { height, width }),
		...(few.length > 0 ? [text('modelCard.limits.few', { classes: named(few), least: FEW_IMAGES })] : []),
		...(ratio >= UNEVEN ? [text('modelCard.limits.uneven', { times: ratio.toFixed(1) })] : []),
		...(weak.length > 0 ? [text('modelCard.limits.weak', { classes: named(weak) })] : []),
		...(run.status === 'finished' ? [] : [text('modelCard.limits.early')]),
		text('modelCard.limits.people'),
	];
}

function trainingSection({ plan }: ExportModel, { run, details }: ModelOrigin): readonly string[] {
	const { made, training } = details;
	const settings = Object.entries(savedTraining(training)).map(([name, value]) => `- \`${name}\`: \`${JSON.stringify(value)}\``);
	return [
		...startSection(run),
		text('modelCard.training.run', { name: inline(run.name), started: run.startedAt, epochs: run.epochs.length }),
		...(run.bestEpoch === null ? [] : [text('modelCard.training.best', { epoch: run.bestEpoch + 1 })]),
		text('modelCard.training.seed', { seed: String(plan.seed) }),
		text('modelCard.training.engine', {
			engine: inline(made.engine ?? run.engine ?? '–'),
			program: made.program,
			platform: inline(made.platform),
		}),
		text('modelCard.training.settings'),
		settings.join('\n'),
	];
}

function startSection({ startedFrom }: RunSummary): readonly string[] {
	if (!startedFrom) return [];
	const { file, sha256, filled, fresh } = startedFrom;
	return [
		text('modelCard.training.start', {
			file: inline(file),
			hash: sha256,
			filled,
			fresh: fresh.length,
			layers: fresh.map(inline).join(', '),
		}),
	];
}

function labelsWhere(values: readonly number[], holds: (value: number) => boolean): readonly number[] {
	return values.flatMap((value, label) => (holds(value) ? [label] : []));
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(headings.map((id) => text(id))), `|---|${'--:|'.repeat(headings.length - 1)}`, ...rows.map(line)].join('\n');
}

function bullets(items: readonly string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

/** Names as Markdown shows them: one line, no sign that means something there. */
function inline(name: string): string {
	return escapeMarkdown(plainText(name));
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

function text(id: string, values?: Readonly<Record<string, MessageValue>>): string {
	return words.text(message(id, values));
}
