import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createRouter } from '#app/router.ts';
import { startWebHost } from '#app/web/webHost.ts';
import { createServices } from '#main/services.ts';
import type { HostKind } from '#main/train/host/link.ts';
import { createTraining } from '#main/train/training.ts';
import type { EngineName } from '#shared/training/event.ts';

/** Where the program finds its parts. */
export interface ProgramPlaces {
	readonly assetsFolder: string;
	readonly pageFolder: string;
	/** The bundled `main/train/host/worker.ts`. */
	readonly workerFile: string;
}

/** The services behind the web host, with an engine host of the kind asked for, over an empty data folder. Tells its link and serves until it is ended. */
export async function serveProgram(places: ProgramPlaces, hostKind: HostKind, engine: EngineName): Promise<void> {
	const { assetsFolder, pageFolder, workerFile } = places;
	const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'layerloom-bench-'));
	const training = createTraining({ dataFolder, assetsFolder, workerFile, hostKind, engine, givesWay: true, version: 'bench' });
	training.startEngine();
	const services = createServices({
		version: 'bench',
		shell: 'web',
		dataFolder,
		documentsFolder: dataFolder,
		assetsFolder,
		exportedPageFolder: '',
		training,
		dialogs: null,
		reveal: null,
	});
	const host = await startWebHost({ router: createRouter(services.requests), pageFolder, port: 0 });
	process.stdout.write(`${host.link}\n`);
	const end = async (): Promise<void> => {
		await host.close();
		await services.close();
		await rm(dataFolder, { recursive: true, force: true });
		process.exit();
	};
	// Also where the benchmark is gone.
	process.stdin.resume().once('end', () => void end());
}
