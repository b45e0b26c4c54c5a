import { resolve } from 'node:path';
import { exporters } from '../export/exporters.ts';
import { type ExportPlaces, readExportModel, runExport } from '../export/runExport.ts';
import type { Requests } from './requests.ts';
import type { Training } from './training.ts';
import { toWire } from './wire.ts';

/** Taking a trained network away. */
export function createExportRequests(training: Training, places: ExportPlaces, documentsFolder: string): Requests['export'] {
	return {
		async targets() {
			return exporters.map(({ name, purpose, title, summary, description, files, provesWeightsAlone = false }) => ({
				name,
				purpose,
				title: toWire(title),
				summary: toWire(summary),
				description: toWire(description),
				files,
				provesWeightsAlone,
			}));
		},
		async obstacles({ run }) {
			const model = await readExportModel(training, run);
			return exporters.flatMap((exporter) => {
				const obstacle = exporter.findObstacle(model);
				return obstacle ? [{ target: exporter.name, reason: toWire(obstacle), node: obstacle.node ?? null }] : [];
			});
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
