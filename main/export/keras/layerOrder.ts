import type { KerasModelLayer } from '#main/compile/topology.ts';

/**
 * Layers in the order of Keras's `model.layers`, which decides what a layer's weights are called in a file: those furthest from
 * the answer first; of equally far ones, the one that is met first on a walk back from the answer, first inputs first.
 */
export function orderLayers(layers: readonly KerasModelLayer[], answer: string): readonly KerasModelLayer[] {
	const feeds = new Map(layers.map((layer) => [layer.name, (layer.inbound_nodes[0] ?? []).map(([feed]) => feed)]));
	const met = walkBack(feeds, answer);
	const distances = new Map<string, number>();
	// A layer stands after all that feed it, so backwards its own distance is known when it is reached.
	for (const { name } of [...layers].reverse()) {
		const distance = distances.get(name) ?? 0;
		distances.set(name, distance);
		for (const feed of feeds.get(name) ?? []) distances.set(feed, Math.max(distances.get(feed) ?? 0, distance + 1));
	}
	const place = (from: ReadonlyMap<string, number>, { name }: KerasModelLayer) => from.get(name) ?? 0;
	return [...layers].sort((a, b) => place(distances, b) - place(distances, a) || place(met, a) - place(met, b));
}

/** Numbers of the layers as they are met, depth first. */
function walkBack(feeds: ReadonlyMap<string, readonly string[]>, answer: string): ReadonlyMap<string, number> {
	const met = new Map<string, number>();
	const waiting = [answer];
	for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
		if (met.has(name)) continue;
		met.set(name, met.size);
		waiting.push(...[...(feeds.get(name) ?? [])].reverse());
	}
	return met;
}
