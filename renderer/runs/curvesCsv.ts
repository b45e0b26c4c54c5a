import type { RunSummary } from '#shared/training/event.ts';

const COLUMNS = [
	'run',
	'epoch',
	'train_loss',
	'train_accuracy',
	'validation_loss',
	'validation_accuracy',
	'images_per_second',
	'seconds',
	'is_best',
] as const;

/** Every epoch of the runs as a table for a spreadsheet or a script (RFC 4180): full precision, epochs from 1, empty where there is no number. */
export function curvesCsv(runs: readonly RunSummary[]): string {
	const rows = runs.flatMap((run) =>
		run.epochs.map((result) => [
			run.name,
			result.epoch + 1,
			result.train.loss,
			result.train.accuracy,
			result.validation?.loss ?? null,
			result.validation?.accuracy ?? null,
			result.imagesPerSecond,
			result.seconds,
			result.epoch === run.bestEpoch ? 1 : 0,
		]),
	);
	return `${[[...COLUMNS], ...rows].map((row) => row.map(spell).join(',')).join('\r\n')}\r\n`;
}

function spell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
