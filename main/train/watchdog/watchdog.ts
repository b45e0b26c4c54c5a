import type { ModelPlan } from '#shared/plan/plan.ts';
import type { EpochResult } from '#shared/training/event.ts';
import type { GradientNorm } from '../../engine/engine.ts';
import { deadLayer } from './deadLayer.ts';
import { deadUnits, SILENT_MEASUREMENTS } from './deadUnits.ts';
import { lossGrows } from './lossGrows.ts';
import { memorizing } from './memorizing.ts';
import { notLearning } from './notLearning.ts';
import { rateTooSmall } from './rateTooSmall.ts';
import { vanishingGradient } from './vanishingGradient.ts';
import type { Advice, Check, OpGradients } from './watch.ts';

/** Most telling first: of two that fit, the first is said. */
const afterBatch: readonly Check[] = [lossGrows];
const afterGradients: readonly Check[] = [lossGrows, deadLayer, deadUnits, vanishingGradient];
const afterEpoch: readonly Check[] = [notLearning, rateTooSmall, memorizing];

/** Steps between two looks at the gradients, which cost a transfer each time; at the beginning more often, since short runs have few. */
const GAP = 50;
const FIRST_GAP = 10;
const LONGEST_MEMORY = 200;

/** Watches a run and says each thing once. */
export class Watchdog {
	readonly #classes: number | null;
	readonly #learningRate: number;
	readonly #nodes: ReadonlyMap<string, string>;
	readonly #gradients = new Map<string, OpGradients>();
	/** For each unit of an op, measurements since a gradient reached it. */
	readonly #silences = new Map<string, readonly number[]>();
	readonly #said: Set<string>;
	#losses: readonly number[] = [];

	constructor(plan: ModelPlan, learningRate: number, said: readonly string[]) {
		this.#classes = plan.task === 'regression' ? null : (plan.outputShape.at(-1) ?? null);
		this.#learningRate = learningRate;
		this.#nodes = new Map(plan.ops.map(({ name, node }) => [name, node]));
		this.#said = new Set(said);
	}

	/** Names of the advice given so far, to go on with after a break. */
	get said(): string[] {
		return [...this.#said];
	}

	/** True when the next step's gradients should be measured. */
	wantsGradients(step: number): boolean {
		return step % (step < GAP ? FIRST_GAP : GAP) === 0;
	}

	seeBatch(loss: number, norms: readonly GradientNorm[] | undefined): readonly Advice[] {
		// The beginning stays, to compare with.
		const kept = this.#losses.length < LONGEST_MEMORY ? this.#losses : this.#losses.filter((_, index) => index !== LONGEST_MEMORY / 2);
		this.#losses = [...kept, loss];
		if (!norms) return this.#check(afterBatch, []);
		for (const { op, norm, shifts = [] } of norms) {
			const before = this.#gradients.get(op)?.norms ?? [];
			const heard = this.#silences.get(op);
			const silences = shifts.map((shift, unit) => (shift === 0 ? (heard?.[unit] ?? 0) + 1 : 0));
			this.#silences.set(op, silences);
			this.#gradients.set(op, {
				op,
				node: this.#nodes.get(op) ?? '',
				norms: [...before.slice(-LONGEST_MEMORY), norm],
				units: silences.length,
				silent: silences.filter((count) => count >= SILENT_MEASUREMENTS).length,
			});
		}
		return this.#check(afterGradients, []);
	}

	seeEpoch(epochs: readonly EpochResult[]): readonly Advice[] {
		return this.#check(afterEpoch, epochs);
	}

	#check(checks: readonly Check[], epochs: readonly EpochResult[]): readonly Advice[] {
		const watched = {
			epochs,
			losses: this.#losses,
			gradients: [...this.#gradients.values()],
			classes: this.#classes,
			learningRate: this.#learningRate,
		};
		const found = checks.map((check) => check(watched)).find((advice) => advice !== null && !this.#said.has(advice.advice));
		if (!found) return [];
		this.#said.add(found.advice);
		return [found];
	}
}
