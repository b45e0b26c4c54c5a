import { resolve } from 'node:path';
import { exporters } from '../export/exporters.ts';
import { type ExportPlaces, runExport } from '../export/runExport.ts';
import type { Requests } from './requests.ts';
import type { Training } from './training.ts';
import { toWire } from './wire.ts';

/** Taking a trained network away. */
export function createExportRequests(training: Training, places: ExportPlaces, documentsFolder: string): Requests['export'] {
	return {
		async targets() {
			return exporters.map(({ name, title, description, files }) => ({
				name,
				title: toWire(title),
				description: toWire(description),
				files,
			}));
		},
		async *run({ run, target, directory, overwrite }, options) {
			const signal = options?.signal;
			const place = resolve(documentsFolder, directory);
			for await (const event of runExport(training, places, { run, target, directory: place, overwrite, ...(signal ? { signal } : {}) })) {
				yield event.kind === 'progress' ? { ...event, stage: toWire(event.stage) } : event;
			}
		},
	};
}
