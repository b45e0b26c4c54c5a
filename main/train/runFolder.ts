import path from 'node:path';

/** Files of one run, inside its own folder. */
export function recordFile(folder: string): string {
	return path.join(folder, 'run.json');
}

/** One JSON object per line: batches as they were shown, and epochs. */
export function metricsFile(folder: string): string {
	return path.join(folder, 'metrics.jsonl');
}

/** Weights, optimizer and place from which a run goes on; there until it has finished. */
export function checkpointFile(folder: string): string {
	return path.join(folder, 'checkpoint.safetensors');
}

export function bestWeightsFile(folder: string): string {
	return path.join(folder, 'weights-best.safetensors');
}

export function lastWeightsFile(folder: string): string {
	return path.join(folder, 'weights-last.safetensors');
}

/** Weights that the run began with, where they were not random. */
export function startWeightsFile(folder: string): string {
	return path.join(folder, 'weights-start.safetensors');
}

/** Curves for TensorBoard, one folder for each split. */
export function tensorBoardFolder(folder: string): string {
	return path.join(folder, 'tensorboard');
}
