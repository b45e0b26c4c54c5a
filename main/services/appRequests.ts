import { cpus, totalmem } from 'node:os';
import type { ServiceOptions } from './options.ts';
import type { Requests } from './requests.ts';
import { toWire } from './wire.ts';

/** What the window asks about the program itself. */
export function createAppRequests({ version, shell, dialogs, documentsFolder, training, menuBar }: ServiceOptions): Requests['app'] {
	return {
		async info() {
			return {
				version,
				shell,
				hasNativeDialogs: dialogs !== null,
				documentsFolder,
				cores: Math.max(1, cpus().length),
				memoryBytes: totalmem(),
			};
		},
		async *engine(_input, options) {
			for await (const status of training.engineStatus(options?.signal)) yield { ...status, reasons: status.reasons.map(toWire) };
		},
		async setMenu(menu) {
			menuBar?.show(menu);
			return {};
		},
		async *menu(_input, options) {
			if (menuBar) yield* menuBar.choices(options?.signal);
		},
	};
}
