import { useDocumentStore } from '../../document/documentStore.ts';
import { groupKey } from '../../view/groupKey.ts';
import { useViewStore } from '../../view/viewStore.ts';
import { makeScene, type Scene } from './scene.ts';

/** What the canvas shows at this moment. */
export function sceneNow(): Scene | null {
	const { document } = useDocumentStore.getState();
	if (!document) return null;
	return makeScene(
		document,
		useViewStore.getState().inside,
		document.nodes.map((node) => node.id),
	);
}

/** Keys of the cards that can be seen: layers and folded groups. */
export function visibleKeys(): readonly string[] {
	const scene = sceneNow();
	if (!scene) return [];
	return [...scene.nodes.map(({ node }) => node.id), ...scene.cards.map(({ group }) => groupKey(group.id))];
}
