import path from 'node:path';

/** Files of one run, inside its own folder. */
export function recordFile(folder: string): string {
	return path.join(folder, 'run.json');
}

/** One JSON object per line: batches as they were shown, and epochs. */
export function metricsFile(folder: string): string {
	return path.join(folder, 'metrics.jsonl');
}

export function bestWeightsFile(folder: string): string {
	return path.join(folder, 'weights-best.safetensors');
}

export function lastWeightsFile(folder: string): string {
	return path.join(folder, 'weights-last.safetensors');
}
