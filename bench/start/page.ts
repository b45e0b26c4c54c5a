import { type ClientContext, createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { z } from 'zod';
import type { GraphDocument, graphDocumentSchema } from '#shared/graph/document.ts';
import type { Contract } from '#shared/ipc/contract.ts';
import type { EngineName } from '#shared/training/event.ts';

type Host = ContractRouterClient<Contract, ClientContext>;

/** As long as the page waits after a run. */
const QUIET_MS = 700;

/** When each stage of a run was told, in milliseconds after Train was pressed. */
export type Stages = Readonly<Record<string, number>>;

/** Asks the program what the page asks it, in the page's order, over the page's WebSocket. */
export class Page {
	readonly #host: Host;
	readonly #socket: WebSocket;
	readonly #gone = new AbortController();
	#timer: NodeJS.Timeout | undefined;

	static async open(link: string): Promise<Page> {
		const { host, search, origin } = new URL(link);
		const socket = new WebSocket(`ws://${host}/rpc${search}`, { origin });
		await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
		const page = new Page(socket);
		await page.#host.app.info();
		return page;
	}

	private constructor(socket: WebSocket) {
		this.#socket = socket;
		// The same interface as the browser's, as far as the link uses it.
		this.#host = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
		socket.once('close', () => this.#gone.abort());
	}

	/** What happens when a document comes on the canvas. */
	async show(document: GraphDocument): Promise<void> {
		const given = forHost(document);
		void this.#watchEngine();
		await this.#host.documents.autosave({ document: given, path: null, hasUnsavedChanges: true });
		if (document.dataset) await this.#host.datasets.describe({ reference: document.dataset });
		await this.#host.runs.list({ documentId: document.id });
		this.#prepareIn(0, document);
	}

	/** Presses Train, follows the run to its first batch, then stops it. Throws where the run ends before. */
	async train(document: GraphDocument, engine: EngineName): Promise<Stages> {
		clearTimeout(this.#timer);
		const stages: Record<string, number> = {};
		const pressedAt = performance.now();
		const { run } = await this.#host.runs.start({ document: forHost(document), engine });
		stages.answered = performance.now() - pressedAt;
		for await (const event of await this.#host.runs.events({ run })) {
			stages[event.kind === 'preparing' ? event.stage : event.kind] ??= performance.now() - pressedAt;
			if (event.kind === 'batch') void this.#host.runs.stop({ run });
			if (event.kind === 'ended' && stages.batch === undefined)
				throw new Error(`the run ended before its first batch: ${JSON.stringify(event.reason)}`);
		}
		this.#prepareIn(QUIET_MS, document);
		return stages;
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#socket.close();
	}

	#prepareIn(delayMs: number, document: GraphDocument): void {
		this.#timer = setTimeout(
			() => void this.#host.runs.prepare({ document: forHost(document), engine: null }).catch(() => undefined),
			delayMs,
		);
	}

	async #watchEngine(): Promise<void> {
		try {
			for await (const _ of await this.#host.app.engine(undefined, { signal: this.#gone.signal }));
		} catch {
			// The program has ended.
		}
	}
}

/** Under the contract's type, which knows no `readonly`; the contract only reads it. */
function forHost(document: GraphDocument): z.infer<typeof graphDocumentSchema> {
	return document as z.infer<typeof graphDocumentSchema>;
}
