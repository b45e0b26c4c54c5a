import { type Message, message } from '#shared/text/message.ts';
import type { EngineName } from '#shared/training/event.ts';
import { loadCompiled } from './compiled/load.ts';
import type { Engine } from './engine.ts';
import { loadJs } from './js/js.ts';
import { loadWasm } from './wasm/wasm.ts';

/** How an engine is loaded; throws with the technical reason where it cannot run. */
export type EngineLoader = () => Promise<Engine>;

/** Fastest first. */
const loaders: ReadonlyMap<EngineName, EngineLoader> = new Map([
	['native', loadCompiled],
	['wasm', loadWasm],
	['js', loadJs],
]);

export interface PickedEngine {
	/** `null` when no engine computes rightly here. */
	readonly engine: Engine | null;
	/** Why each faster or preferred engine is not used. */
	readonly reasons: readonly Message[];
}

/** The preferred engine, else the fastest, that loads and passes its gradient self-test. */
export async function pickEngine(
	preferred: EngineName | null,
	available: ReadonlyMap<EngineName, EngineLoader> = loaders,
): Promise<PickedEngine> {
	const reasons: Message[] = [];
	const order = [...available].sort(([a], [b]) => Number(b === preferred) - Number(a === preferred));
	for (const [name, load] of order) {
		const { engine, reason } = await tryEngine(name, load);
		if (engine) return { engine, reasons };
		if (reason) reasons.push(reason);
	}
	return { engine: null, reasons };
}

async function tryEngine(name: EngineName, load: EngineLoader): Promise<{ engine: Engine | null; reason: Message | null }> {
	const title = message(`engine.name.${name}`);
	try {
		const engine = await load();
		const wrong = await engine.selfTest();
		return wrong === null
			? { engine, reason: null }
			: { engine: null, reason: message('engine.reason.wrong', { engine: title, detail: wrong }) };
	} catch (error) {
		return { engine: null, reason: message('engine.reason.missing', { engine: title, detail: firstLine(error) }) };
	}
}

function firstLine(error: unknown): string {
	const text = error instanceof Error ? error.message : String(error);
	return text.split('\n', 1)[0] ?? text;
}
