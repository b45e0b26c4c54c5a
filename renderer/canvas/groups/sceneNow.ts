import type { GraphDocument, GroupId } from '#shared/graph/document.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { makeScene, type Scene } from '#shared/picture/scene.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useViewStore } from '../../view/viewStore.ts';

/** What the canvas shows at this moment. */
export function sceneNow(): Scene | null {
	const { document } = useDocumentStore.getState();
	return document ? sceneOf(document) : null;
}

/** The scene that was asked for last: many ask for the same one. */
let latest: { readonly document: GraphDocument; readonly inside: GroupId | null; readonly scene: Scene } | null = null;

/** What the canvas would show of a document at the place that is looked at. */
export function sceneOf(document: GraphDocument): Scene {
	const { inside } = useViewStore.getState();
	if (latest?.document === document && latest.inside === inside) return latest.scene;
	const scene = makeScene(
		document,
		inside,
		document.nodes.map((node) => node.id),
	);
	latest = { document, inside, scene };
	return scene;
}

/** Keys of the cards that can be seen: layers and folded groups. */
export function visibleKeys(): readonly string[] {
	const scene = sceneNow();
	if (!scene) return [];
	return [...scene.nodes.map(({ node }) => node.id), ...scene.cards.map(({ group }) => groupKey(group.id))];
}
