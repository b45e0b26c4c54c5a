import type { Unit, UnitWire } from './units.ts';

export interface Columns {
	/** Column of each unit, from 0: behind all that feed it. */
	readonly columns: ReadonlyMap<string, number>;
	/** The longest way through the network, source first: what a layout draws as a straight line. */
	readonly mainPath: readonly string[];
}

/**
 * Columns along the flow of the data by longest paths, so that a branch begins right behind its fork. What hangs neither on the
 * main path nor on an `entries` unit, which is fed from elsewhere, stands right before what it feeds: a second input.
 * Needs wires that close no loop, and units in an order in which each comes after all that feed it (`openLoops`).
 */
export function columnsOf(units: readonly Pick<Unit, 'key'>[], wires: readonly UnitWire[], entries: ReadonlySet<string> = none): Columns {
	const { incoming, outgoing } = byEnds(wires);
	const columns = new Map<string, number>();
	const before = new Map<string, string>();
	for (const { key } of units) {
		let column = 0;
		for (const source of incoming.get(key) ?? []) {
			const behind = (columns.get(source) ?? 0) + 1;
			if (behind > column) {
				column = behind;
				before.set(key, source);
			}
		}
		columns.set(key, column);
	}
	const mainPath = pathTo(lastOf(units, columns), before);
	const reached = reachedFrom([...mainPath.slice(0, 1), ...entries], outgoing);
	for (const { key } of [...units].reverse()) {
		const targets = outgoing.get(key) ?? [];
		if (reached.has(key) || targets.length === 0) continue;
		columns.set(key, Math.min(...targets.map((target) => columns.get(target) ?? 0)) - 1);
	}
	return { columns, mainPath };
}

const none: ReadonlySet<string> = new Set();

/**
 * Units each behind all that feed it (Kahn 1962), else in the order given, and the wires that lead forward in it. An open group
 * and what lies between its layers may feed each other; the wires that lead back then are left out.
 */
export function openLoops<Item extends Pick<Unit, 'key'>>(
	units: readonly Item[],
	wires: readonly UnitWire[],
): { readonly units: readonly Item[]; readonly wires: readonly UnitWire[] } {
	const { outgoing } = byEnds(wires);
	const waits = new Map(units.map(({ key }) => [key, 0]));
	for (const { target } of wires) waits.set(target, (waits.get(target) ?? 0) + 1);
	const left = new Map(units.map((unit) => [unit.key, unit]));
	const order: Item[] = [];
	while (left.size > 0) {
		const ready = [...left.values()].filter(({ key }) => waits.get(key) === 0);
		const [first] = left.values();
		for (const unit of ready.length > 0 ? ready : first ? [first] : []) {
			left.delete(unit.key);
			order.push(unit);
			for (const target of outgoing.get(unit.key) ?? []) waits.set(target, (waits.get(target) ?? 0) - 1);
		}
	}
	const places = new Map(order.map(({ key }, index) => [key, index]));
	return { units: order, wires: wires.filter(({ source, target }) => (places.get(source) ?? 0) < (places.get(target) ?? 0)) };
}

type Ends = ReadonlyMap<string, readonly string[]>;

function byEnds(wires: readonly UnitWire[]): { readonly incoming: Ends; readonly outgoing: Ends } {
	const incoming = new Map<string, string[]>();
	const outgoing = new Map<string, string[]>();
	for (const { source, target } of wires) {
		incoming.set(target, [...(incoming.get(target) ?? []), source]);
		outgoing.set(source, [...(outgoing.get(source) ?? []), target]);
	}
	return { incoming, outgoing };
}

function lastOf(units: readonly Pick<Unit, 'key'>[], columns: ReadonlyMap<string, number>): string | undefined {
	let last: string | undefined;
	for (const { key } of units) if (last === undefined || (columns.get(key) ?? 0) > (columns.get(last) ?? 0)) last = key;
	return last;
}

function pathTo(last: string | undefined, before: ReadonlyMap<string, string>): readonly string[] {
	const path: string[] = [];
	const seen = new Set<string>();
	for (let key = last; key !== undefined && !seen.has(key); key = before.get(key)) {
		seen.add(key);
		path.unshift(key);
	}
	return path;
}

function reachedFrom(starts: readonly string[], outgoing: Ends): ReadonlySet<string> {
	const reached = new Set<string>();
	const waiting = [...starts];
	for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
		if (reached.has(key)) continue;
		reached.add(key);
		waiting.push(...(outgoing.get(key) ?? []));
	}
	return reached;
}
