/** A gate between two batches that a person may hold: closed it lets nothing through but single batches that are asked for. */
export class PauseGate {
	#isHeld = false;
	#release: () => void = () => undefined;

	get isHeld(): boolean {
		return this.#isHeld;
	}

	hold(): void {
		this.#isHeld = true;
	}

	open(): void {
		this.#isHeld = false;
		this.#release();
	}

	/** Lets one batch through; the gate stays held. */
	passOne(): void {
		this.#release();
	}

	/** Settled when the gate is opened or one batch may pass. */
	wait(): Promise<void> {
		if (!this.#isHeld) return Promise.resolve();
		return new Promise((resolve) => {
			this.#release = resolve;
		});
	}
}
